/** Gives a send day back to the book's guess. */
import { z } from 'zod'
import { action } from '../../platform/actions/action.ts'
import { text } from '../../platform/input.ts'
import { sendDay } from './send-day.ts'

/** The row stays in the history. */
export const unsetSendDay = action({
  noun: sendDay,
  step: 'unset-send-day',
  input: z.object({ reason: text(500) }),
  decide: () => ({ change: {} }),
})
