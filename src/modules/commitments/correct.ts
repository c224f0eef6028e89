/** A typing error in the words is mended while nobody outside has read them; both wordings stay. */
import { z } from 'zod'
import { action } from '../../platform/actions/action.ts'
import { WrongInput } from '../../platform/actions/errors.ts'
import { longText } from '../../platform/input.ts'
import { commitment } from './commitment.ts'

/** Owner, day and force are never corrected: they are extended or replaced. */
export const correct = action({
  noun: commitment,
  step: 'correct',
  input: z.object({ text: longText(20_000), reason: longText(1000) }),
  decide({ record, input, viewer, moment }) {
    const { text: from, corrections } = record!
    if (input.text === from) throw new WrongInput([{ field: 'text', code: 'nothing-to-correct' }])
    const mended = { on: moment.on.toString(), by: viewer.name, reason: input.reason, from, to: input.text }
    return { change: { text: input.text, corrections: [...corrections, mended] } }
  },
})
