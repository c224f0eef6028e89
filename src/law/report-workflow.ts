/** Who may see the figures of denunciations: a head lists at most three positions of the unit, and takes one off again. */
import type { Workflow } from './law.ts'

export type NamedPositionState = 'listed' | 'taken-off'
export type NamedPositionStanding = 'head'
export type NamedPositionCondition =
  | 'fewer-than-three-are-listed'
  | 'account-holds-a-position-here'
  | 'account-is-not-listed'

/** States in which an entry may rest for good. */
export const namedPositionFinals = ['listed', 'taken-off'] as const satisfies NamedPositionState[]

export const namedPositionWorkflow = {
  list: {
    from: [],
    to: 'listed',
    by: ['head'],
    needs: ['account-holds-a-position-here', 'account-is-not-listed', 'fewer-than-three-are-listed'],
    cite: 'LTC 2018 Đ8; NĐ 31/2019',
    unverified: 'own-reading',
  },
  'take-off': {
    from: ['listed'],
    to: 'taken-off',
    by: ['head'],
    needs: [],
    cite: 'LTC 2018 Đ8',
    unverified: 'own-reading',
  },
} as const satisfies Workflow<NamedPositionState, NamedPositionStanding, NamedPositionCondition>

/** A step of an entry in the list. */
export type NamedPositionStep = keyof typeof namedPositionWorkflow
