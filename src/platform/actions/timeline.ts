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

/** One event as the history of a small record tells it. */
export interface Happened {
  action: string
  at: Temporal.Instant
  /** Null: the program itself. */
  actor: string | null
  reason: string | null
}

/** What happened to a small record of these kinds, the latest first. The caller has asked whether the viewer may see it. */
export async function happenedTo(
  sql: Sql,
  record: { unit_id: string; id: string },
  kinds: readonly string[],
): Promise<Happened[]> {
  const { rows } = await sql.query<Happened>(
    `select e.action, e.at, a.name as actor, p.input ->> 'reason' as reason
     from event e join payload p using (unit_id, record_id, seq) left join account a on a.id = e.actor_id
     where e.unit_id = $1 and e.record_id = $2 and e.record_kind = any($3) order by e.seq desc limit 100`,
    [record.unit_id, record.id, kinds],
  )
  return rows
}

/** Steps whose input says only which public change moved which day: everybody who sees the record reads it. */
const told: readonly string[] = ['re-date']

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
  return rows.map((row) => ({
    ...row,
    actor_id: null,
    actor_name: null,
    input: told.includes(row.action) ? row.input : {},
  }))
}

/** One column that a correction mended: what stood there before and since. */
export interface Mended {
  seq: number
  column: string
  before: unknown
  after: unknown
}

/** Both values of every correction of a record, for officers; none for citizens, whose page shows what is right. */
export async function mendedIn(viewer: Viewer, sql: Sql, unit_id: string, record_id: string): Promise<Mended[]> {
  if (viewer.account_id === null) return []
  const { rows } = await sql.query<Mended>(
    // A field named for a column and a part of it (contested_kind) mends that part alone.
    `select e.seq, mended.key || coalesce('_' || part.key, '') as column, coalesce(part.value, mended.value) as after, (
       select case when part.key is null then before.changed -> mended.key else before.changed -> mended.key -> part.key end
       from payload before where before.unit_id = e.unit_id
         and before.record_id = e.record_id and before.seq < e.seq and before.changed ? mended.key
       order by before.seq desc limit 1) as before
     from event e join payload p using (unit_id, record_id, seq) cross join jsonb_each(p.changed) mended
     left join lateral jsonb_each(case when jsonb_typeof(mended.value) = 'object' then mended.value else '{}' end) part
       on p.input ? (mended.key || '_' || part.key)
     where e.unit_id = $1 and e.record_id = $2 and e.action = 'correct' and (p.input ? mended.key or part.key is not null)
     order by e.seq`,
    [unit_id, record_id],
  )
  return rows
}
