/** A commitment: what an authority promised or was ordered to do, until it is kept, replaced or owned up to as not kept. */
import type { Workflow } from './law.ts'

export type CommitmentState = 'made'
export type CommitmentStanding = 'program'
export type CommitmentCondition = never

/** `ordered` (yêu cầu, giao) binds a head; `recommended` (đề nghị) waits for an answer and is never overdue against one. */
export const commitmentForces = ['ordered', 'recommended'] as const

/** States in which a commitment may rest for good. */
export const commitmentFinals = [] as const satisfies CommitmentState[]

// No law fixes these steps; the article is the one under which a local government answers for its own work.
const own = { cite: 'Luật TCCQĐP 72/2025', unverified: 'own-reading' } as const

export const commitmentWorkflow = {
  // Promises are written where they are said; the program makes them when that text is fixed.
  make: { from: [], to: 'made', by: ['program'], needs: [], ...own },
} as const satisfies Workflow<CommitmentState, CommitmentStanding, CommitmentCondition>

/** A step of a commitment. */
export type CommitmentStep = keyof typeof commitmentWorkflow
