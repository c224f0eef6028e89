/**
 * Working days of state agencies: Monday to Friday without public holidays, with the Saturdays worked in exchange.
 * A holiday that falls on a rest day is compensated on the next working day (BLLĐ 2019 Đ111.3).
 */
import { type CalendarStatus, type CalendarYear, calendarYears } from './calendar-years.ts'
import { isOn, type SwitchSettings, switches } from './switches.ts'

export type HolidayId = 'new-year' | 'tet' | 'gio-to' | 'reunification' | 'labour' | 'national' | 'culture'

/** Why a day is worked or not. */
export type DayWhy =
  | 'working-day'
  | 'weekend'
  | 'holiday'
  | 'compensation'
  | 'swapped-rest'
  | 'make-up-day'
  | 'office-rest'
  | 'office-work'

/** One day as a calendar sees it. */
export interface CalendarDay {
  on: Temporal.PlainDate
  working: boolean
  why: DayWhy
  /** The holiday kept or compensated on that day. */
  holiday?: HolidayId
  cite: string
  /** Words of the office's own row. */
  label?: string
}

/** A day that an office has set otherwise than the published calendar, with its decision. */
export interface CalendarOverride {
  on: Temporal.PlainDate
  working: boolean
  label: string
  cite: string
}

/** Published rows with an office's rows over them. Made by `calendarWith`. */
export interface Calendar {
  /** `published`, or `published+N` with the number of office rows over it. */
  name: string
  overrides: readonly CalendarOverride[]
  /** The day as this calendar sees it. Throws a RangeError outside the years of the book. */
  day(on: Temporal.PlainDate): CalendarDay
}

/** First and last year that the book has rows for. */
export const calendarSpan = { first: calendarYears[0].year, last: calendarYears[calendarYears.length - 1]?.year ?? 0 }

/** The published calendar with an office's rows and switches over it. */
export function calendarWith(overrides: readonly CalendarOverride[] = [], settings: SwitchSettings = {}): Calendar {
  const special = specialDays(settings)
  const own = new Map(overrides.map((row) => [row.on.toString(), row]))
  return {
    name: overrides.length === 0 ? 'published' : `published+${overrides.length}`,
    overrides,
    day(on) {
      if (on.year < calendarSpan.first || on.year > calendarSpan.last) {
        throw new RangeError(
          `no working calendar for ${on.year}: the book has ${calendarSpan.first} to ${calendarSpan.last}`,
        )
      }
      const key = on.toString()
      const row = own.get(key)
      if (row) {
        const { working, label, cite } = row
        return { on, working, why: working ? 'office-work' : 'office-rest', label, cite }
      }
      const day = special.get(key)
      if (day) return day
      return isWeekend(on)
        ? { on, working: false, why: 'weekend', cite: 'BLLĐ 2019 Đ111.1' }
        : { on, working: true, why: 'working-day', cite: 'BLLĐ 2019 Đ105' }
    },
  }
}

/** The calendar as published, with every switch at its default. */
export const publishedCalendar: Calendar = calendarWith()

/** How sure the rows of this year are; null outside the book. */
export function calendarSource(year: number): { year: number; status: CalendarStatus; source: string } | null {
  const row = calendarYears.find((item) => item.year === year)
  return row ? { year, status: row.status, source: row.source } : null
}

/** The first working day after this one. */
export function nextWorkingDay(on: Temporal.PlainDate, calendar: Calendar = publishedCalendar): Temporal.PlainDate {
  let day = on.add({ days: 1 })
  while (!calendar.day(day).working) day = day.add({ days: 1 })
  return day
}

/** So many working days on; the day itself where `days` is 0. */
export function workingDayAfter(on: Temporal.PlainDate, days: number, calendar: Calendar): Temporal.PlainDate {
  let day = on
  for (let count = 0; count < days; count++) day = nextWorkingDay(day, calendar)
  return day
}

/** How many working days there are after `from`, up to and with `to`; 0 where `to` is not later. */
export function workingDaysBetween(
  from: Temporal.PlainDate,
  to: Temporal.PlainDate,
  calendar: Calendar = publishedCalendar,
): number {
  let count = 0
  for (let day = from.add({ days: 1 }); Temporal.PlainDate.compare(day, to) <= 0; day = day.add({ days: 1 })) {
    if (calendar.day(day).working) count += 1
  }
  return count
}

/** The statutory holidays of a year: day → which (before compensation). */
export function statutoryHolidays(row: CalendarYear, settings: SwitchSettings = {}): Map<string, HolidayId> {
  const days = new Map<string, HolidayId>()
  const tet = Temporal.PlainDate.from(row.tet_from)
  for (let i = 0; i < row.tet_days; i += 1) days.set(tet.add({ days: i }).toString(), 'tet')
  days.set(`${row.year}-01-01`, 'new-year')
  days.set(row.gio_to, 'gio-to')
  days.set(`${row.year}-04-30`, 'reunification')
  days.set(`${row.year}-05-01`, 'labour')
  for (const day of row.national_days) days.set(day, 'national')
  const culture = switches.find((item) => item.id === 'holiday.culture-day')
  const cultureDay = `${row.year}-11-24`
  if (isOn('holiday.culture-day', settings) && culture && cultureDay >= culture.from) days.set(cultureDay, 'culture')
  return days
}

function specialDays(settings: SwitchSettings): Map<string, CalendarDay> {
  const days = new Map<string, CalendarDay>()
  const put = (day: CalendarDay) => days.set(day.on.toString(), day)
  for (const row of calendarYears) {
    const cite = labourCode(row.year)
    const holidays = [...statutoryHolidays(row, settings)].sort(([a], [b]) => (a < b ? -1 : 1))
    for (const [key, holiday] of holidays) {
      put({ on: Temporal.PlainDate.from(key), working: false, why: 'holiday', holiday, cite: cite.holiday })
    }
    for (const { rest, work } of row.swaps) {
      put({ on: Temporal.PlainDate.from(rest), working: false, why: 'swapped-rest', cite: row.source })
      put({ on: Temporal.PlainDate.from(work), working: true, why: 'make-up-day', cite: row.source })
    }
    for (const [key, holiday] of holidays) {
      const day = Temporal.PlainDate.from(key)
      if (!isWeekend(day)) continue
      let on = day.add({ days: 1 })
      while (isWeekend(on) || days.has(on.toString())) on = on.add({ days: 1 })
      put({ on, working: false, why: 'compensation', holiday, cite: cite.compensation })
    }
  }
  return days
}

function labourCode(year: number): { holiday: string; compensation: string } {
  if (year >= 2021) return { holiday: 'BLLĐ 2019 Đ112', compensation: 'BLLĐ 2019 Đ111.3' }
  if (year >= 2014) return { holiday: 'BLLĐ 2012 Đ115', compensation: 'BLLĐ 2012 Đ115.3' }
  return { holiday: 'BLLĐ 1994 Đ73', compensation: 'BLLĐ 1994 Đ73' }
}

function isWeekend(on: Temporal.PlainDate): boolean {
  return on.dayOfWeek >= 6
}
