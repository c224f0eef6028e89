/** A head hands the reception of citizens to a deputy: lawful until 30/06/2026. */
import { z } from 'zod'
import { action } from '../../platform/actions/action.ts'
import { day, text } from '../../platform/input.ts'
import { delegation, recipient } from './delegation.ts'

/** A reception that a deputy in fact held later is recorded as it was, by the receptions themselves. */
export const delegateReception = action({
  noun: delegation,
  step: 'delegate-reception',
  input: z.object({ to_account_id: recipient(), from_on: day(), until_on: day(), document: text(200) }),
  decide: ({ input, viewer }) => ({
    change: { ...input, power: 'reception' as const, from_account_id: viewer.account_id!, withdrawn_on: null },
  }),
})
