/** Hands out a new one-time password to the holder of a position; the event says who asked for it, never the password. */
import { z } from 'zod'
import { action } from '../../platform/actions/action.ts'
import { position } from './position.ts'

/** Only for somebody all of whose posts the administrator looks after: otherwise it would be a way into other units. */
export const renewPassword = action({
  noun: position,
  step: 'renew-password',
  input: z.object({}),
  decide: () => ({ change: {} }),
})
