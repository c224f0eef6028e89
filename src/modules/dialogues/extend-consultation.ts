/** The people get more days. */
import { z } from 'zod'
import { action } from '../../platform/actions/action.ts'
import { WrongInput } from '../../platform/actions/errors.ts'
import { day } from '../../platform/input.ts'
import { consultation } from './consultation.ts'

/** Only later, never sooner; the old day stays on the page. */
export const extendConsultation = action({
  noun: consultation,
  step: 'extend',
  input: z.object({ last_on: day() }),
  decide({ record, input, viewer, moment }) {
    const { last_on, extensions } = record!
    if (Temporal.PlainDate.compare(input.last_on, last_on) <= 0)
      throw new WrongInput([{ field: 'last_on', code: 'only-later' }])
    const one = {
      on: moment.on.toString(),
      by: viewer.name,
      from_on: last_on.toString(),
      to_on: input.last_on.toString(),
    }
    return { change: { last_on: input.last_on, extensions: [...extensions, one] } }
  },
})
