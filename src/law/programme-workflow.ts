/** Programmes and plans (chương trình, đề án, kế hoạch): goals with targets, tasks from which commitments flow, plans asked of units below. */
import type { Workflow } from './law.ts'

export type ProgrammeState = 'drafted' | 'issued' | 'ended' | 'withdrawn'
/** `partner`: an officer of a unit that organises a joint programme with others. */
export type ProgrammeStanding = 'preparer' | 'head' | 'partner'
export type ProgrammeCondition =
  | 'programme-ends-after-it-begins'
  | 'after-issue-the-head-decides'
  | 'programme-has-goals-and-tasks'
  | 'issue-day-is-not-ahead'
  | 'plan-day-is-ahead'
  | 'plans-are-missing'
  | 'not-reminded-today'
  | 'several-organise-it'
  | 'result-names-no-person'
  | 'every-goal-has-ended'
  | 'every-task-has-ended'

/** States in which a programme may rest for good. */
export const programmeFinals = ['ended', 'withdrawn'] as const satisfies ProgrammeState[]

/** Kinds of programme; a joint one has several organisers. */
export const programmeKinds = ['scheme', 'action-programme', 'plan', 'joint-programme'] as const
/** A kind by its id. */
export type ProgrammeKind = (typeof programmeKinds)[number]

// Reviews ask that every instrument has its plan, with head, day and result; the steps are ours.
const own = { cite: 'Chỉ thị 33/CT-TTg (2021)', unverified: 'own-reading' } as const
const joint = { cite: 'Luật MTTQ 2015 Đ7', unverified: 'own-reading' } as const
const both = ['preparer', 'head'] as const

export const programmeWorkflow = {
  'draft-programme': {
    from: [],
    to: 'drafted',
    by: both,
    needs: ['programme-ends-after-it-begins'],
    ...own,
  },
  'name-organiser': { from: ['drafted'], to: 'same', by: both, needs: [], ...joint },
  'drop-organiser': { from: ['drafted'], to: 'same', by: both, needs: [], ...joint },
  'note-promise': {
    from: ['drafted', 'issued'],
    to: 'same',
    by: both,
    needs: ['after-issue-the-head-decides'],
    ...own,
  },
  'drop-promise': { from: ['drafted'], to: 'same', by: both, needs: [], ...own },
  'issue-programme': {
    from: ['drafted'],
    to: 'issued',
    by: ['head'],
    needs: ['programme-has-goals-and-tasks', 'issue-day-is-not-ahead'],
    ...own,
  },
  'ask-for-plans': {
    from: ['issued'],
    to: 'same',
    by: ['head'],
    needs: ['plan-day-is-ahead'],
    ...own,
  },
  'remind-plans': {
    from: ['issued'],
    to: 'same',
    by: both,
    needs: ['plans-are-missing', 'not-reminded-today'],
    ...own,
  },
  'exchange-results': {
    from: ['issued'],
    to: 'same',
    by: ['partner', 'preparer', 'head'],
    needs: ['several-organise-it', 'result-names-no-person'],
    ...joint,
  },
  'end-programme': {
    from: ['issued'],
    to: 'ended',
    by: ['head'],
    needs: ['every-goal-has-ended', 'every-task-has-ended'],
    ...own,
  },
  'withdraw-programme': { from: ['drafted'], to: 'withdrawn', by: both, needs: [], ...own },
  correct: {
    from: ['drafted', 'issued', 'ended', 'withdrawn'],
    to: 'same',
    by: both,
    needs: ['after-issue-the-head-decides', 'programme-ends-after-it-begins'],
    cite: 'NĐ 30/2020 Đ18',
    unverified: 'own-reading',
  },
} as const satisfies Workflow<ProgrammeState, ProgrammeStanding, ProgrammeCondition>

/** A step of a programme. */
export type ProgrammeStep = keyof typeof programmeWorkflow

export type GoalState = 'set' | 'reached' | 'missed' | 'dropped'
export type GoalStanding = 'preparer' | 'head'
export type GoalCondition =
  | 'programme-is-open'
  | 'after-issue-the-head-decides'
  | 'progress-is-typed'
  | 'final-value-is-known'
  | 'final-value-reaches-the-target'

/** States in which a goal may rest for good. */
export const goalFinals = ['reached', 'missed', 'dropped'] as const satisfies GoalState[]

/** Which way a target is meant. */
export const goalDirections = ['at-least', 'at-most'] as const
/** A direction by its id. */
export type GoalDirection = (typeof goalDirections)[number]

export const goalWorkflow = {
  'set-goal': {
    from: [],
    to: 'set',
    by: both,
    needs: ['programme-is-open', 'after-issue-the-head-decides'],
    ...own,
  },
  'note-progress': { from: ['set'], to: 'same', by: both, needs: ['progress-is-typed'], ...own },
  'reach-goal': {
    from: ['set'],
    to: 'reached',
    by: ['head'],
    needs: ['final-value-is-known', 'final-value-reaches-the-target'],
    ...own,
  },
  'miss-goal': { from: ['set'], to: 'missed', by: ['head'], needs: ['final-value-is-known'], ...own },
  'drop-goal': { from: ['set'], to: 'dropped', by: ['head'], needs: [], ...own },
  correct: {
    from: ['set', 'reached', 'missed', 'dropped'],
    to: 'same',
    by: both,
    needs: ['after-issue-the-head-decides'],
    cite: 'NĐ 30/2020 Đ18',
    unverified: 'own-reading',
  },
} as const satisfies Workflow<GoalState, GoalStanding, GoalCondition>

/** A step of a goal. */
export type GoalStep = keyof typeof goalWorkflow
