/** The results went to the heads of villages, who read them to everybody who was not there. */
import { z } from 'zod'
import { action } from '../../platform/actions/action.ts'
import { WrongInput } from '../../platform/actions/errors.ts'
import { day, longText } from '../../platform/input.ts'
import { dialogue } from './dialogue.ts'
import { standing } from './fields.ts'

/** Which villages, one a line or in a sentence. */
export const sendToVillages = action({
  noun: dialogue,
  step: 'send-to-villages',
  input: z.object({ sent_on: day(), to: longText(2000) }),
  decide({ record, input, moment }) {
    const { published_on } = standing(record)
    if (Temporal.PlainDate.compare(input.sent_on, moment.on) > 0)
      throw new WrongInput([{ field: 'sent_on', code: 'day-in-future' }])
    if (published_on && Temporal.PlainDate.compare(input.sent_on, published_on) < 0)
      throw new WrongInput([{ field: 'sent_on', code: 'before-the-results' }])
    return { change: { villages_told: { on: input.sent_on.toString(), to: input.to } } }
  },
})
