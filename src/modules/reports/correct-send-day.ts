/** Corrects the days or the ground of a send day; the event keeps both values and the reason. */
import { z } from 'zod'
import { action } from '../../platform/actions/action.ts'
import { count, text } from '../../platform/input.ts'
import { sendDay } from './send-day.ts'

/** For whom it holds stays: a wrong one is taken back and set anew. */
export const correctSendDay = action({
  noun: sendDay,
  step: 'correct-send-day',
  input: z.object({ days: count(0, 60), ground: text(500), reason: text(500) }),
  decide: ({ input }) => ({ change: { days: input.days, ground: input.ground } }),
})
