/** A head hands a power other than reception to a deputy or an officer, in writing, for a stretch of days. */
import { z } from 'zod'
import { action } from '../../platform/actions/action.ts'
import { choice, day, text } from '../../platform/input.ts'
import { delegation, recipient } from './delegation.ts'

/** Creates the record: `id` is chosen by the form. */
export const delegate = action({
  noun: delegation,
  step: 'delegate',
  input: z.object({
    to_account_id: recipient(),
    power: choice(['handling', 'settlement']),
    from_on: day(),
    until_on: day(),
    document: text(200),
  }),
  decide: ({ input, viewer }) => ({ change: { ...input, from_account_id: viewer.account_id!, withdrawn_on: null } }),
})
