/** The complainant confirms in private, without the respondent, that the withdrawal is their own will. */
import { z } from 'zod'
import { action } from '../../platform/actions/action.ts'
import { mustAgree, text } from '../../platform/input.ts'
import { complaint } from './complaint.ts'

/** A withdrawal under threat would not end the right to complain (Luật 136/2025). */
export const confirmWithdrawal = action({
  noun: complaint,
  step: 'confirm-withdrawal',
  input: z.object({ without_respondent: mustAgree(), own_will: mustAgree(), note: text(1000, { field: 'long-text' }) }),
  decide: ({ record, moment }) => ({
    change: { withdrawal: { ...record!.withdrawal!, confirmed_on: moment.on.toString() } },
  }),
})
