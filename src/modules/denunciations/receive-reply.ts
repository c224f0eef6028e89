/** The lower unit's sealed answer has come: the demand on the superior's own record is answered. */
import { z } from 'zod'
import { action } from '../../platform/actions/action.ts'
import { denunciation } from './denunciation.ts'

/** By the clock: what the answer says stays sealed to the superior's insiders. */
export const receiveReply = action({
  noun: denunciation,
  step: 'receive-reply',
  input: z.object({}),
  sealed: true,
  kept: () => ({}),
  decide: ({ record, moment }) => ({ change: { demand: { ...record!.demand!, answered_on: moment.on.toString() } } }),
})
