/** A mistake in the complaint register is mended; both values stay in the history. */
import { z } from 'zod'
import { action } from '../../platform/actions/action.ts'
import { WrongInput } from '../../platform/actions/errors.ts'
import { personName, text } from '../../platform/input.ts'
import { complaint } from './complaint.ts'

/** Fields left empty stay as they are. */
export const correct = action({
  noun: complaint,
  step: 'correct',
  input: z.object({
    reason: text(1000, { field: 'long-text' }),
    title: text(300).optional(),
    complainant_name: personName().optional(),
    respondent: text(300).optional(),
  }),
  decide({ input }) {
    const { reason: _, ...given } = input
    const change = Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined))
    if (Object.keys(change).length === 0) throw new WrongInput([{ field: 'title', code: 'nothing-to-correct' }])
    return { change }
  },
})
