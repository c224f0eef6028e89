/** `correct`: words or days of a movement are mended; both values stay in the history. */
import { z } from 'zod'
import { action } from '../../platform/actions/action.ts'
import { WrongInput } from '../../platform/actions/errors.ts'
import { day, longText, text } from '../../platform/input.ts'
import { reason } from '../petitions/inputs.ts'
import { movement } from './movement.ts'

/** Fields left empty stay as they are. */
export const correctMovement = action({
  noun: movement,
  step: 'correct',
  input: z.object({
    reason: reason(),
    title: text(300).optional(),
    content: longText(4000).optional(),
    until_on: day().optional(),
  }),
  decide({ input }) {
    const { reason: _, ...given } = input
    const change = Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined))
    if (Object.keys(change).length === 0) throw new WrongInput([{ field: 'title', code: 'nothing-to-correct' }])
    return { change }
  },
})
