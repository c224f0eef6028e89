/** The paper copy was signed and got its number: no later than the next working day, or it is shown as late. */
import { z } from 'zod'
import { nextWorkingDay } from '../../law/calendar.ts'
import { action } from '../../platform/actions/action.ts'
import { WrongInput } from '../../platform/actions/errors.ts'
import { day, text, uuid } from '../../platform/input.ts'
import { openLetter, paperCopy } from './paper-copy.ts'

/** What happened on paper is recorded as it was, late or not. */
export const numberPaper = action({
  noun: paperCopy,
  step: 'number-paper',
  input: z.object({ letter_id: uuid(), signed_by: text(200), signed_on: day(), numbered_on: day() }),
  reads: (sql, { unit_id, input }) => openLetter(sql, unit_id, input.letter_id),
  decide({ id, input, moment, facts }, letter) {
    const { signed_by, signed_on, numbered_on } = input
    const after = Temporal.PlainDate.compare
    if (!letter || input.letter_id !== id) throw new WrongInput([{ field: 'letter_id', code: 'no-such-letter' }])
    if (after(numbered_on, moment.on) > 0) throw new WrongInput([{ field: 'numbered_on', code: 'day-in-future' }])
    if (after(numbered_on, signed_on) < 0) throw new WrongInput([{ field: 'numbered_on', code: 'before-signing' }])
    const number_by_on = nextWorkingDay(signed_on, facts.calendar)
    return { change: { signed_by, signed_on, numbered_on, number_by_on, late: after(numbered_on, number_by_on) > 0 } }
  },
})
