/** Days of the demonstration: working days counted by the law's own calendar, and instants within them. */
import { nextWorkingDay, publishedCalendar } from '../law/calendar.ts'
import { due } from '../law/due.ts'
import type { LimitId } from '../law/time-limits.ts'
import { type Moment, zone } from '../platform/clock.ts'

/** A day as ISO text or value. */
export type Day = Temporal.PlainDate

/** Reads a day. */
export const dayOf = (text: string): Day => Temporal.PlainDate.from(text)

/** Is the first day before the second? */
export const before = (a: Day, b: Day): boolean => Temporal.PlainDate.compare(a, b) < 0

/** This day, or the next working day where it is none. */
export function workday(on: Day): Day {
  return publishedCalendar.day(on).working ? on : nextWorkingDay(on)
}

/** So many working days later; 0: this day, or the next working day. */
export function workdaysAfter(on: Day, count: number): Day {
  let day = workday(on)
  for (let i = 0; i < count; i += 1) day = nextWorkingDay(day)
  return day
}

/** So many working days earlier. */
export function workdaysBefore(on: Day, count: number): Day {
  let day = on
  for (let left = count; left > 0; ) {
    day = day.subtract({ days: 1 })
    if (publishedCalendar.day(day).working) left -= 1
  }
  return day
}

/** The due day of a limit that starts on this day. */
export function dueOn(rule: LimitId, start: Day, more: { remote?: boolean } = {}): Day {
  return due(rule, { start, ...more }).due
}

/** A moment of that day: minutes after 08:00 in Việt Nam. */
export function momentOf(on: Day, minute: number): Moment {
  const at = on.toZonedDateTime({ timeZone: zone, plainTime: '08:00' }).add({ minutes: minute }).toInstant()
  return { at, on }
}

/** The later of two days. */
export const later = (a: Day, b: Day): Day => (before(a, b) ? b : a)
