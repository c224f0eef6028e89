/** The working calendar and the switches of doubtful rules, as the offices have set them. */
import { type Calendar, calendarWith, publishedCalendar } from '../../law/calendar.ts'
import type { SwitchSettings } from '../../law/switches.ts'
import type { Sql } from '../../platform/actions/action.ts'

/** The law's counting on this installation: calendar and switches. */
export interface Counting {
  calendar: Calendar
  switches: SwitchSettings
}

/** The switches as set, as one JSON value inside a larger query; null where none is. */
export const settingsQuery = `(select json_object_agg(switch, turned_on) from law_switch where state = 'set')`

const published: Counting = { calendar: publishedCalendar, switches: {} }

/** Published rows with the rows an office has decided over them. No viewer: the working calendar is public. */
export async function countingOf(sql: Sql): Promise<Counting> {
  const { rows } = await sql.query<{ day: Temporal.PlainDate | null; working: boolean; label: string; cite: string }>({
    name: 'counting',
    text: `select day, working, label, decision as cite from calendar_day where state = 'decided'
      union all select null, turned_on, switch, ground from law_switch where state = 'set'`,
  })
  if (rows.length === 0) return published
  const switches: Record<string, boolean> = {}
  const overrides = []
  for (const row of rows) {
    if (row.day === null) switches[row.label] = row.working
    else overrides.push({ on: row.day, working: row.working, label: row.label, cite: row.cite })
  }
  return { calendar: calendarWith(overrides, switches), switches }
}
