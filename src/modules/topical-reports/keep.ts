/** `keep`: what is filled in so far is kept at the office, for whoever goes on with it. */
import { z } from 'zod'
import { action } from '../../platform/actions/action.ts'
import { answersInput, answersOf } from './answer-input.ts'
import { topicalAnswer } from './topical-answer.ts'

/** Keeps it; nothing need be complete. */
export const keep = action({
  noun: topicalAnswer,
  step: 'keep',
  input: z.object(answersInput),
  decide: (situation) => ({ change: { answers: answersOf(situation, false), nothing: false } }),
})
