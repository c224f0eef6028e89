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

/** Decided days and set switches as two columns of a larger query, which `countingFrom` reads; texts, so that they compare. */
export const countingColumns = `(select json_agg(json_build_array(day, working, label, decision) order by day, id)::text
    from calendar_day where state = 'decided') as decided_days,
  ${settingsQuery}::text as set_switches`

/** What the columns of `countingColumns` hold. */
export interface CountingColumns {
  decided_days: string | null
  set_switches: string | null
}

/** What was decided last: as long as the office says the same, the calendar need not be made anew. */
let last: { said: CountingColumns; counting: Counting } | null = null

/** Published rows with the rows an office has decided over them, as just read. */
export function countingFrom({ decided_days, set_switches }: CountingColumns): Counting {
  if (decided_days === null && set_switches === null) return published
  if (last && last.said.decided_days === decided_days && last.said.set_switches === set_switches) return last.counting
  const days: [string, boolean, string, string][] = decided_days === null ? [] : JSON.parse(decided_days)
  const switches: Record<string, boolean> = set_switches === null ? {} : JSON.parse(set_switches)
  const overrides = days.map(([on, working, label, cite]) => ({
    on: Temporal.PlainDate.from(on),
    working,
    label,
    cite,
  }))
  const counting = { calendar: calendarWith(overrides, switches), switches }
  last = { said: { decided_days, set_switches }, counting }
  return counting
}

/** The working calendar and the switches as they stand. No viewer: the working calendar is public. */
export async function countingOf(sql: Sql): Promise<Counting> {
  const { rows } = await sql.query<CountingColumns>({ name: 'counting', text: `select ${countingColumns}` })
  return countingFrom(rows[0]!)
}
