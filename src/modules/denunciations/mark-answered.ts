/** The unit that was asked has answered: the demand at its desk is no longer open. */
import { z } from 'zod'
import { action } from '../../platform/actions/action.ts'
import { sealedWord } from './sealed-word.ts'

/** By the clock, when the answer is handed in. */
export const markAnswered = action({
  noun: sealedWord,
  step: 'mark-answered',
  input: z.object({}),
  decide: ({ moment }) => ({ change: { answered_on: moment.on } }),
})
