/** A day that is worked or free by decision: the holidays and exchanged days the Government sets for a year. */
import { calendarSpan } from '../../law/calendar.ts'
import type { Workflow } from '../../law/law.ts'
import type { Noun, RecordRow, Sql } from '../../platform/actions/action.ts'
import type { Viewer } from '../../platform/actions/viewer.ts'
import { countryId } from '../units/unit.ts'

/** One row of the table. It stands over the published calendar while its state is `decided`. */
export interface CalendarDayRow extends RecordRow {
  day: Temporal.PlainDate
  working: boolean
  /** What the day is, as people know it. */
  label: string
  /** Number and day of the decision. */
  decision: string
}

type State = 'decided' | 'withdrawn'
type Standing = 'administrator'
type Condition = 'day-has-a-calendar' | 'day-is-not-decided-yet'

const cite = 'BLLĐ 2019 Đ111, Đ112'

/**
 * How decided days come and go. The decision is the Prime Minister's or the Government's; the program only writes it
 * down, so that any administrator may, and the whole installation counts by it.
 */
export const calendarDayWorkflow = {
  'decide-day': {
    from: [],
    to: 'decided',
    by: ['administrator'],
    needs: ['day-has-a-calendar', 'day-is-not-decided-yet'],
    cite,
    unverified: 'own-reading',
  },
  'correct-day': { from: ['decided'], to: 'same', by: ['administrator'], needs: [], cite, unverified: 'own-reading' },
  'withdraw-day': {
    from: ['decided'],
    to: 'withdrawn',
    by: ['administrator'],
    needs: [],
    cite,
    unverified: 'own-reading',
  },
} as const satisfies Workflow<State, Standing, Condition>

/** What the conditions must know besides the row. */
export interface CalendarDayFacts {
  /** Days decided already. */
  decided: readonly Temporal.PlainDate[]
}

/** Two that set the calendar at once stand in line, so that the second sees what the first did. */
export async function waitForCalendar(sql: Sql): Promise<void> {
  await sql.query(`select pg_advisory_xact_lock(hashtext('calendar'))`)
}

/**
 * Standing towards the calendar and the switches: whoever administers any unit. There is one calendar for all, so its
 * rows lie with the country.
 */
export function administers(viewer: Viewer, unit_id: string): readonly 'administrator'[] {
  if (unit_id !== countryId) return []
  return viewer.positions.some((position) => position.kind === 'administrator') ? ['administrator'] : []
}

/** The noun `calendar-day`. */
export const calendarDay: Noun<CalendarDayRow, CalendarDayFacts> = {
  kind: 'calendar-day',
  table: 'calendar_day',
  workflow: calendarDayWorkflow,
  facts: async (sql, { record, unit_id }) => {
    if (record !== null) return { decided: [] }
    await waitForCalendar(sql)
    const { rows } = await sql.query<{ day: Temporal.PlainDate }>(
      `select day from calendar_day where unit_id = $1 and state = 'decided'`,
      [unit_id],
    )
    return { decided: rows.map((row) => row.day) }
  },
  standings: ({ viewer, unit_id }) => administers(viewer, unit_id),
  conditions: {
    'day-has-a-calendar': ({ input }) => {
      if (!input) return true
      const { year } = Temporal.PlainDate.from(String(input['day']))
      return calendarSpan.first <= year && year <= calendarSpan.last
    },
    'day-is-not-decided-yet': ({ facts, input }) =>
      !input || !facts.decided.some((day) => day.toString() === String(input['day'])),
  },
}
