/** The hour of a topical report: due instants, and when who has not answered is reminded. */
import type { Calendar } from '../../law/calendar.ts'
import { type Moment, zone } from '../../platform/clock.ts'

/** The instant that a moment means: its day, at its hour. They differ only where a demonstration holds the day still. */
export function nowOf({ at, on }: Moment): Temporal.Instant {
  return on.toZonedDateTime({ timeZone: zone, plainTime: at.toZonedDateTimeISO(zone).toPlainTime() }).toInstant()
}

/** An hour `17:00` of a day in Việt Nam. */
export function instantOf(day: Temporal.PlainDate, hour: string): Temporal.Instant {
  return day.toZonedDateTime({ timeZone: zone, plainTime: Temporal.PlainTime.from(hour) }).toInstant()
}

/** The day and hour of an instant in Việt Nam. */
export function dayAndHour(at: Temporal.Instant): { day: Temporal.PlainDate; hour: string } {
  const local = at.toZonedDateTimeISO(zone)
  return { day: local.toPlainDate(), hour: local.toPlainTime().toString({ smallestUnit: 'minute' }) }
}

/**
 * When units that have not answered are reminded, once: one hour before where it is due today, otherwise at 08:00 of the
 * last working day that is at least an hour before. Null where that hour has passed.
 */
export function remindAt(due_at: Temporal.Instant, now: Temporal.Instant, calendar: Calendar): Temporal.Instant | null {
  const hour_before = due_at.subtract({ hours: 1 })
  const due = dayAndHour(due_at).day
  const today = dayAndHour(now).day
  for (let day = due; Temporal.PlainDate.compare(day, today) > 0; day = day.subtract({ days: 1 })) {
    const morning = instantOf(day, '08:00')
    if (calendar.day(day).working && Temporal.Instant.compare(morning, hour_before) <= 0) return morning
  }
  return Temporal.Instant.compare(hour_before, now) > 0 ? hour_before : null
}
