/** `end-instrument`: it is no longer in force from a day on. */
import { z } from 'zod'
import { action } from '../../platform/actions/action.ts'
import { WrongInput } from '../../platform/actions/errors.ts'
import { day, text } from '../../platform/input.ts'
import { instrument } from './instrument.ts'

/** `on` is the first day without it. */
export const endInstrument = action({
  noun: instrument,
  step: 'end-instrument',
  input: z.object({ on: day(), end_note: text(1000, { field: 'long-text' }) }),
  decide({ record, input }) {
    if (Temporal.PlainDate.compare(input.on, record!.valid_from) < 0)
      throw new WrongInput([{ field: 'on', code: 'day-before-validity' }])
    return { change: { ended_on: input.on, valid_until: input.on, end_note: input.end_note } }
  },
})
