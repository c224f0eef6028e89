/** How many said it, or the words as an officer wrote them down, are mended; what a person sent is not. */
import { z } from 'zod'
import { action } from '../../platform/actions/action.ts'
import { WrongInput } from '../../platform/actions/errors.ts'
import { count, longText, text } from '../../platform/input.ts'
import { corrected } from './corrected.ts'
import { opinion } from './opinion.ts'

/** An empty field changes nothing. */
export const correctOpinion = action({
  noun: opinion,
  step: 'correct',
  input: z.object({
    people: count(1, 100_000).optional(),
    text: longText().optional(),
    reason: text(500),
  }),
  decide({ record, input, viewer, moment }) {
    if (record!.source === 'portal') throw new WrongInput([{ field: 'text', code: 'words-of-the-sender' }])
    return { change: corrected(record!, input, { viewer, moment }) }
  },
})
