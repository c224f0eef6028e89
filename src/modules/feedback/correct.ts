/** A mistake in the feedback register is mended; both values stay in the history. */
import { z } from 'zod'
import { action } from '../../platform/actions/action.ts'
import { WrongInput } from '../../platform/actions/errors.ts'
import { text } from '../../platform/input.ts'
import { feedback } from './feedback.ts'

/** Fields left empty stay as they are. */
export const correct = action({
  noun: feedback,
  step: 'correct',
  input: z.object({
    reason: text(1000, { field: 'long-text' }),
    title: text(300).optional(),
    public_question: text(2000, { field: 'long-text' }).optional(),
    public_answer: text(4000, { field: 'long-text' }).optional(),
  }),
  decide({ input }) {
    const { reason: _, ...given } = input
    const change = Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined))
    if (Object.keys(change).length === 0) throw new WrongInput([{ field: 'title', code: 'nothing-to-correct' }])
    return { change }
  },
})
