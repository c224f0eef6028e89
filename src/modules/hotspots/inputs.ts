/**
 * What the scan looks at, as a list: work of the authority whose last day has come. Visits, group visits, repetition and
 * persons are not on it and have no column. Denunciations never are.
 */

/** A source of due cases. */
export interface HotspotInput {
  id: 'petition-intake' | 'complaint' | 'feedback' | 'obligation' | 'grievance' | 'commitment'
  /**
   * Rows `unit_id, field, due_on, settled, who, lives` of the units `$1` due from `$2` until before `$3`. `who` and
   * `lives` are hashed before anything leaves the database.
   */
  sql: string
}

/** The field of everything that waits to be taken in and classified: its own field is not known yet. */
export const intakeField = 'intake'

/** The last day that a record had, where its row has forgotten it because it is settled. */
const lastDue = (row: string) => `left join lateral (
    select (y.changed ->> 'due_on')::date as due_on from payload y
    where ${row}.due_on is null and y.unit_id = ${row}.unit_id and y.record_id = ${row}.id and y.changed ->> 'due_on' is not null
    order by y.seq desc limit 1) last on true`

const within = (day: string) => `${day} >= $2::date and ${day} < $3::date`
// A limit is counted in weeks: what came in years before the first day is not looked up one by one.
const recent = (row: string) => `(${row}.due_on is not null or ${row}.received_on >= $2::date - 730)`
const petitioner = (row: string) => `join petition p on p.unit_id = ${row}.unit_id and p.id = ${row}.petition_id`

/** Every source, in the order in which the page names them. */
export const hotspotInputs: readonly HotspotInput[] = [
  {
    id: 'petition-intake',
    sql: `select p.unit_id, '${intakeField}' as field, p.due_on, p.processed_on is not null or p.state = 'handled' as settled,
        p.petitioner_name as who, p.petitioner_address as lives
      from petition p where p.unit_id = any($1::uuid[]) and ${within('p.due_on')}
        and p.state in ('received', 'classified', 'assigned', 'handled')
        and coalesce(p.kind, p.asked_kind, '') not in ('denunciation', 'tip')`,
  },
  {
    id: 'complaint',
    // Where the clock stands still there is no last day.
    sql: `select c.unit_id, c.field, coalesce(c.due_on, last.due_on) as due_on, c.due_on is null or c.ended_on is not null as settled,
        p.petitioner_name as who, p.petitioner_address as lives
      from complaint c ${petitioner('c')} ${lastDue('c')}
      where c.unit_id = any($1::uuid[]) and ${recent('c')} and ${within('coalesce(c.due_on, last.due_on)')}
        and (c.due_on is not null or c.decided_on is not null or c.ended_on is not null)`,
  },
  {
    id: 'feedback',
    sql: `select f.unit_id, f.field, coalesce(f.due_on, last.due_on) as due_on, f.ended_on is not null or f.state = 'answered' as settled,
        p.petitioner_name as who, p.petitioner_address as lives
      from feedback f ${petitioner('f')} ${lastDue('f')}
      where f.unit_id = any($1::uuid[]) and ${recent('f')} and ${within('coalesce(f.due_on, last.due_on)')}
        and (f.due_on is not null or f.ended_on is not null or f.state = 'answered')`,
  },
  {
    id: 'obligation',
    sql: `select c.unit_id, c.field, o.by_on as due_on, o.done is not null as settled, p.petitioner_name as who, p.petitioner_address as lives
      from complaint c ${petitioner('c')} cross join lateral jsonb_to_recordset(c.obligations) as o(by_on date, done jsonb)
      where c.unit_id = any($1::uuid[]) and jsonb_typeof(c.obligations) = 'array' and ${within('o.by_on')}`,
  },
  {
    id: 'grievance',
    // Nobody is named: all of one village and field stand for one household, so that they never suffice alone.
    sql: `select g.unit_id, g.field, g.target_on as due_on, g.ended_on is not null as settled, 'grievance' as who, g.place_unit_id::text as lives
      from grievance g where g.unit_id = any($1::uuid[]) and ${within('g.target_on')}`,
  },
  {
    id: 'commitment',
    // What was ordered and is neither kept nor replaced. Everything said on one occasion stands for one household.
    sql: `select c.unit_id, null as field, c.due_on, c.settled, 'commitment' as who, c.origin_id::text as lives
      from commitment_due c where c.unit_id = any($1::uuid[]) and ${within('c.due_on')}`,
  },
]
