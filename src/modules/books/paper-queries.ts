/** Reading paper copies: which letters wait for one, and one letter with what became of it. */
import type { Sql } from '../../platform/actions/action.ts'
import { carries, type Viewer } from '../../platform/actions/viewer.ts'
import type { PaperCopyRow } from './paper-copy.ts'

/** A letter with its paper copy, where it has one. */
export interface PaperLetter {
  id: string
  title: string
  book: string
  number: number
  issued_on: Temporal.PlainDate
  paper:
    | (Pick<PaperCopyRow, 'revision' | 'state' | 'signed_by' | 'late' | 'replaced_by' | 'corrected_by' | 'reason'> & {
        signed_on: string
        numbered_on: string
        number_by_on: string
      })
    | null
}

/** Days back that the list looks. */
const listedDays = 30

const letters = `
select d.id, d.title, d.book, d.number, d.issued_on, to_jsonb(p) - 'chain' as paper
from document d left join paper_copy p on p.unit_id = d.unit_id and p.id = d.id
left join petition on d.record_kind = 'petition' and petition.unit_id = d.unit_id and petition.id = d.record_id
left join visit on d.record_kind = 'visit' and visit.unit_id = d.unit_id and visit.id = d.record_id
where d.unit_id = $1 and not d.sealed and d.book <> 'private' and d.voided_on is null
  and petition.state is distinct from 'sealed-away' and visit.closed_content is not true`

/** May the viewer keep the paper copies of this unit? */
export function keepsPaper(viewer: Viewer, unit_id: string): boolean {
  return carries(viewer, unit_id, 'head', 'clerk')
}

/** Letters of the last thirty days, those without a paper copy first. */
export async function paperLetters(viewer: Viewer, sql: Sql, unit_id: string): Promise<PaperLetter[]> {
  if (!keepsPaper(viewer, unit_id)) return []
  const { rows } = await sql.query<PaperLetter>(
    `${letters} and d.issued_on between $2::date - ${listedDays} and $2::date
     order by p.id is not null, d.issued_on, d.book, d.number limit 500`,
    [unit_id, viewer.on.toString()],
  )
  return rows
}

/** One of them; null where it is not the viewer's to see. */
export async function paperLetter(viewer: Viewer, sql: Sql, unit_id: string, id: string): Promise<PaperLetter | null> {
  if (!keepsPaper(viewer, unit_id)) return null
  const { rows } = await sql.query<PaperLetter>(`${letters} and d.id = $2`, [unit_id, id])
  return rows[0] ?? null
}
