/** What rows of the closed register have in common: states that go together, who decides, what everybody needs who opens it. */
import {
  type DenunciationCondition,
  type DenunciationStanding,
  type DenunciationState,
  denunciationFinals,
} from './denunciation-terms.ts'

/** Whoever opens a sealed record is neither the subject nor under the subject, and holds its key. */
export const clear = ['actor-is-clear-of-the-subject', 'actor-holds-a-key'] as const satisfies DenunciationCondition[]

/** Who handles the letter by law. */
export const deciding = ['intake', 'settler'] as const satisfies DenunciationStanding[]

/** It is being settled, and its limit runs. */
export const settling = ['accepted', 'verifying', 'verified'] as const satisfies DenunciationState[]

/** Something is still to be done. */
export const running = [
  'sealed',
  'under-review',
  ...settling,
  'concluded',
  'sent',
  'acted-on',
  'at-inspection',
  'inspected',
] as const satisfies DenunciationState[]

/** All that a denunciation can be in. */
export const every = [...running, ...denunciationFinals] as const
