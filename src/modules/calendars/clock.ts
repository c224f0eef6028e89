/** A running clock: the inputs of a due date as a record keeps them, so that its reasons can be shown anywhere. */
import { type DueAnswer, DueError, type DueQuestion, due, rowInForce } from '../../law/due.ts'
import type { LimitId } from '../../law/time-limits.ts'
import type { Counting } from './counting.ts'

/** A due date's inputs, days as ISO text: this is what the column `clock` keeps. */
export interface Clock {
  rule: LimitId
  start: string
  remote?: boolean
  /** The decisions that list the place as remote on the day the clock started. */
  remote_by?: string
  complexity?: 'complex' | 'specially-complex'
  several_places?: boolean
  suspensions?: readonly { from: string; to: string }[]
}

/** The columns a running clock leaves on its record. */
export function clockColumns(clock: Clock, counting: Counting) {
  const answer = dueOf(clock, counting)
  return { clock, nominal_on: answer.nominal, due_on: answer.due }
}

/** The same for a record of any day: all null where the law set no such limit yet on the day the clock would have started. */
export function clockColumnsOfAnyDay(clock: Clock, counting: Counting) {
  try {
    return clockColumns(clock, counting)
  } catch (error) {
    if (error instanceof DueError && error.code === 'not-in-force')
      return { clock: null, nominal_on: null, due_on: null }
    throw error
  }
}

/** Does the rule a clock runs by bear the mark "to be checked"? The mark stands beside the day wherever it is shown. */
export function isToBeChecked(clock: Clock, counting: Pick<Counting, 'switches'>): boolean {
  try {
    return rowInForce(clock.rule, Temporal.PlainDate.from(clock.start), counting.switches).unverified !== undefined
  } catch (error) {
    if (error instanceof DueError) return true
    throw error
  }
}

/** Due day and reasons of a stored clock. */
export function dueOf(clock: Clock, counting: Counting): DueAnswer {
  const suspensions = (clock.suspensions ?? []).map((stretch) => ({
    from: Temporal.PlainDate.from(stretch.from),
    to: Temporal.PlainDate.from(stretch.to),
  }))
  const { remote_by: _, ...asked } = clock
  const question: DueQuestion = { ...asked, ...counting, start: Temporal.PlainDate.from(clock.start), suspensions }
  return due(clock.rule, question)
}
