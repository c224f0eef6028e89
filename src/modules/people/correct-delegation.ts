/** Corrects the document a delegation names; its days change by withdrawing it, its person by a new one. */
import { z } from 'zod'
import { action } from '../../platform/actions/action.ts'
import { text } from '../../platform/input.ts'
import { delegation } from './delegation.ts'

/** The event keeps both values and the reason. */
export const correctDelegation = action({
  noun: delegation,
  step: 'correct-delegation',
  input: z.object({ document: text(200), reason: text(500) }),
  decide: ({ input }) => ({ change: { document: input.document } }),
})
