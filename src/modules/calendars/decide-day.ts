/** Writes a decided day down: free or worked, whatever the published calendar says. */
import { z } from 'zod'
import { action } from '../../platform/actions/action.ts'
import { choice, day, text } from '../../platform/input.ts'
import { calendarDay } from './calendar-day.ts'
import { reDateJob } from './re-date.ts'

/** Due dates count by it from now on; a job moves those of open records, each by an event of its own. */
export const decideDay = action({
  noun: calendarDay,
  step: 'decide-day',
  input: z.object({
    day: day({ year_min: 2012 }),
    kept_as: choice(['free', 'worked']),
    label: text(200),
    decision: text(200),
  }),
  decide: ({ input, id }) => {
    const { day, kept_as, label, decision } = input
    return { change: { day, working: kept_as === 'worked', label, decision }, jobs: [reDateJob('day-decided', id)] }
  },
})
