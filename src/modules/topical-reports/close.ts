/** `close`: nobody is waited for any more; what came in stays. */
import { z } from 'zod'
import { action } from '../../platform/actions/action.ts'
import { nowOf } from './hours.ts'
import { topicalCall } from './topical-call.ts'

/** Closes the list. */
export const close = action({
  noun: topicalCall,
  step: 'close',
  input: z.object({}),
  decide: ({ moment }) => ({ change: { ended_at: nowOf(moment), remind_at: null } }),
})
