/** `close`: nothing more is to come from the meeting itself; its commitments go on by themselves. */
import { z } from 'zod'
import { action } from '../../platform/actions/action.ts'
import { text } from '../../platform/input.ts'
import { meeting } from './meeting.ts'

/** With a word, where one is wanted. */
export const close = action({
  noun: meeting,
  step: 'close',
  input: z.object({ end_note: text(1000).optional() }),
  decide: ({ input, moment }) => ({ change: { ended_on: moment.on, end_note: input.end_note ?? null } }),
})
