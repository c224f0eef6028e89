/** Sets by when a level sends its figures up, with the text where it was read. */
import { z } from 'zod'
import { chains, sendLevels } from '../../law/report-chains.ts'
import { action } from '../../platform/actions/action.ts'
import { choice, count, text } from '../../platform/input.ts'
import { sendDay } from './send-day.ts'

/** Without a period it holds for every period that has no row of its own. */
export const setSendDay = action({
  noun: sendDay,
  step: 'set-send-day',
  input: z.object({
    to_chain: choice(chains),
    level: choice(sendLevels),
    period: choice(['q1', 'q2', 'q3', 'q4', '6m', '9m', 'y']).optional(),
    days: count(0, 60),
    ground: text(500),
  }),
  decide: ({ input }) => ({ change: { ...input, period: input.period ?? null } }),
})
