/** Reporting periods: they end on the 14th, and the quarter is the smallest of them; every other is a row of quarters. */

/** What a period is called: a quarter, six or nine months, a year. */
export type PeriodKind = 'q1' | 'q2' | 'q3' | 'q4' | '6m' | '9m' | 'y'

/** A period of a year, e.g. `2026-6m`: both days belong to it. */
export interface Period {
  id: string
  year: number
  kind: PeriodKind
  first_on: Temporal.PlainDate
  last_on: Temporal.PlainDate
}

/** Where the calendar of an instrument stands: first and last day as month and day; a first month of 12 lies in the year before. */
interface PeriodRow {
  kind: PeriodKind
  first: readonly [month: number, day: number]
  last: readonly [month: number, day: number]
}

/** Which periods an instrument knows, from its first day on. */
export interface ReportCalendar {
  instrument: string
  from: string
  until: string | null
  cite: string
  periods: readonly PeriodRow[]
  unverified?: 'recalled'
}

const endingOnThe14th = [
  { kind: 'q1', first: [12, 15], last: [3, 14] },
  { kind: 'q2', first: [3, 15], last: [6, 14] },
  { kind: 'q3', first: [6, 15], last: [9, 14] },
  { kind: 'q4', first: [9, 15], last: [12, 14] },
  { kind: '6m', first: [12, 15], last: [6, 14] },
  { kind: '9m', first: [12, 15], last: [9, 14] },
  { kind: 'y', first: [12, 15], last: [12, 14] },
] as const satisfies PeriodRow[]

/** Calendars of periods by instrument. That of 2021 is taken to be the same; only that of 2024 was read. */
export const reportCalendars = [
  {
    instrument: 'TT02/2021',
    from: '2021-05-10',
    until: '2024-03-05',
    cite: 'TT 02/2021/TT-TTCP',
    periods: endingOnThe14th,
    unverified: 'recalled',
  },
  {
    instrument: 'TT01/2024',
    from: '2024-03-05',
    until: null,
    cite: 'TT 01/2024/TT-TTCP',
    periods: endingOnThe14th,
  },
] as const satisfies ReportCalendar[]

/** All kinds in the order in which they are offered. */
export const periodKinds = endingOnThe14th.map((row) => row.kind)

/** The period of that year and kind. */
export function periodOf(year: number, kind: PeriodKind): Period {
  const row = endingOnThe14th.find((one) => one.kind === kind)!
  const first_on = new Temporal.PlainDate(row.first[0] === 12 ? year - 1 : year, row.first[0], row.first[1])
  return {
    id: `${year}-${kind}`,
    year,
    kind,
    first_on,
    last_on: new Temporal.PlainDate(year, row.last[0], row.last[1]),
  }
}

/** Reads `2026-6m`; null where it is no period. */
export function readPeriod(text: string): Period | null {
  const found = /^(\d{4})-(q[1-4]|6m|9m|y)$/.exec(text)
  const year = Number(found?.[1])
  if (!found || year < 2000 || year > 2199) return null
  // The pattern admits exactly the kinds.
  return periodOf(year, found[2] as PeriodKind)
}

/** First day of the quarter that a day lies in: 15/12, 15/03, 15/06 or 15/09. The function `quarter_on` of the database says the same. */
export function quarterOn(day: Temporal.PlainDate): Temporal.PlainDate {
  const shifted = day.subtract({ days: 14 }).with({ day: 1 })
  return shifted.subtract({ months: shifted.month % 3 }).with({ day: 15 })
}

/** The last period of this kind that has ended on that day; before any has ended in its year, that of the year before. */
export function lastEnded(kind: PeriodKind, on: Temporal.PlainDate): Period {
  const here = periodOf(on.year, kind)
  return Temporal.PlainDate.compare(here.last_on, on) < 0 ? here : periodOf(on.year - 1, kind)
}

/** The same period of the year before. */
export function yearBefore(period: Period): Period {
  return periodOf(period.year - 1, period.kind)
}
