/** A mistake in the feedback register is mended; both values stay in the history. */
import { z } from 'zod'
import { action } from '../../platform/actions/action.ts'
import { WrongInput } from '../../platform/actions/errors.ts'
import { agree, text } from '../../platform/input.ts'
import { type FeedbackRow, feedback } from './feedback.ts'

/** Fields left empty stay as they are; the mark of a regulation goes only while its review has not begun. */
export const correct = action({
  noun: feedback,
  step: 'correct',
  input: z.object({
    reason: text(1000, { field: 'long-text' }),
    title: text(300).optional(),
    public_question: text(2000, { field: 'long-text' }).optional(),
    public_answer: text(4000, { field: 'long-text' }).optional(),
    unmark_regulation: agree(),
  }),
  decide({ record, input }) {
    const { reason: _, unmark_regulation, ...given } = input
    const reviewing = record!.regulation?.study || record!.regulation?.findings
    if (unmark_regulation && (!record!.regulation || reviewing))
      throw new WrongInput([{ field: 'unmark_regulation', code: 'review-has-begun' }])
    const change: Partial<FeedbackRow> = unmark_regulation ? { regulation: null } : {}
    Object.assign(change, Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined)))
    if (Object.keys(change).length === 0) throw new WrongInput([{ field: 'title', code: 'nothing-to-correct' }])
    return { change }
  },
})
