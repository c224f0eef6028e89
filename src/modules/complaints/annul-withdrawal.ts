/** The withdrawal was forced or threatened: it counts for nothing, the settling goes on. */
import { z } from 'zod'
import { action } from '../../platform/actions/action.ts'
import { text } from '../../platform/input.ts'
import { tellPetitioner } from '../notices/tell.ts'
import { complaint } from './complaint.ts'

/** With what shows the coercion. */
export const annulWithdrawal = action({
  noun: complaint,
  step: 'annul-withdrawal',
  input: z.object({ coercion: text(1000, { field: 'long-text' }) }),
  decide: ({ record, input, moment }) => ({
    change: {
      withdrawal: null,
      past_withdrawals: [
        ...(record!.past_withdrawals ?? []),
        { ...record!.withdrawal!, annulled_on: moment.on.toString(), coercion: input.coercion },
      ],
    },
    ...tellPetitioner(record!, record!.petition_id, 'step-taken', moment),
  }),
})
