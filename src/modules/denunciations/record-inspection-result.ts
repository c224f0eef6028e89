/** The inspection has answered: on which day, what was found, what was done. */
import { z } from 'zod'
import { WrongInput } from '../../platform/actions/errors.ts'
import { day, longText } from '../../platform/input.ts'
import { sealedStep } from './sealed-step.ts'

/** What was found and done lies sealed; the day is kept. */
export const recordInspectionResult = sealedStep({
  step: 'record-inspection-result',
  form: z.object({ answered_on: day(), found: longText(), done: longText(4000) }),
  answers({ answered_on }, { record, moment }) {
    const asked_on = Temporal.PlainDate.from(record.inspection?.on ?? record.received_on)
    if (Temporal.PlainDate.compare(answered_on, moment.on) > 0)
      throw new WrongInput([{ field: 'answered_on', code: 'day-in-future' }])
    if (Temporal.PlainDate.compare(answered_on, asked_on) < 0)
      throw new WrongInput([{ field: 'answered_on', code: 'before-it-was-asked' }])
    return { answered_on }
  },
  // One that was referred before the inspecting body was kept has none.
  decide: ({ record, answers: { answered_on } }) => ({
    change: { inspection: record.inspection && { ...record.inspection, answered_on: answered_on.toString() } },
  }),
})
