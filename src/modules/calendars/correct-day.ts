/** Corrects what was written wrongly about a decided day; the event keeps both values and the reason. */
import { z } from 'zod'
import { action } from '../../platform/actions/action.ts'
import { text } from '../../platform/input.ts'
import { calendarDay } from './calendar-day.ts'

/** The day itself, and whether it is worked, stay: a wrong one is withdrawn and decided anew. */
export const correctDay = action({
  noun: calendarDay,
  step: 'correct-day',
  input: z.object({ label: text(200), decision: text(200), reason: text(500) }),
  decide: ({ input }) => ({ change: { label: input.label, decision: input.decision } }),
})
