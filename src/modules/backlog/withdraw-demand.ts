/** The superior's head takes a demand back that should not have been made, with the reason. */
import { z } from 'zod'
import { action } from '../../platform/actions/action.ts'
import { longText } from '../../platform/input.ts'
import { overdueDemand } from './overdue-demand.ts'

/** Its letter keeps its number. */
export const withdrawDemand = action({
  noun: overdueDemand,
  step: 'withdraw-demand',
  input: z.object({ end_note: longText(2000) }),
  decide: ({ input, moment }) => ({ change: { end_note: input.end_note, ended_on: moment.on } }),
})
