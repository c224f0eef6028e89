/** Every read of receptions; the viewer is always the first parameter. */
import { receptionFrequencyOf } from '../../law/reception-rules.ts'
import type { Sql } from '../../platform/actions/action.ts'
import { holds, type Viewer } from '../../platform/actions/viewer.ts'
import { seesUnit, visibleTo } from '../../platform/actions/visible.ts'
import type { FieldVisitRow } from './field-visit.ts'
import type { ReceptionDayRow } from './reception-day.ts'
import type { DayForVisits, VisitRow } from './visit.ts'

/** A reception day as the public calendar shows it. */
export type CalendarDayRow = Omit<DayForVisits, 'receiver'> &
  Pick<ReceptionDayRow, 'unit_id' | 'subject' | 'published_on' | 'published_late' | 'postponed'>

const calendarColumns = `d.id, d.unit_id, d.state, d.held_on, d.kind, d.mode, d.place, d.room, d.starts, d.ends, d.capacity, d.head_name, d.head_title,
  d.subject, d.published_on, d.published_late, d.postponed,
  (select count(*) from visit v where v.unit_id = d.unit_id and v.reception_day_id = d.id and v.state <> 'cancelled') as taken`

/** The published calendar of a unit from today on: anybody may read it. */
export async function calendarOf(viewer: Viewer, sql: Sql, unit_id: string, limit = 30): Promise<CalendarDayRow[]> {
  const { rows } = await sql.query<CalendarDayRow>({
    name: 'reception_calendar',
    text: `select ${calendarColumns} from reception_day d where d.unit_id = $1 and d.held_on >= $2::date and d.state in ('published', 'open')
      order by d.held_on, d.starts, d.id limit $3`,
    values: [unit_id, viewer.on.toString(), limit],
  })
  return rows
}

/** One published day, for booking. */
export async function calendarDay(
  _viewer: Viewer,
  sql: Sql,
  unit_id: string,
  id: string,
): Promise<CalendarDayRow | null> {
  const { rows } = await sql.query<CalendarDayRow>(
    `select ${calendarColumns} from reception_day d where d.unit_id = $1 and d.id = $2`,
    [unit_id, id],
  )
  return rows[0] ?? null
}

/** A day in the desk's list. */
export type DeskDayRow = CalendarDayRow &
  Pick<ReceptionDayRow, 'receiver' | 'nobody_came' | 'revision'> & { booked: number; waiting: number; came: number }

/** Days of a unit around today, newest last. */
export async function daysOf(
  viewer: Viewer,
  sql: Sql,
  unit_id: string,
  from: Temporal.PlainDate,
  until: Temporal.PlainDate,
): Promise<DeskDayRow[]> {
  const values: unknown[] = [unit_id, from.toString(), until.toString()]
  const { rows } = await sql.query<DeskDayRow>(
    `select ${calendarColumns}, d.receiver, d.nobody_came, d.revision, n.booked, n.waiting, n.came
     from reception_day d cross join lateral (
       select count(*) filter (where state = 'booked') as booked, count(*) filter (where state = 'waiting') as waiting,
         count(*) filter (where stage is not null) as came
       from visit v where v.unit_id = d.unit_id and v.reception_day_id = d.id) n
     where d.unit_id = $1 and d.held_on between $2 and $3 and ${visibleTo(viewer, 'd.unit_id', values)}
     order by d.held_on, d.starts, d.id limit 200`,
    values,
  )
  return rows
}

/** A reception day whole, for those who see the unit's register. */
export async function dayRecord(
  viewer: Viewer,
  sql: Sql,
  unit_id: string,
  id: string,
): Promise<ReceptionDayRow | null> {
  const { rows } = await sql.query<ReceptionDayRow>('select * from reception_day where unit_id = $1 and id = $2', [
    unit_id,
    id,
  ])
  return rows[0] && (await seesUnit(viewer, sql, unit_id)) ? rows[0] : null
}

/** A visit as lists show it; `held_on` of a booking follows its day. */
export type VisitInList = Pick<
  VisitRow,
  | 'id'
  | 'state'
  | 'revision'
  | 'held_on'
  | 'queue_number'
  | 'room'
  | 'stage'
  | 'visitor_name'
  | 'closed_content'
  | 'asked_kind'
  | 'subject'
  | 'people'
  | 'first_time'
  | 'case_id'
  | 'called_at'
  | 'refusal'
  | 'outcome'
  | 'nominal_on'
  | 'due_on'
  | 'clock'
>

const listColumns = `v.id, v.state, v.revision, coalesce(d.held_on, v.held_on) as held_on, v.queue_number, v.room, v.stage, v.visitor_name, v.closed_content,
  v.asked_kind, v.subject, v.people, v.first_time, v.case_id, v.called_at, v.refusal, v.outcome, v.nominal_on, v.due_on, v.clock`
const visitsWithDay = 'visit v left join reception_day d on d.unit_id = v.unit_id and d.id = v.reception_day_id'

/** Visits of a reception day in the order of their numbers. */
export async function visitsOfDay(viewer: Viewer, sql: Sql, unit_id: string, day_id: string): Promise<VisitInList[]> {
  const values: unknown[] = [unit_id, day_id]
  const { rows } = await sql.query<VisitInList>(
    `select ${listColumns} from ${visitsWithDay} where v.unit_id = $1 and v.reception_day_id = $2 and ${visibleTo(viewer, 'v.unit_id', values)}
     order by v.queue_number, v.id limit 500`,
    values,
  )
  return rows
}

/** Who waits, or is booked, today in this unit: called ones first, then by number. */
export async function queueOf(viewer: Viewer, sql: Sql, unit_id: string): Promise<VisitInList[]> {
  const values: unknown[] = [unit_id, viewer.on.toString()]
  const { rows } = await sql.query<VisitInList>(
    `select ${listColumns} from ${visitsWithDay}
     where v.unit_id = $1 and ${visibleTo(viewer, 'v.unit_id', values)} and (v.state = 'waiting' or (v.state = 'booked' and d.held_on = $2))
     order by v.state = 'booked', v.called_at is null, coalesce(d.held_on, v.held_on), v.queue_number, v.id limit 200`,
    values,
  )
  return rows
}

/** Outcomes and letters of refusal that the office owes, the most urgent first. */
export async function owedOf(viewer: Viewer, sql: Sql, unit_id: string, limit = 100): Promise<VisitInList[]> {
  const values: unknown[] = [unit_id, limit]
  const { rows } = await sql.query<VisitInList>(
    `select ${listColumns} from ${visitsWithDay}
     where v.unit_id = $1 and v.due_on is not null and v.outcome_given_on is null and v.state in ('awaiting-outcome', 'refused')
       and ${visibleTo(viewer, 'v.unit_id', values)}
     order by v.due_on, v.id limit $2`,
    values,
  )
  return rows
}

/** A visit whole: for those who see the register, or who opened it with their code. */
export async function visitRecord(viewer: Viewer, sql: Sql, unit_id: string, id: string): Promise<VisitRow | null> {
  const { rows } = await sql.query<VisitRow>('select * from visit where unit_id = $1 and id = $2', [unit_id, id])
  if (!rows[0]) return null
  const opened = viewer.opened.some((one) => one.unit_id === unit_id && one.record_id === id)
  return opened || (await seesUnit(viewer, sql, unit_id)) ? rows[0] : null
}

/** Something earlier on the same case: a visit or a petition. Never gathered by person. */
export interface EarlierOnCase {
  what: 'visit' | 'petition'
  case_id: string
  id: string
  on: Temporal.PlainDate
  state: string
  subject: string | null
  outcome: VisitRow['outcome']
}

/** What happened before on these cases, oldest first. */
export async function historyOf(
  viewer: Viewer,
  sql: Sql,
  unit_id: string,
  case_ids: readonly string[],
): Promise<EarlierOnCase[]> {
  if (case_ids.length === 0) return []
  const values: unknown[] = [unit_id, case_ids]
  const { rows } = await sql.query<EarlierOnCase>(
    `select * from (
       select 'visit' as what, case_id, id, held_on as on, state, subject, outcome from visit
       where unit_id = $1 and case_id = any($2::uuid[]) and stage is not null
       union all
       select 'petition', case_id, id, received_on, state, title, null from petition where unit_id = $1 and case_id = any($2::uuid[])) earlier
     where ${visibleTo(viewer, '$1::uuid', values)} order by "on", id limit 200`,
    values,
  )
  return rows
}

/** Petitions that were recorded from a visit. */
export async function petitionsOfVisit(
  viewer: Viewer,
  sql: Sql,
  unit_id: string,
  visit_id: string,
): Promise<{ id: string; register_number: number | null; register_year: number; title: string }[]> {
  const values: unknown[] = [unit_id, visit_id]
  const { rows } = await sql.query(
    `select id, register_number, register_year, title from petition
     where unit_id = $1 and visit_id = $2 and ${visibleTo(viewer, 'unit_id', values)} order by received_on, id limit 20`,
    values,
  )
  return rows
}

/** Field visits of a unit's head, the newest first. */
export async function fieldVisitsOf(viewer: Viewer, sql: Sql, unit_id: string, limit = 20): Promise<FieldVisitRow[]> {
  const values: unknown[] = [unit_id, limit]
  const { rows } = await sql.query<FieldVisitRow>(
    `select * from field_visit f where f.unit_id = $1 and ${visibleTo(viewer, 'f.unit_id', values)}
     order by f.held_on desc, f.id desc limit $2`,
    values,
  )
  return rows
}

/** One field visit. */
export async function fieldVisitRecord(
  viewer: Viewer,
  sql: Sql,
  unit_id: string,
  id: string,
): Promise<FieldVisitRow | null> {
  const { rows } = await sql.query<FieldVisitRow>('select * from field_visit where unit_id = $1 and id = $2', [
    unit_id,
    id,
  ])
  return rows[0] && (await seesUnit(viewer, sql, unit_id)) ? rows[0] : null
}

/** Days held in one week or month against what is required. */
export interface DutyPeriod {
  from: Temporal.PlainDate
  until: Temporal.PlainDate
  required: number
  held: number
  delegated: number
  cite: string
  unverified: boolean
}

/** What the head of a unit owed and held, newest period first. A period that has not ended is left out. */
export async function dutyOf(
  viewer: Viewer,
  sql: Sql,
  unit_id: string,
  level: string,
  periods = 12,
): Promise<{ frequency: { days: number; per: 'month' | 'week' } | null; periods: DutyPeriod[] }> {
  const frequency = receptionFrequencyOf(level, viewer.on)
  if (!frequency || !(await seesUnit(viewer, sql, unit_id))) return { frequency: null, periods: [] }
  const spans = periodsBefore(viewer.on, frequency.per, periods)
  const first = spans.at(-1)?.from ?? viewer.on
  const { rows } = await sql.query<{ held_on: Temporal.PlainDate; who: string }>(
    `select held_on, receiver->>'who' as who from reception_day
     where unit_id = $1 and kind <> 'regular' and closed_on is not null and held_on between $2 and $3`,
    [unit_id, first.toString(), viewer.on.toString()],
  )
  const daysHeld = (span: Span, who: string) =>
    new Set(rows.filter((row) => row.who === who && within(row.held_on, span)).map((row) => row.held_on.toString()))
      .size
  const counted = spans.flatMap((span) => {
    // The law of the period's last day says how many.
    const row = receptionFrequencyOf(level, span.until)
    if (!row || row.per !== frequency.per) return []
    const said = { required: row.days, cite: row.cite, unverified: row.unverified !== undefined }
    return [{ ...span, ...said, held: daysHeld(span, 'head'), delegated: daysHeld(span, 'deputy') }]
  })
  return { frequency, periods: counted }
}

interface Span {
  from: Temporal.PlainDate
  until: Temporal.PlainDate
}

function within(day: Temporal.PlainDate, { from, until }: Span): boolean {
  return Temporal.PlainDate.compare(day, from) >= 0 && Temporal.PlainDate.compare(day, until) <= 0
}

/** Whole weeks (Monday to Sunday) or months before that day, newest first. */
function periodsBefore(on: Temporal.PlainDate, per: 'month' | 'week', count: number): Span[] {
  const start = per === 'week' ? on.subtract({ days: on.dayOfWeek - 1 }) : on.with({ day: 1 })
  return Array.from({ length: count }, (_, i) => {
    const back = i + 1
    const from = start.subtract(per === 'week' ? { weeks: back } : { months: back })
    const until = from.add(per === 'week' ? { weeks: 1 } : { months: 1 }).subtract({ days: 1 })
    return { from, until }
  })
}

/** The unit whose desk this is: the one asked for where the viewer sees it, or the viewer's own post. */
export async function deskUnit(viewer: Viewer, sql: Sql, asked: string | undefined): Promise<string | null> {
  if (asked && (await seesUnit(viewer, sql, asked))) return asked
  const own = viewer.positions.find((one) =>
    holds(viewer, one.unit_id, 'reception-officer', 'head', 'deputy-head', 'clerk', 'handler'),
  )
  return own?.unit_id ?? null
}
