/** A signed letter gets its number on paper: no later than the working day after it was signed, or it is shown as late. */
import { z } from 'zod'
import { nextWorkingDay } from '../../law/calendar.ts'
import { action } from '../../platform/actions/action.ts'
import { WrongInput } from '../../platform/actions/errors.ts'
import { day } from '../../platform/input.ts'
import { paperCopy } from './paper-copy.ts'

/** Recorded as it was, late or not. */
export const numberSigned = action({
  noun: paperCopy,
  step: 'number-signed',
  input: z.object({ numbered_on: day() }),
  decide({ record, input, moment, facts }) {
    const { numbered_on } = input
    const { signed_on } = record!
    const after = Temporal.PlainDate.compare
    if (after(numbered_on, moment.on) > 0) throw new WrongInput([{ field: 'numbered_on', code: 'day-in-future' }])
    if (after(numbered_on, signed_on) < 0) throw new WrongInput([{ field: 'numbered_on', code: 'before-signing' }])
    const number_by_on = nextWorkingDay(signed_on, facts.calendar)
    return { change: { numbered_on, number_by_on, late: after(numbered_on, number_by_on) > 0 } }
  },
})
