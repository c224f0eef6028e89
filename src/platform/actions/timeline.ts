/** What happened to a record, step by step, as its events tell it. */
import type { Sql } from './action.ts'
import type { Viewer } from './viewer.ts'

/** One event as pages show it. */
export interface TimelineEvent {
  seq: number
  action: string
  at: Temporal.Instant
  on_day: Temporal.PlainDate
  actor_id: string | null
  actor_name: string | null
  via: string
  standing: string
  cite: string
  from_state: string | null
  to_state: string
  numbers: Readonly<Record<string, number>>
  /** What was entered; empty once erased by law, and for citizens, who see the letters instead. */
  input: Readonly<Record<string, unknown>>
  erased_on: Temporal.PlainDate | null
}

/** The events of a record the viewer may already see, oldest first; officers' names and inputs are for officers. */
export async function timelineOf(
  viewer: Viewer,
  sql: Sql,
  unit_id: string,
  record_id: string,
): Promise<TimelineEvent[]> {
  const { rows } = await sql.query<TimelineEvent>({
    name: 'timeline',
    text: `select e.seq, e.action, e.at, e.on_day, e.actor_id, a.name as actor_name, e.via, e.standing, e.cite, e.from_state,
        e.to_state, e.numbers, p.input, p.erased_on
      from event e join payload p using (unit_id, record_id, seq) left join account a on a.id = e.actor_id
      where e.unit_id = $1 and e.record_id = $2 order by e.seq limit 1000`,
    values: [unit_id, record_id],
  })
  if (viewer.account_id !== null) return rows
  return rows.map((row) => ({ ...row, actor_id: null, actor_name: null, input: {} }))
}
