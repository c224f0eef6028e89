/** The counter draws the key of this count: it is shown once, on a slip, and kept by the counter alone. */
import { z } from 'zod'
import { action } from '../../platform/actions/action.ts'
import { text } from '../../platform/input.ts'
import { talkRequest } from './talk-request.ts'

/** The record keeps a check of the slip and nothing that leads to it. */
export const drawKey = action({
  noun: talkRequest,
  step: 'draw-key',
  input: z.object({ key_check: text(32, { field: 'hidden' }) }),
  sealed: true,
  kept: () => ({}),
  decide: ({ input }) => ({ change: { key_check: input.key_check } }),
})
