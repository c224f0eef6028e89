/**
 * A plan to catch up in a place and field where the authority is behind (nơi nhiều việc chưa xong): who, by when, what. It
 * opens from a finding of the scan and closes when fewer of the cases found then are still open.
 */
import type { Workflow } from './law.ts'

export type HotspotPlanState = 'opened' | 'closed' | 'withdrawn'

/** `head`: head or deputy of the place, one of whom owns the plan. `superior`: of a unit above it. */
export type HotspotPlanStanding = 'head' | 'superior'

export type HotspotPlanCondition = 'target-day-is-ahead' | 'overdue-cases-fell' | 'none-of-it-names-a-person'

/** States in which a plan may rest for good. */
export const hotspotPlanFinals = ['closed', 'withdrawn'] as const satisfies HotspotPlanState[]

// No law fixes these steps; the article is the one under which a local government answers for its own work.
const own = { cite: 'Luật TCCQĐP 72/2025', unverified: 'own-reading' } as const

export const hotspotPlanWorkflow = {
  open: {
    from: [],
    to: 'opened',
    by: ['head', 'superior'],
    needs: ['target-day-is-ahead', 'none-of-it-names-a-person'],
    ...own,
  },
  'note-progress': {
    from: ['opened'],
    to: 'same',
    by: ['head'],
    needs: ['none-of-it-names-a-person'],
    ...own,
  },
  close: {
    from: ['opened'],
    to: 'closed',
    by: ['head', 'superior'],
    needs: ['overdue-cases-fell', 'none-of-it-names-a-person'],
    ...own,
  },
  withdraw: {
    from: ['opened'],
    to: 'withdrawn',
    by: ['head', 'superior'],
    needs: ['none-of-it-names-a-person'],
    ...own,
  },
  correct: {
    from: ['opened', 'closed', 'withdrawn'],
    to: 'same',
    by: ['head', 'superior'],
    needs: ['target-day-is-ahead', 'none-of-it-names-a-person'],
    ...own,
  },
} as const satisfies Workflow<HotspotPlanState, HotspotPlanStanding, HotspotPlanCondition>

/** A step of a plan. */
export type HotspotPlanStep = keyof typeof hotspotPlanWorkflow
