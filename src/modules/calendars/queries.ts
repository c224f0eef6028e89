/** Reads of the calendar and the switches. Both are public: everybody's due dates count by them. */
import type { Sql } from '../../platform/actions/action.ts'
import { happenedTo as eventsOf, type Happened } from '../../platform/actions/timeline.ts'
import type { Viewer } from '../../platform/actions/viewer.ts'
import { countryId } from '../units/unit.ts'
import type { CalendarDayRow } from './calendar-day.ts'
import type { LawSwitchRow } from './law-switch.ts'

/** Days of a year that were decided, in order; those withdrawn stay in the list. */
export async function decidedDays(_viewer: Viewer, sql: Sql, year: number): Promise<CalendarDayRow[]> {
  const { rows } = await sql.query<CalendarDayRow>(
    `select * from calendar_day where unit_id = $1 and day between $2 and $3 order by day, created_at limit 400`,
    [countryId, `${year}-01-01`, `${year}-12-31`],
  )
  return rows
}

/** One decided day. */
export async function decidedDay(_viewer: Viewer, sql: Sql, id: string): Promise<CalendarDayRow | null> {
  const { rows } = await sql.query<CalendarDayRow>('select * from calendar_day where unit_id = $1 and id = $2', [
    countryId,
    id,
  ])
  return rows[0] ?? null
}

/** Switches as they are set now. */
export async function setSwitches(_viewer: Viewer, sql: Sql): Promise<LawSwitchRow[]> {
  const { rows } = await sql.query<LawSwitchRow>(
    `select * from law_switch where unit_id = $1 and state = 'set' order by created_at`,
    [countryId],
  )
  return rows
}

/** One setting of a switch, also one that holds no more. */
export async function setSwitchRow(_viewer: Viewer, sql: Sql, id: string): Promise<LawSwitchRow | null> {
  const { rows } = await sql.query<LawSwitchRow>('select * from law_switch where unit_id = $1 and id = $2', [
    countryId,
    id,
  ])
  return rows[0] ?? null
}

/** What happened to a decided day or a switch, the latest first; for officers. */
export async function happenedTo(viewer: Viewer, sql: Sql, id: string): Promise<Happened[]> {
  if (viewer.account_id === null) return []
  return eventsOf(sql, { unit_id: countryId, id }, ['calendar-day', 'law-switch'])
}
