/** How long the closed record of an ended denunciation is kept before its keys are destroyed: the book's years, to be checked. */
import type { Unverified } from './law.ts'

/** What was ended how: kept without processing, or settled in whatever way. */
export const recordClasses = ['kept-only', 'settled'] as const
export type RecordClass = (typeof recordClasses)[number]

/** Years of one class, from a day on. */
export interface RetentionRow {
  record_class: RecordClass
  years: number
  from: string
  cite: string
  unverified: Unverified
}

/**
 * The list of retention periods for office files was not seen in an official text: the years are recalled, and an office
 * may keep records longer, never shorter. A case that the office calls serious is kept for good: a hold prevents its end.
 */
export const retentionRows = [
  { record_class: 'settled', years: 15, from: '2012-01-01', cite: 'TT 10/2022', unverified: 'recalled' },
  { record_class: 'kept-only', years: 1, from: '2012-01-01', cite: 'TT 05/2021', unverified: 'recalled' },
] as const satisfies readonly RetentionRow[]

/** The class of a record in this final state. */
export function recordClassOf(state: string): RecordClass {
  return state === 'shelved' || state === 'tip-closed' ? 'kept-only' : 'settled'
}

/** The book's row of a class on that day. */
export function retentionRow(record_class: RecordClass, on: Temporal.PlainDate): RetentionRow {
  const rows: readonly RetentionRow[] = retentionRows
  const row = rows.findLast((one) => one.record_class === record_class && one.from <= on.toString())
  if (!row) throw new Error(`no retention in the book: ${record_class} on ${on}`)
  return row
}

/** The last day on which it is kept: years count from the end of the year in which it ended. */
export function keptUntil(ended_on: Temporal.PlainDate, years: number): Temporal.PlainDate {
  return Temporal.PlainDate.from({ year: ended_on.year + years, month: 12, day: 31 })
}
