/** The superior's head takes note of the answer: the demand is at its end. */
import { z } from 'zod'
import { action } from '../../platform/actions/action.ts'
import { longText } from '../../platform/input.ts'
import { overdueDemand } from './overdue-demand.ts'

/** The new days stay on the record for both sides. */
export const endDemand = action({
  noun: overdueDemand,
  step: 'end-demand',
  input: z.object({ end_note: longText(2000) }),
  decide: ({ input, moment }) => ({ change: { end_note: input.end_note, ended_on: moment.on } }),
})
