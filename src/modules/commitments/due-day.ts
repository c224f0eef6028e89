/** The last day of a commitment by the working calendar. */
import type { Calendar } from '../../law/calendar.ts'
import { nextWorkingDay } from '../../law/calendar.ts'

/** A named day on which nobody works runs to the end of the next working day (BLDS 2015 Đ148.5). */
export function lastDayOf(named_on: Temporal.PlainDate, calendar: Calendar): Temporal.PlainDate {
  return calendar.day(named_on).working ? named_on : nextWorkingDay(named_on, calendar)
}
