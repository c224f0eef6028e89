/** A change of the calendar or of a switch moves the due dates of open records; each move is an event that keeps both days. */
import { z } from 'zod'
import { DueError } from '../../law/due.ts'
import type { JobWanted } from '../../platform/actions/action.ts'
import { choice, day, text, uuid } from '../../platform/input.ts'
import { type Clock, clockColumns } from './clock.ts'
import type { Counting } from './counting.ts'

/** Name of the job that finds the open records a change moves. */
export const reDateTask = 're-date'

/** What moved them. */
export const reDateCauses = ['day-decided', 'day-withdrawn', 'switch-set', 'switch-unset'] as const

export type ReDateCause = (typeof reDateCauses)[number]

/** The job after such a change: it names the change and nothing else. */
export function reDateJob(cause: ReDateCause, cause_id: string): JobWanted {
  return { task: reDateTask, payload: { cause, cause_id } }
}

const hidden = { field: 'hidden' } as const

/** Both days, and the change that moved them: the event keeps them, and everybody who sees the record reads them. */
export const reDateInput = z.object({
  due_from: day().meta(hidden),
  due_to: day().meta(hidden),
  cause: choice(reDateCauses).meta(hidden),
  cause_id: uuid(),
  /** The day that was decided, or the switch. */
  about: text(100, hidden),
  /** The decision's name and number, or the switch's ground. */
  ground: text(500, hidden),
  /** The article the new day follows from. */
  by_law: text(200, hidden),
})

/** The part of a record that a clock runs on. */
export interface Clocked {
  clock: Clock | null
  nominal_on: Temporal.PlainDate | null
  due_on: Temporal.PlainDate | null
}

/** The days as they are counted now, where they are not those written; null where nothing moves or no clock runs. */
export function movedDates(row: Clocked, counting: Counting) {
  // A suspended record has no due day: it is counted anew when it goes on.
  if (!row.clock || !row.due_on || !row.nominal_on) return null
  try {
    const { nominal_on, due_on } = clockColumns(row.clock, counting)
    return due_on.equals(row.due_on) && nominal_on.equals(row.nominal_on) ? null : { nominal_on, due_on }
  } catch (error) {
    // The book has no answer any more, e.g. the rule was switched off: what was told stays.
    if (error instanceof DueError) return null
    throw error
  }
}

/** The condition `due-date-moves`: the day written is the one named, and the day counted now the other. */
export function dueDateMoves(row: Clocked, counting: Counting, input: Readonly<Record<string, unknown>> | null) {
  const moved = movedDates(row, counting)
  if (moved === null || input === null) return moved !== null
  return String(input['due_from']) === String(row.due_on) && String(input['due_to']) === String(moved.due_on)
}

/** The decision of every `re-date`: the days alone change, whatever was done before stays as it was. */
export function reDated(row: Clocked, counting: Counting, input: z.output<typeof reDateInput>) {
  return { change: { ...movedDates(row, counting) }, cite: input.by_law }
}
