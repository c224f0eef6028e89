/** `remind`: everybody below who owes a return of this period is reminded once, in one mail a unit. */
import { z } from 'zod'
import { readPeriod } from '../../law/report-periods.ts'
import { action } from '../../platform/actions/action.ts'
import { WrongInput } from '../../platform/actions/errors.ts'
import { text, uuid } from '../../platform/input.ts'
import { returnReminder } from './return-reminder.ts'

/** Asks for the reminder; the mails are written in the next working hours, of what is still owed then. */
export const remind = action({
  noun: returnReminder,
  step: 'remind',
  input: z.object({ root_id: uuid(), period: text(10) }),
  decide({ input, moment }) {
    const period = readPeriod(input.period)
    if (!period) throw new WrongInput([{ field: 'period', code: 'not-a-choice' }])
    return { change: { root_id: input.root_id, period: input.period, asked_on: moment.on, sent_on: null } }
  },
})
