/** A head takes a delegation back before its end. */
import { z } from 'zod'
import { action } from '../../platform/actions/action.ts'
import { day } from '../../platform/input.ts'
import { delegation } from './delegation.ts'

/** `withdrawn_on` is the first day without it. */
export const withdrawDelegation = action({
  noun: delegation,
  step: 'withdraw-delegation',
  input: z.object({ withdrawn_on: day() }),
  decide: ({ input }) => ({ change: { withdrawn_on: input.withdrawn_on } }),
})
