/** Takes a decided day back: the published calendar holds again for it. */
import { z } from 'zod'
import { action } from '../../platform/actions/action.ts'
import { text } from '../../platform/input.ts'
import { calendarDay } from './calendar-day.ts'
import { reDateJob } from './re-date.ts'

/** The row stays in the history. */
export const withdrawDay = action({
  noun: calendarDay,
  step: 'withdraw-day',
  input: z.object({ reason: text(500) }),
  decide: ({ id }) => ({ change: {}, jobs: [reDateJob('day-withdrawn', id)] }),
})
