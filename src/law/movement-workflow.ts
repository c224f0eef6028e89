/** Movements and drives (phong trào thi đua, cuộc vận động): launch, registration of units, reviews, awards. */
import type { Workflow } from './law.ts'

export type MovementState = 'launched' | 'reviewed' | 'closed'
/** `registrant`: an officer of a unit that may take part. */
export type MovementStanding = 'preparer' | 'head' | 'registrant'
export type MovementCondition =
  | 'movement-ends-after-it-begins'
  | 'registers-own-unit'
  | 'unit-takes-part-here'
  | 'unit-is-not-registered'
  | 'review-names-no-person'
  | 'a-person-has-consented'
  | 'collective-took-part'

/** States in which a movement may rest for good. */
export const movementFinals = ['closed'] as const satisfies MovementState[]

/** A movement emulates, a drive calls on people. */
export const movementKinds = ['movement', 'drive'] as const
/** A kind by its id. */
export type MovementKind = (typeof movementKinds)[number]

/** What is given: by the President of the province, by the commune, a medal of the branch. */
export const awardKinds = ['certificate-of-merit', 'commendation', 'commemorative-medal'] as const
/** A kind of award by its id. */
export type AwardKind = (typeof awardKinds)[number]

/** Who receives it. */
export const awardees = ['collective', 'person'] as const
/** A kind of awardee by its id. */
export type Awardee = (typeof awardees)[number]

const own = { cite: 'Luật TĐKT 2022', unverified: 'own-reading' } as const
const both = ['preparer', 'head'] as const

export const movementWorkflow = {
  'launch-movement': {
    from: [],
    to: 'launched',
    by: ['head'],
    needs: ['movement-ends-after-it-begins'],
    ...own,
  },
  'register-unit': {
    from: ['launched'],
    to: 'same',
    by: ['registrant'],
    needs: ['registers-own-unit', 'unit-takes-part-here', 'unit-is-not-registered'],
    ...own,
  },
  'review-interim': { from: ['launched'], to: 'same', by: both, needs: ['review-names-no-person'], ...own },
  'review-final': { from: ['launched'], to: 'reviewed', by: ['head'], needs: ['review-names-no-person'], ...own },
  award: {
    from: ['reviewed'],
    to: 'same',
    by: ['head'],
    needs: ['a-person-has-consented', 'collective-took-part'],
    ...own,
  },
  'close-movement': { from: ['reviewed'], to: 'closed', by: ['head'], needs: [], ...own },
  correct: {
    from: ['launched', 'reviewed', 'closed'],
    to: 'same',
    by: both,
    needs: ['movement-ends-after-it-begins'],
    cite: 'NĐ 30/2020 Đ18',
    unverified: 'own-reading',
  },
} as const satisfies Workflow<MovementState, MovementStanding, MovementCondition>

/** A step of a movement. */
export type MovementStep = keyof typeof movementWorkflow
