/** The petitioner takes it back before the answer. */
import { z } from 'zod'
import { action } from '../../platform/actions/action.ts'
import { text } from '../../platform/input.ts'
import { feedback, settledPosting } from './feedback.ts'

/** Final; the letter stays in the register. */
export const withdraw = action({
  noun: feedback,
  step: 'withdraw',
  input: z.object({ reason: text(1000, { field: 'long-text' }).optional() }),
  decide: ({ record, moment }) => ({
    change: { ended_on: moment.on, clock: null, nominal_on: null, due_on: null },
    postings: [settledPosting(record!, moment.on, 'withdrawn')],
  }),
})
