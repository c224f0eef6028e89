/** `correct`: title or days of a programme are mended; both values stay in the history. */
import { z } from 'zod'
import { action } from '../../platform/actions/action.ts'
import { WrongInput } from '../../platform/actions/errors.ts'
import { day, text } from '../../platform/input.ts'
import { reason } from '../petitions/inputs.ts'
import { programme } from './programme.ts'

/** Fields left empty stay as they are. */
export const correctProgramme = action({
  noun: programme,
  step: 'correct',
  input: z.object({
    reason: reason(),
    title: text(300).optional(),
    from_on: day().optional(),
    until_on: day().optional(),
  }),
  decide({ input }) {
    const { reason: _, ...given } = input
    const change = Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined))
    if (Object.keys(change).length === 0) throw new WrongInput([{ field: 'title', code: 'nothing-to-correct' }])
    return { change }
  },
})
