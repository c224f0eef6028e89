/**
 * A topical report (báo cáo chuyên đề, đột xuất): a unit asks the units under it a few questions by an hour, each answers on
 * one page, and the sums are read while they come in. What was published is never changed in silence.
 */
import type { Workflow } from './law.ts'

export type TopicalCallState = 'draft' | 'published' | 'closed' | 'withdrawn'

/** `publisher`: head, deputy or clerk of the unit that asks. */
export type TopicalCallStanding = 'publisher' | 'clock'

export type TopicalCallCondition =
  | 'asks-a-question'
  | 'due-hour-is-ahead'
  | 'due-hour-is-later-than-before'
  | 'asks-for-no-person'
  | 'question-stands'
  | 'another-question-stands'
  | 'asks-for-several-days'
  | 'units-are-chosen-by-name'

/** States in which a call may rest for good. */
export const topicalCallFinals = ['closed', 'withdrawn'] as const satisfies TopicalCallState[]

// The circular knows reports on a topic and on sudden matters, as the asking body orders them; the steps are ours.
const own = { cite: 'TT 01/2024/TT-TTCP Đ3', unverified: 'own-reading' } as const
const by = ['publisher'] as const

export const topicalCallWorkflow = {
  prepare: { from: [], to: 'draft', by, needs: ['due-hour-is-ahead', 'asks-for-no-person'], ...own },
  // After publication each addition and each replacement is a new question beside the old one, with its reason.
  'add-question': { from: ['draft', 'published'], to: 'same', by, needs: ['asks-for-no-person'], ...own },
  'replace-question': {
    from: ['draft', 'published'],
    to: 'same',
    by,
    needs: ['question-stands', 'asks-for-no-person'],
    ...own,
  },
  'drop-question': {
    from: ['draft', 'published'],
    to: 'same',
    by,
    needs: ['question-stands', 'another-question-stands'],
    ...own,
  },
  'choose-units': { from: ['draft'], to: 'same', by, needs: ['units-are-chosen-by-name'], ...own },
  publish: {
    from: ['draft'],
    to: 'published',
    by,
    needs: ['asks-a-question', 'due-hour-is-ahead'],
    ...own,
  },
  'open-round': { from: ['published'], to: 'same', by: ['clock'], needs: ['asks-for-several-days'], ...own },
  extend: {
    from: ['published', 'closed'],
    to: 'published',
    by,
    needs: ['due-hour-is-ahead', 'due-hour-is-later-than-before'],
    ...own,
  },
  correct: {
    from: ['draft', 'published', 'closed', 'withdrawn'],
    to: 'same',
    by,
    needs: ['asks-for-no-person'],
    ...own,
  },
  close: { from: ['published'], to: 'closed', by, needs: [], ...own },
  withdraw: { from: ['draft', 'published'], to: 'withdrawn', by, needs: [], ...own },
} as const satisfies Workflow<TopicalCallState, TopicalCallStanding, TopicalCallCondition>

/** A step of a call. */
export type TopicalCallStep = keyof typeof topicalCallWorkflow

export type TopicalAnswerState = 'asked' | 'draft' | 'handed-in'

/** `answerer`: an officer of the unit asked. `stand-in`: of the asking unit or the one above, where nobody of it is in office here. */
export type TopicalAnswerStanding = 'answerer' | 'stand-in' | 'clock'

export type TopicalAnswerCondition = 'call-is-open'

/** States in which an answer may rest: a unit need not answer for a call to end. */
export const topicalAnswerFinals = ['asked', 'draft', 'handed-in'] as const satisfies TopicalAnswerState[]

const answers = { by: ['answerer', 'stand-in'], needs: ['call-is-open'], ...own } as const

export const topicalAnswerWorkflow = {
  ask: { from: [], to: 'asked', by: ['clock'], needs: ['call-is-open'], ...own },
  keep: { from: ['asked', 'draft'], to: 'draft', ...answers },
  'hand-in': { from: ['asked', 'draft'], to: 'handed-in', ...answers },
  'report-nothing': { from: ['asked', 'draft'], to: 'handed-in', ...answers },
  'correct-answer': { from: ['handed-in'], to: 'same', ...answers },
} as const satisfies Workflow<TopicalAnswerState, TopicalAnswerStanding, TopicalAnswerCondition>

/** A step of an answer. */
export type TopicalAnswerStep = keyof typeof topicalAnswerWorkflow
