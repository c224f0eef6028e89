/** Public words that give somebody away are taken down; that they were, and when, stays public. */
import { z } from 'zod'
import { action } from '../../platform/actions/action.ts'
import { longText } from '../../platform/input.ts'
import { commitment } from './commitment.ts'

/** The reason is read at the desk alone: it may tell what the words told. */
export const takeDownWording = action({
  noun: commitment,
  step: 'take-down-wording',
  input: z.object({ reason: longText(1000) }),
  decide: ({ record, input, viewer, moment }) => ({
    change: {
      public_text: null,
      taken_down: [...record!.taken_down, { on: moment.on.toString(), by: viewer.name, reason: input.reason }],
    },
  }),
})
