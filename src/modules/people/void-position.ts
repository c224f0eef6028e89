/** Declares a position that should never have been given void; it stays in the history. */
import { z } from 'zod'
import { action } from '../../platform/actions/action.ts'
import { text } from '../../platform/input.ts'
import { position } from './position.ts'

/** What was done while it stood stays done and signed. */
export const voidPosition = action({
  noun: position,
  step: 'void-position',
  input: z.object({ reason: text(500) }),
  decide: () => ({ change: {} }),
})
