/**
 * A grievance without a petition (bức xúc chưa thành đơn): a problem that a village, the Front or an officer knows of. It is
 * not a complaint and starts no clock of the law; the office gives it an owner and a day of its own.
 */
import type { Workflow } from './law.ts'

export type GrievanceState = 'recorded' | 'assigned' | 'ended'

/** A `recorder` is a desk officer of the unit, or a Front supervisor of it, who sees what they recorded and no more. */
export type GrievanceStanding = 'recorder' | 'intake' | 'head' | 'owner'

export type GrievanceCondition = 'none-of-it-names-a-person'

/** States in which a grievance may rest for good. */
export const grievanceFinals = ['ended'] as const satisfies GrievanceState[]

/** How it came to be known. */
export const grievanceSources = ['village-head', 'front', 'handler', 'meeting'] as const
export type GrievanceSource = (typeof grievanceSources)[number]

/** How it ended. */
export const grievanceEnds = ['settled', 'became-a-petition', 'guided', 'merged'] as const
export type GrievanceEnd = (typeof grievanceEnds)[number]

// No law fixes these steps; the article is the one under which a local government listens and settles what is its own.
const own = { cite: 'Luật TCCQĐP 72/2025', unverified: 'own-reading' } as const
const nobody = ['none-of-it-names-a-person'] as const

export const grievanceWorkflow = {
  record: { from: [], to: 'recorded', by: ['recorder'], needs: nobody, ...own },
  'assign-owner': { from: ['recorded', 'assigned'], to: 'assigned', by: ['head', 'intake'], needs: [], ...own },
  'note-progress': { from: ['assigned'], to: 'same', by: ['owner', 'head'], needs: nobody, ...own },
  end: { from: ['recorded', 'assigned'], to: 'ended', by: ['owner', 'head', 'intake'], needs: nobody, ...own },
  correct: {
    from: ['recorded', 'assigned', 'ended'],
    to: 'same',
    by: ['recorder', 'head', 'intake'],
    needs: nobody,
    ...own,
  },
} as const satisfies Workflow<GrievanceState, GrievanceStanding, GrievanceCondition>

/** A step of a grievance. */
export type GrievanceStep = keyof typeof grievanceWorkflow
