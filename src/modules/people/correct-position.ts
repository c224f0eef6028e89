/** Corrects a position that was written down wrongly; the event keeps both values and the reason. */
import { z } from 'zod'
import { action } from '../../platform/actions/action.ts'
import { day, text } from '../../platform/input.ts'
import { position } from './position.ts'

/** Person and kind stay: a wrong one is voided and given anew. */
export const correctPosition = action({
  noun: position,
  step: 'correct-position',
  input: z.object({
    title: text(200),
    from_on: day(),
    until_on: day().optional(),
    document: text(200).optional(),
    reason: text(500),
  }),
  decide: ({ input }) => {
    const { title, from_on, until_on = null, document = null } = input
    return { change: { title, from_on, until_on, document } }
  },
})
