/** The petitioner takes it back before the answer. */
import { z } from 'zod'
import { action } from '../../platform/actions/action.ts'
import { text } from '../../platform/input.ts'
import { feedback, settledPostings } from './feedback.ts'

/** Final; the letter stays in the register. */
export const withdraw = action({
  noun: feedback,
  step: 'withdraw',
  input: z.object({ reason: text(1000, { field: 'long-text' }).optional() }),
  decide: ({ record, facts, moment }) => ({
    change: { ended_on: moment.on, clock: null, nominal_on: null, due_on: null },
    postings: settledPostings(record!, facts, moment.on, 'withdrawn'),
  }),
})
