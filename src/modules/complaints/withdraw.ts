/** The complainant wishes to take the complaint back. Nothing ends before it is confirmed without the respondent. */
import { z } from 'zod'
import { action } from '../../platform/actions/action.ts'
import { text } from '../../platform/input.ts'
import { complaint } from './complaint.ts'

/** In writing, signed or marked (LKN 2011 Đ10). */
export const withdraw = action({
  noun: complaint,
  step: 'withdraw',
  input: z.object({ reason: text(1000, { field: 'long-text' }) }),
  decide: ({ input, moment }) => ({
    change: { withdrawal: { on: moment.on.toString(), reason: input.reason, confirmed_on: null } },
  }),
})
