/** The superior's demand on a unit directly below that is overdue in the open registers, and the unit's answer. */
import type { Workflow } from './law.ts'

export type OverdueDemandState = 'demanded' | 'escalated' | 'answered' | 'ended' | 'withdrawn'
/** `head`: of the superior. `subordinate`: the head of the unit that was asked. */
export type OverdueDemandStanding = 'head' | 'subordinate'
export type OverdueDemandCondition =
  | 'unit-is-directly-below'
  | 'answer-day-is-ahead'
  | 'answer-day-has-passed'
  | 'every-record-has-a-day'
  | 'no-demand-on-it-is-open'

/** States in which a demand may rest for good. */
export const overdueDemandFinals = ['ended', 'withdrawn'] as const satisfies OverdueDemandState[]

// For denunciations LTC 2018 Đ38 and TT 05/2021 Đ14.2 say so; the same is asked of the open registers.
const own = { cite: 'TT 05/2021 Đ14.2; LTC 2018 Đ38', unverified: 'own-reading' } as const

export const overdueDemandWorkflow = {
  'make-demand': {
    from: [],
    to: 'demanded',
    by: ['head'],
    needs: ['unit-is-directly-below', 'answer-day-is-ahead', 'no-demand-on-it-is-open'],
    ...own,
  },
  'answer-overdue': {
    from: ['demanded', 'escalated'],
    to: 'answered',
    by: ['subordinate'],
    needs: ['every-record-has-a-day'],
    ...own,
  },
  // Not answered by its day: asked again, as a default of duty that the superior may act on.
  'escalate-demand': {
    from: ['demanded'],
    to: 'escalated',
    by: ['head'],
    needs: ['answer-day-has-passed', 'answer-day-is-ahead'],
    ...own,
  },
  'end-demand': { from: ['answered'], to: 'ended', by: ['head'], needs: [], ...own },
  'withdraw-demand': { from: ['demanded', 'escalated'], to: 'withdrawn', by: ['head'], needs: [], ...own },
  correct: {
    from: ['demanded', 'escalated', 'answered', 'ended', 'withdrawn'],
    to: 'same',
    by: ['head', 'subordinate'],
    needs: ['every-record-has-a-day'],
    cite: 'NĐ 30/2020 Đ18',
    unverified: 'own-reading',
  },
} as const satisfies Workflow<OverdueDemandState, OverdueDemandStanding, OverdueDemandCondition>

/** A step of a demand. */
export type OverdueDemandStep = keyof typeof overdueDemandWorkflow
