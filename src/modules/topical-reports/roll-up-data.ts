/** What the pages of a roll-up show, and which questions of it are figures. */

import type { ShownCall } from './queries.ts'
import type { Question } from './question.ts'
import { behind, type Group, type QuestionSum, type UnitAnswer } from './roll-up.ts'
import type { Round } from './topical-call.ts'

/** What the page shows. */
export interface RollUpData {
  call: ShownCall
  round: Round
  /** All the viewer may see of the round; `rows`: of the chosen place. */
  all: readonly UnitAnswer[]
  rows: readonly UnitAnswer[]
  group: Group | null
  refresh: boolean
  now: Temporal.Instant
}

/** The hour of the round. */
export const dueOf = (data: RollUpData) => Temporal.Instant.from(data.round.due_at)

/** Questions that are shown: those asked now, and dropped ones that somebody answered. */
export const shownQuestions = (call: ShownCall, rows: readonly UnitAnswer[]): Question[] =>
  call.questions.filter((one) => one.dropped_at === null || behind(rows, one).length > 0)

/** Columns of figures: the questions that are numbers or yes and no. */
export const figured = (data: RollUpData) =>
  shownQuestions(data.call, data.all).filter(({ kind }) => kind === 'number' || kind === 'yes-no')

/** What a place's cell shows: the sum of a number, the yeses of a yes or no; null where nobody answered. */
export function figureOf(one: QuestionSum): number | null {
  if (one.answered === 0) return null
  return one.question.kind === 'number' ? one.sum : one.yes
}
