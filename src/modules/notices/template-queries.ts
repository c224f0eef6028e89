/** Reading an office's wordings: for the readers of its register. */
import type { Sql } from '../../platform/actions/action.ts'
import { holds, type Viewer } from '../../platform/actions/viewer.ts'
import type { LetterKind } from './letter-data.ts'
import type { LetterTemplateRow } from './letter-template.ts'

/** A version as lists show it, with the letters that were made with it. */
export type TemplateInList = Pick<
  LetterTemplateRow,
  'id' | 'revision' | 'state' | 'kind' | 'instrument' | 'version' | 'from_on' | 'name'
> & {
  by: string | null
  letters: number
  current: boolean
}

/** May the viewer see the wordings of this unit? Whoever works with its letters. */
export function seesTemplates(viewer: Viewer, unit_id: string): boolean {
  return holds(viewer, unit_id, 'head', 'deputy-head', 'clerk', 'handler', 'reception-officer')
}

/** All versions of a unit, the newest of each kind first. */
export async function templatesOf(viewer: Viewer, sql: Sql, unit_id: string): Promise<TemplateInList[]> {
  if (!seesTemplates(viewer, unit_id)) return []
  const { rows } = await sql.query<TemplateInList>(
    `select t.id, t.revision, t.state, t.kind, t.instrument, t.version, t.from_on, t.name, a.name as by,
       -- How many letters of sealed records there are is nobody's to count.
       (select count(*)::int from document d where d.unit_id = t.unit_id and d.template_id = t.id and not d.sealed) as letters,
       t.id = letter_template_of(t.unit_id, t.kind) as current
     from letter_template t join event e on e.unit_id = t.unit_id and e.record_id = t.id and e.seq = 1
     left join account a on a.id = e.actor_id
     where t.unit_id = $1 order by t.kind, t.version desc limit 500`,
    [unit_id],
  )
  return rows
}

/** One version whole; null where there is none or it is not the viewer's to see. */
export async function templateById(
  viewer: Viewer,
  sql: Sql,
  unit_id: string,
  id: string,
): Promise<LetterTemplateRow | null> {
  if (!seesTemplates(viewer, unit_id)) return null
  const { rows } = await sql.query<LetterTemplateRow>('select * from letter_template where unit_id = $1 and id = $2', [
    unit_id,
    id,
  ])
  return rows[0] ?? null
}

/** The office's own wording that stands for this kind of letter; null where letters follow the program's. */
export async function currentTemplate(
  viewer: Viewer,
  sql: Sql,
  unit_id: string,
  kind: LetterKind,
): Promise<Buffer | null> {
  if (!seesTemplates(viewer, unit_id)) return null
  const { rows } = await sql.query<{ content: Buffer }>(
    'select content from letter_template where unit_id = $1 and id = letter_template_of($1, $2)',
    [unit_id, kind],
  )
  return rows[0]?.content ?? null
}
