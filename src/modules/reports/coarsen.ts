/**
 * How counts are made public. A register's quarter is the smallest cell; each count of it is coarsened on its own to a
 * multiple of five by a secret draw. Everything else that is published, for any unit, tree and period, is a sum of
 * these, so that a total never tells more than its parts do.
 */

/** Published figures are multiples of this. */
export const step = 5

/** What a register publishes of a quarter: disjoint counts, so that none is a total of others. */
export const publicCounts = [
  'received',
  'handled_here',
  'guided',
  'transferred',
  'otherwise',
  'settled_in_time',
  'settled_late',
] as const

/** One of `publicCounts`. */
export type PublicCount = (typeof publicCounts)[number]

/** All counts of one cell or of a sum of cells. */
export type PublicCounts = Readonly<Record<PublicCount, number>>

/**
 * The multiple of five just below or above a count, above the likelier the nearer it is: right on the average.
 * `draw` is a secret number from 0 to 4, drawn once for the cell.
 */
export function coarsened(count: number, draw: number): number {
  return Math.floor((Math.max(count, 0) + draw) / step) * step
}

/** What a reader who knows the rule can say of the count behind a published cell, or behind a sum of `cells` cells. */
export function possible(published: number, cells = 1): { least: number; most: number } {
  return { least: Math.max(0, published - (step - 1) * cells), most: published + (step - 1) * cells }
}

/** Nothing published. */
export const noCounts: PublicCounts = {
  received: 0,
  handled_here: 0,
  guided: 0,
  transferred: 0,
  otherwise: 0,
  settled_in_time: 0,
  settled_late: 0,
}

/** The sum of two rows of counts. */
export function plusCounts(a: PublicCounts, b: PublicCounts): PublicCounts {
  return {
    received: a.received + b.received,
    handled_here: a.handled_here + b.handled_here,
    guided: a.guided + b.guided,
    transferred: a.transferred + b.transferred,
    otherwise: a.otherwise + b.otherwise,
    settled_in_time: a.settled_in_time + b.settled_in_time,
    settled_late: a.settled_late + b.settled_late,
  }
}

/** Letters of which the first thing was done in the period. */
export function processedOf(counts: PublicCounts): number {
  return counts.handled_here + counts.guided + counts.transferred + counts.otherwise
}

/** Below this many letters a share says more about the coarsening than about the office. */
export const shareFrom = 50

/** A share of a sum of published figures; null where there is too little to tell one. */
export function shareOf(part: number, whole: number): number | null {
  return whole < shareFrom ? null : part / whole
}
