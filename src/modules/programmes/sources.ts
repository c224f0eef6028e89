/** What an instrument may derive from besides instruments: accepted papers, and findings of meetings whose conclusion was issued. */
import type { SourceKind } from '../../law/instrument-workflow.ts'
import type { Sql } from '../../platform/actions/action.ts'
import type { Viewer } from '../../platform/actions/viewer.ts'
import { visibleTo } from '../../platform/actions/visible.ts'
import { meetingPath } from '../conferences/addresses.ts'
import { paperPath } from '../conferences/paper-addresses.ts'
import { rowPath } from './addresses.ts'
import type { Reference } from './references.ts'

/** A paper or a finding with the meeting it comes from. */
export interface OtherSource extends Reference {
  kind: Exclude<SourceKind, 'instrument'>
  title: string
  meeting: string
}

const sourcesMax = 200

/** Those of meetings that the viewer sees, or that are public; the latest first. With `one` that one alone. */
export async function otherSources(viewer: Viewer, sql: Sql, one?: Reference): Promise<OtherSource[]> {
  const values: unknown[] = []
  const seen = visibleTo(viewer, 's.unit_id', values)
  const that = one ? `and s.unit_id = $${values.push(one.unit_id)} and s.id = $${values.push(one.id)}` : ''
  const { rows } = await sql.query<OtherSource>(
    `select s.kind, s.unit_id, s.id, s.title, s.meeting from (
       select 'finding' as kind, f.unit_id, f.id, left(f.text, 300) as title, f.meeting_title as meeting, f.held_on, f.is_public
       from meeting_finding f
       union all
       select 'paper', p.unit_id, p.id, p.title, m.title, m.held_on, m.is_public
       from paper p join meeting m on m.unit_id = p.unit_id and m.id = p.meeting_id where p.state in ('accepted', 'chosen')
     ) s where (${seen} or s.is_public) ${that} order by s.held_on desc nulls last, s.id limit ${sourcesMax}`,
    values,
  )
  return rows
}

/** The page of a source: a finding's is its meeting's. Null for what is known by its title alone. */
export function sourcePath(link: {
  kind: string
  unit_id: string | null
  id: string | null
  meeting_id: string | null
}) {
  const { unit_id, id, meeting_id } = link
  if (!unit_id || !id) return null
  if (link.kind === 'paper') return paperPath({ unit_id, id })
  if (link.kind === 'finding') return meeting_id ? meetingPath({ unit_id, id: meeting_id }) : null
  return rowPath('instruments', { unit_id, id })
}
