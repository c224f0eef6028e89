/** What a unit owed on any day, as it stood that day: for pages of other modules, so that there is one way to count. */
import type { Sql } from '../../platform/actions/action.ts'
import type { Viewer } from '../../platform/actions/viewer.ts'
import type { CommitmentRow } from './commitment.ts'
import { mayRead, ownersOf } from './reach.ts'

/** One commitment that had not ended by the day. */
export interface OwedLine
  extends Pick<CommitmentRow, 'unit_id' | 'id' | 'text' | 'origin_title' | 'said_on' | 'force'> {
  /** The last day as it was then: one moved later counts from the day on which it was moved. */
  due_on: Temporal.PlainDate
  /** Reported by then as kept and waiting for somebody's word, which makes nobody late. */
  reported: boolean
  /** Who was head when it was said. */
  head_then: string | null
}

/** What was open on the day, and what ended in its year by then. */
export interface OwedOn {
  open: OwedLine[]
  /** Kept in time, kept late, and ended otherwise. */
  ended: { kept: number; late: number; otherwise: number }
}

const openMax = 1000

const dueThen = `coalesce((select (e ->> 'from_on')::date from jsonb_array_elements(c.extensions) e
  where (e ->> 'on')::date > $1::date order by (e ->> 'on') limit 1), c.due_on)`

const open = (where: string) => `
select c.unit_id, c.id, c.text, c.origin_title, c.said_on, c.force, ${dueThen} as due_on, c.head_then ->> 'name' as head_then,
  coalesce(c.reported_on <= $1::date, false) as reported
from commitment c where ${where} and c.said_on <= $1::date and (c.ended_on is null or c.ended_on > $1::date)
order by 7, c.id limit ${openMax}`

const ended = (where: string) => `
select count(*) filter (where c.kept_on is not null and c.kept_on <= c.due_on)::int as kept,
  count(*) filter (where c.kept_on > c.due_on)::int as late, count(*) filter (where c.kept_on is null)::int as otherwise
from commitment c where ${where} and c.ended_on between date_trunc('year', $1::date)::date and $1::date`

/** Of the unit and of those that are no more and whose work had come to it; of these what the viewer may read. */
export async function owedOn(viewer: Viewer, sql: Sql, unit_id: string, on: Temporal.PlainDate): Promise<OwedOn> {
  const values: unknown[] = [on.toString(), unit_id]
  const where = `${mayRead(viewer, values)} and ${ownersOf('$2')}`
  const lines = await sql.query<OwedLine>(open(where), values)
  const counts = await sql.query<OwedOn['ended']>(ended(where), values)
  return { open: lines.rows, ended: counts.rows[0] ?? { kept: 0, late: 0, otherwise: 0 } }
}
