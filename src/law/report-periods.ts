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
  /** The instrument whose calendar it is of; absent: the common one, whose quarters end on the 14th. */
  calendar?: string
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
  unverified?: 'recalled' | 'own-reading'
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

/** Reviews of public engagement speak of the first six months and of the year; no text says on which days. */
const calendarHalves = [
  { kind: '6m', first: [1, 1], last: [6, 30] },
  { kind: 'y', first: [1, 1], last: [12, 31] },
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
  {
    instrument: 'CT33/2021',
    from: '2021-11-26',
    until: null,
    cite: 'Chỉ thị 33/CT-TTg (2021)',
    periods: calendarHalves,
    unverified: 'own-reading',
  },
] as const satisfies ReportCalendar[]

/** All kinds in the order in which they are offered. */
export const periodKinds = endingOnThe14th.map((row) => row.kind)

/** The kinds that an instrument's calendar knows. */
export function kindsOf(instrument?: string): readonly PeriodKind[] {
  return rowsOf(instrument).map((row) => row.kind)
}

/** Only a calendar of its own is looked for: every other instrument keeps the common one. */
function rowsOf(instrument?: string): readonly PeriodRow[] {
  const own: readonly PeriodRow[] | undefined = reportCalendars.find((one) => one.instrument === instrument)?.periods
  return own ?? endingOnThe14th
}

/** The period of that year and kind, in the calendar of an instrument; a kind it does not know is taken from the common one. */
export function periodOf(year: number, kind: PeriodKind, instrument?: string): Period {
  const rows = rowsOf(instrument)
  const found = rows.find((one) => one.kind === kind)
  const row: PeriodRow = found ?? endingOnThe14th.find((one) => one.kind === kind)!
  const first_on = new Temporal.PlainDate(row.first[0] === 12 ? year - 1 : year, row.first[0], row.first[1])
  return {
    id: `${year}-${kind}`,
    year,
    kind,
    first_on,
    last_on: new Temporal.PlainDate(year, row.last[0], row.last[1]),
    ...(found && rows !== endingOnThe14th && instrument ? { calendar: instrument } : {}),
  }
}

/** Reads `2026-6m`; null where it is no period. */
export function readPeriod(text: string, instrument?: string): Period | null {
  const found = /^(\d{4})-(q[1-4]|6m|9m|y)$/.exec(text)
  const year = Number(found?.[1])
  if (!found || year < 2000 || year > 2199) return null
  // The pattern admits exactly the kinds.
  const kind = found[2] as PeriodKind
  return kindsOf(instrument).includes(kind) ? periodOf(year, kind, instrument) : null
}

/** First day of the quarter that a day lies in: 15/12, 15/03, 15/06 or 15/09. The function `quarter_on` of the database says the same. */
export function quarterOn(day: Temporal.PlainDate): Temporal.PlainDate {
  const shifted = day.subtract({ days: 14 }).with({ day: 1 })
  return shifted.subtract({ months: shifted.month % 3 }).with({ day: 15 })
}

/** The last period of this kind that has ended on that day; before any has ended in its year, that of the year before. */
export function lastEnded(kind: PeriodKind, on: Temporal.PlainDate, instrument?: string): Period {
  const here = periodOf(on.year, kind, instrument)
  return Temporal.PlainDate.compare(here.last_on, on) < 0 ? here : periodOf(on.year - 1, kind, instrument)
}

const shorter: Readonly<Partial<Record<PeriodKind, readonly (readonly PeriodKind[])[]>>> = {
  '6m': [['q1', 'q2']],
  '9m': [
    ['6m', 'q3'],
    ['q1', 'q2', 'q3'],
  ],
  y: [
    ['9m', 'q4'],
    ['6m', 'q3', 'q4'],
    ['q1', 'q2', 'q3', 'q4'],
  ],
}

/** The ways in which shorter periods make up this one, day by day, in their order; the fewest first. A calendar of its own has none. */
export function piecesOf(period: Period): Period[][] {
  if (period.calendar !== undefined) return []
  return (shorter[period.kind] ?? []).map((kinds) => kinds.map((kind) => periodOf(period.year, kind)))
}

/** The same period of the year before. */
export function yearBefore(period: Period): Period {
  return periodOf(period.year - 1, period.kind, period.calendar)
}
