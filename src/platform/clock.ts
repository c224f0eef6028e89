/** The instant and the business day. A day is a day in Việt Nam, whatever the server's zone. */

/** When something happens: the real instant, and the day by whose law it is judged. */
export interface Moment {
  at: Temporal.Instant
  on: Temporal.PlainDate
}

/** The zone whose midnight begins a day. */
export const zone = 'Asia/Ho_Chi_Minh'

/** The business day of demonstration data where no other is given. */
export const demonstrationDay = Temporal.PlainDate.from('2026-11-20')

let fixed: Temporal.PlainDate | null = null

/** Now. The day is the fixed one where one is set; the instant is always real. */
export function moment(): Moment {
  const at = Temporal.Now.instant()
  return { at, on: fixed ?? dayOf(at) }
}

/** The day in Việt Nam of an instant. */
export function dayOf(at: Temporal.Instant): Temporal.PlainDate {
  return at.toZonedDateTimeISO(zone).toPlainDate()
}

/** Holds the business day still (demonstrations and tests), or lets it go with null. */
export function fixDay(day: Temporal.PlainDate | string | null): void {
  fixed = day === null ? null : Temporal.PlainDate.from(day)
}

/** The day that is held, shown on every page; null where days pass. */
export function fixedDay(): Temporal.PlainDate | null {
  return fixed
}
