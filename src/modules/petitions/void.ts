/** A number given by mistake is marked void: it stays in the book and is never given again. */
import { z } from 'zod'
import { action } from '../../platform/actions/action.ts'
import { reason } from './inputs.ts'
import { petition, receivedPosting } from './petition.ts'

/** Reverses the counting with the original day. */
export const voidPetition = action({
  noun: petition,
  step: 'void',
  input: z.object({ reason: reason() }),
  decide: ({ record }) => ({
    change: {},
    postings: [receivedPosting(record!, -1)],
  }),
})
