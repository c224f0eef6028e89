/** The petitioner takes the petition back before it has been handled. */
import { z } from 'zod'
import { action } from '../../platform/actions/action.ts'
import { reason } from './inputs.ts'
import { petition } from './petition.ts'

/** The letter stays in the register. */
export const withdraw = action({
  noun: petition,
  step: 'withdraw',
  input: z.object({ reason: reason().optional() }),
  decide: () => ({ change: {} }),
})
