/** The complainant confirms in private, without the respondent, that the withdrawal is their own will. */
import { z } from 'zod'
import { action } from '../../platform/actions/action.ts'
import { choice, mustAgree, text } from '../../platform/input.ts'
import { complaint } from './complaint.ts'

/** How the complainant was asked. */
export const confirmedHow = ['face-to-face', 'video', 'phone'] as const

/** A withdrawal under threat would not end the right to complain (Luật 136/2025). */
export const confirmWithdrawal = action({
  noun: complaint,
  step: 'confirm-withdrawal',
  input: z.object({
    confirmed_how: choice(confirmedHow),
    confirmed_where: text(300),
    without_respondent: mustAgree(),
    own_will: mustAgree(),
    note: text(1000, { field: 'long-text' }),
  }),
  decide({ record, input, moment }) {
    const { confirmed_how, confirmed_where } = input
    const confirmed = { ...record!.withdrawal!, confirmed_on: moment.on.toString(), confirmed_how, confirmed_where }
    // What is left of the complaint goes on; of the whole nothing is left but to terminate.
    return confirmed.part
      ? { change: { withdrawal: null, past_withdrawals: [...(record!.past_withdrawals ?? []), confirmed] } }
      : { change: { withdrawal: confirmed } }
  },
})
