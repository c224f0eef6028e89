/** The head of the unit that was asked says why, and gives each record a new day. */
import { z } from 'zod'
import { action } from '../../platform/actions/action.ts'
import { day, longText } from '../../platform/input.ts'
import { overdueDemand } from './overdue-demand.ts'

/** What an answer says; the form has one field for the day of each record. */
export const answerFields = {
  answer: longText(4000),
  new_days: z
    .array(z.object({ id: z.uuid(), new_on: day() }))
    .max(100)
    .meta({ field: 'hidden' }),
}

/** The days as the row keeps them. */
export function daysKept(days: readonly { id: string; new_on: Temporal.PlainDate }[]) {
  return days.map(({ id, new_on }) => ({ id, new_on: new_on.toString() }))
}

/** A new day is a promise to the superior: the due day that the law gave stays as it is. */
export const answerOverdue = action({
  noun: overdueDemand,
  step: 'answer-overdue',
  input: z.object(answerFields),
  decide: ({ input, moment }) => ({
    change: { answer: input.answer, new_days: daysKept(input.new_days), answered_on: moment.on },
  }),
})
