/** `correct`: words, target or day of a goal are mended; both values stay in the history. */
import { z } from 'zod'
import { action } from '../../platform/actions/action.ts'
import { WrongInput } from '../../platform/actions/errors.ts'
import { day, text } from '../../platform/input.ts'
import { reason } from '../petitions/inputs.ts'
import { goal } from './goal.ts'
import { quantity } from './quantity.ts'

/** Fields left empty stay as they are. */
export const correctGoal = action({
  noun: goal,
  step: 'correct',
  input: z.object({
    reason: reason(),
    text: text(500, { field: 'long-text' }).optional(),
    target_value: quantity().optional(),
    by_on: day().optional(),
  }),
  decide({ input }) {
    const { reason: _, ...given } = input
    const change = Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined))
    if (Object.keys(change).length === 0) throw new WrongInput([{ field: 'text', code: 'nothing-to-correct' }])
    return { change }
  },
})
