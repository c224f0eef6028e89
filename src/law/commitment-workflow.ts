/** A commitment: what an authority promised or was ordered to do, until it is kept, replaced or owned up to as not kept. */
import type { Workflow } from './law.ts'

/** `reported`: the owner says it is kept and shows by what; somebody else confirms. Lateness is never a state. */
export type CommitmentState = 'made' | 'reported' | 'kept' | 'replaced' | 'not-kept'

/**
 * `owner`, `head`: officers, and head or deputy, of the unit that must keep it. `maker`: head or deputy of the unit where it
 * was said. `orderer`: the maker where that is another unit than the owner; where a unit promised by itself, those above it.
 * `superior`: orderer, or head or deputy of a unit above the owner. `preparer`: officers of owner or maker.
 * `front`: supervisors of the Front there or above. `asker`: who opened the origin with their code.
 */
export type CommitmentStanding =
  | 'program'
  | 'owner'
  | 'head'
  | 'maker'
  | 'orderer'
  | 'superior'
  | 'preparer'
  | 'front'
  | 'asker'

export type CommitmentCondition =
  | 'none-of-it-names-a-person'
  | 'somebody-else-reported-it'
  | 'new-last-day-is-later'
  | 'last-day-has-not-passed'
  | 'wording-is-not-public'
  | 'wording-is-public'
  | 'was-never-public'

/** `ordered` (yêu cầu, giao) binds a head; `recommended` (đề nghị) waits for an answer and is never overdue against one. */
export const commitmentForces = ['ordered', 'recommended'] as const

/** Working days before the last day on which the head is reminded, and after it on which the superior is told: our own numbers. */
export const commitmentReminders = { soon: 3, escalated: 5 } as const

/** States in which a commitment may rest for good. */
export const commitmentFinals = ['kept', 'replaced', 'not-kept'] as const satisfies CommitmentState[]

// No law fixes these steps; the article is the one under which a local government answers for its own work.
const own = { cite: 'Luật TCCQĐP 72/2025', unverified: 'own-reading' } as const
const open = ['made', 'reported'] as const
const all = [...open, ...commitmentFinals] as const

export const commitmentWorkflow = {
  // Promises are written where they are said; the program makes them when that text is fixed.
  make: { from: [], to: 'made', by: ['program'], needs: [], ...own },
  'note-progress': { from: ['made'], to: 'same', by: ['owner', 'head'], needs: [], ...own },
  'report-kept': { from: ['made'], to: 'reported', by: ['head'], needs: ['none-of-it-names-a-person'], ...own },
  'confirm-kept': {
    from: ['reported'],
    to: 'kept',
    by: ['superior', 'front', 'asker'],
    needs: ['somebody-else-reported-it'],
    ...own,
  },
  'send-back': {
    from: ['reported'],
    to: 'made',
    by: ['superior', 'front', 'asker'],
    needs: ['somebody-else-reported-it'],
    ...own,
  },
  'extend-day': {
    from: ['made'],
    to: 'same',
    by: ['orderer'],
    needs: ['last-day-has-not-passed', 'new-last-day-is-later', 'none-of-it-names-a-person'],
    ...own,
  },
  replace: { from: open, to: 'replaced', by: ['maker'], needs: ['none-of-it-names-a-person'], ...own },
  'record-not-kept': {
    from: open,
    to: 'not-kept',
    by: ['head', 'superior'],
    needs: ['none-of-it-names-a-person'],
    ...own,
  },
  'publish-wording': {
    from: all,
    to: 'same',
    by: ['preparer'],
    needs: ['wording-is-not-public', 'none-of-it-names-a-person'],
    ...own,
  },
  'take-down-wording': { from: all, to: 'same', by: ['head', 'maker'], needs: ['wording-is-public'], ...own },
  correct: {
    from: all,
    to: 'same',
    by: ['preparer'],
    needs: ['was-never-public'],
    cite: 'NĐ 30/2020 Đ18',
    unverified: 'own-reading',
  },
} as const satisfies Workflow<CommitmentState, CommitmentStanding, CommitmentCondition>

/** A step of a commitment. */
export type CommitmentStep = keyof typeof commitmentWorkflow
