/** `withdraw`: the list should not have gone out; nobody need answer, and the reason stands on every page of it. */
import { z } from 'zod'
import { action } from '../../platform/actions/action.ts'
import { longText } from '../../platform/input.ts'
import { nowOf } from './hours.ts'
import { topicalCall } from './topical-call.ts'

/** Withdraws it. */
export const withdraw = action({
  noun: topicalCall,
  step: 'withdraw',
  input: z.object({ reason: longText(500) }),
  decide: ({ input, moment }) => ({
    change: { ended_at: nowOf(moment), remind_at: null, end_reason: input.reason },
  }),
})
