/** Declares a delegation that should never have been given void; it stays in the history. */
import { z } from 'zod'
import { action } from '../../platform/actions/action.ts'
import { text } from '../../platform/input.ts'
import { delegation } from './delegation.ts'

/** What was done while it stood stays done and signed. */
export const voidDelegation = action({
  noun: delegation,
  step: 'void-delegation',
  input: z.object({ reason: text(500) }),
  decide: () => ({ change: {} }),
})
