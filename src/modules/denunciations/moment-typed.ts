/** A day with or without the hour, as somebody remembers it; and whether one thing came within 24 hours after another. */
import { z } from 'zod'
import { day, type FieldMeta } from '../../platform/input.ts'

/** An hour of the day, `8:30`, `08.30` or `8h30`; comes out as `08:30`. */
export function hourOfDay() {
  return z
    .string()
    .transform((value, context) => {
      const found = /^([01]?\d|2[0-3])\s*[:.hg]\s*([0-5]\d)?$/i.exec(value.normalize('NFKC').trim())
      if (found) return `${found[1]!.padStart(2, '0')}:${found[2] ?? '00'}`
      context.issues.push({ code: 'custom', input: value, message: 'not-an-hour', params: { fault: 'not-an-hour' } })
      return z.NEVER
    })
    .meta({ field: 'text', width: 5, maxLength: 6 } satisfies FieldMeta)
}

/** The two fields. */
export const momentFields = { happened_on: day(), happened_at: hourOfDay().optional() }

/** What the two fields say. */
export interface TypedMoment {
  on: string
  /** Null where nobody knows the hour: then any hour of the day counts. */
  at: string | null
}

/** Did `later` come after `earlier`, and at most 24 hours after it? An unknown hour is taken so that the answer is yes. */
export function withinDayAfter(earlier: TypedMoment, later: TypedMoment): boolean {
  const first = bounds(earlier)
  const then = bounds(later)
  return (
    Temporal.PlainDateTime.compare(then.to, first.from) >= 0 &&
    Temporal.PlainDateTime.compare(then.from, first.to.add({ hours: 24 })) <= 0
  )
}

function bounds({ on, at }: TypedMoment) {
  const from = Temporal.PlainDateTime.from(`${on}T${at ?? '00:00'}`)
  return { from, to: at === null ? from.add({ hours: 23, minutes: 59 }) : from }
}
