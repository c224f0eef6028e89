/** Who organises the meeting that topics, papers and volumes belong to. */
import type { Sql } from '../../platform/actions/action.ts'
import { carries, type Viewer } from '../../platform/actions/viewer.ts'
import { deskKinds, type Item } from './meeting.ts'

/** What papers ask of their meeting. */
export interface PapersMeeting {
  id: string
  title: string
  kind: string
  state: string
  held_on: Temporal.PlainDate
  place: string | null
  is_public: boolean
  /** Topics are reviewed blind unless somebody says otherwise. */
  blind_papers: boolean | null
  /** Organising units of the tree, the one that prepares it first. */
  organiser_ids: readonly string[]
  organisers: readonly string[]
  /** Items of the programme as it was given out last; empty before. */
  given_out: readonly Pick<Item, 'paper_id'>[]
}

const meetingSql = `
  select m.id, m.title, m.kind, m.state, m.held_on, m.place, m.is_public, m.blind_papers,
    array(select m.unit_id union all select (h ->> 'unit_id')::uuid from jsonb_array_elements(m.hosts) h
      where h ->> 'role' = 'organiser' and h ->> 'unit_id' is not null and (h ->> 'unit_id')::uuid <> m.unit_id) as organiser_ids,
    array(select h ->> 'unit' from jsonb_array_elements(m.hosts) h where h ->> 'role' = 'organiser') as organisers,
    coalesce(m.programme_versions -> -1 -> 'items', '[]') as given_out
  from meeting m where m.unit_id = $1 and m.id = $2`

/** The meeting, or null. The caller asks afterwards who may see what of it. */
export async function papersMeeting(sql: Sql, unit_id: string, id: string): Promise<PapersMeeting | null> {
  const { rows } = await sql.query<PapersMeeting>(meetingSql, [unit_id, id])
  return rows[0] ?? null
}

/** Does the viewer prepare meetings for one of these units? */
export function organises(viewer: Viewer, unit_ids: readonly string[]): boolean {
  return unit_ids.some((unit_id) => carries(viewer, unit_id, ...deskKinds))
}
