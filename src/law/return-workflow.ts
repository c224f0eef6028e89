/**
 * A return (số liệu cơ quan nộp): one unit's figures of one form for one period, signed by its head, taken or sent back by
 * who receives that form, then frozen. A frozen figure never changes: what was wrong is told by a new version.
 */
import type { Workflow } from './law.ts'

export type UnitReturnState = 'draft' | 'handed-in' | 'sent-back' | 'accepted' | 'frozen' | 'void'

/**
 * `preparer`: an officer of the unit. `stand-in`: an officer of the receiving body or of the unit above, for a unit whose
 * figures come on paper. `receiver`: an officer of the body that receives this form from this unit on the day.
 */
export type UnitReturnStanding = 'preparer' | 'head' | 'stand-in' | 'receiver'

export type UnitReturnCondition =
  | 'no-return-stands-yet'
  | 'unit-sends-to-somebody'
  | 'figures-come-from-registers'
  | 'figures-come-on-paper'
  | 'period-has-ended'
  | 'figures-are-complete'
  | 'figures-add-up'
  | 'a-frozen-version-stands'
  | 'no-version-is-open'
  | 'signing-day-is-not-ahead'

/** States in which a return may rest for good. */
export const unitReturnFinals = ['frozen', 'void'] as const satisfies UnitReturnState[]

/** Where the figures of a return come from: the program's own registers, or a paper of a unit that keeps none in it. */
export const returnSources = ['registers', 'paper'] as const
export type ReturnSource = (typeof returnSources)[number]

/** States in which a return has been handed in and stands. */
export const standingReturns = ['handed-in', 'accepted', 'frozen'] as const satisfies UnitReturnState[]

// The circular says that reports are signed by the head and sent to the body that receives them; the steps are ours.
const own = { cite: 'TT 01/2024/TT-TTCP Đ7', unverified: 'own-reading' } as const
const ready = ['period-has-ended', 'figures-are-complete', 'figures-add-up'] as const

export const unitReturnWorkflow = {
  draft: {
    from: [],
    to: 'draft',
    by: ['preparer', 'head', 'stand-in'],
    needs: ['no-return-stands-yet', 'unit-sends-to-somebody'],
    ...own,
  },
  // The registers have gone on since: the figures are taken anew.
  retake: {
    from: ['draft', 'sent-back'],
    to: 'same',
    by: ['preparer', 'head'],
    needs: ['figures-come-from-registers'],
    ...own,
  },
  enter: {
    from: ['draft', 'sent-back'],
    to: 'same',
    by: ['preparer', 'head', 'stand-in'],
    needs: ['figures-come-on-paper'],
    ...own,
  },
  'hand-in': { from: ['draft', 'sent-back'], to: 'handed-in', by: ['head'], needs: ready, ...own },
  // The paper was signed by the unit's own head; who typed it in is kept and shown.
  'hand-in-for': {
    from: ['draft', 'sent-back'],
    to: 'handed-in',
    by: ['stand-in'],
    needs: ['figures-come-on-paper', ...ready, 'signing-day-is-not-ahead'],
    ...own,
  },
  accept: { from: ['handed-in'], to: 'accepted', by: ['receiver'], needs: [], ...own },
  'send-back': { from: ['handed-in', 'accepted'], to: 'sent-back', by: ['receiver'], needs: [], ...own },
  freeze: { from: ['accepted'], to: 'frozen', by: ['receiver'], needs: [], ...own },
  'correct-frozen': {
    from: [],
    to: 'draft',
    by: ['preparer', 'head', 'stand-in'],
    needs: ['a-frozen-version-stands', 'no-version-is-open'],
    ...own,
  },
  void: { from: ['draft', 'sent-back'], to: 'void', by: ['preparer', 'head', 'stand-in'], needs: [], ...own },
} as const satisfies Workflow<UnitReturnState, UnitReturnStanding, UnitReturnCondition>

/** A step of a return. */
export type UnitReturnStep = keyof typeof unitReturnWorkflow

/** Days after the send day on which a return is not yet called late: our own, none is known. */
export const graceDays = 0
