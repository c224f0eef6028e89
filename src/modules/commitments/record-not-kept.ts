/** It was not kept, and why: said openly, and an end. */
import { z } from 'zod'
import { action } from '../../platform/actions/action.ts'
import { longText } from '../../platform/input.ts'
import { commitment } from './commitment.ts'
import { endPosting } from './postings.ts'

/** The public reads why, where the commitment is public. */
export const recordNotKept = action({
  noun: commitment,
  step: 'record-not-kept',
  input: z.object({ why: longText(2000) }),
  decide: ({ record, input, moment }) => ({
    change: { why: input.why, ended_on: moment.on },
    postings: [endPosting('commitment-not-kept', record!, moment.on)],
  }),
})
