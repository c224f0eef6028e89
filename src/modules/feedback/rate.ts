/** The petitioner says how good the answer was. */
import { z } from 'zod'
import { action } from '../../platform/actions/action.ts'
import { choice, text } from '../../platform/input.ts'
import { feedback } from './feedback.ts'

/** It describes the service, once per answer; who rated is not shown to the one who answered. */
export const rate = action({
  noun: feedback,
  step: 'rate',
  input: z.object({ rating: choice(['5', '4', '3', '2', '1']), note: text(1000, { field: 'long-text' }).optional() }),
  decide: ({ input }) => ({ change: { rating: Number(input.rating), rating_note: input.note ?? null } }),
})
