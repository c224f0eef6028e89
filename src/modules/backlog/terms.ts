/** What the backlog is sorted by: how old, and why it lies. */

/** Ages of an open case in days from the day it was received; `to` is the last day, null where there is none. */
export const ages = [
  { id: '0-30', from: 0, to: 30 },
  { id: '31-90', from: 31, to: 90 },
  { id: '91-180', from: 91, to: 180 },
  { id: '181', from: 181, to: null },
] as const

/** An age by its id. */
export type Age = (typeof ages)[number]['id']

/** Why a case lies, as its plan records it. */
export const causes = [
  'facts-are-hard',
  'papers-missing',
  'law-is-unclear',
  'several-bodies',
  'party-does-not-come',
  'waits-for-court',
  'not-carried-out',
  'too-few-people',
  'other',
] as const

/** A cause by its id. */
export type Cause = (typeof causes)[number]

/** The open registers whose cases can lie. */
export const openKinds = ['petition', 'complaint', 'feedback'] as const

/** A kind of record of the open registers. */
export type OpenKind = (typeof openKinds)[number]

/** The age that a number of days falls in. */
export function ageOf(days: number): Age {
  return ages.findLast((age) => days >= age.from)?.id ?? ages[0].id
}

/** Days ahead within which a case is due soon. */
export const soonDays = 3

/** The condition of the groups `overdue` and `due-soon` on a column of due days; none for other groups. */
export function dueWithin(group: string, column: string, day: string): string[] {
  if (group === 'overdue') return [`${column} < ${day}`]
  return group === 'due-soon' ? [`${column} between ${day} and ${day} + ${soonDays}`] : []
}
