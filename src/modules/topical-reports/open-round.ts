/** `open-round`: the next day of a list that is answered daily; a day on which the program stood still is passed over. */
import { z } from 'zod'
import { action } from '../../platform/actions/action.ts'
import { countingOf } from '../calendars/counting.ts'
import { dayAndHour, instantOf, nowOf, remindAt } from './hours.ts'
import { askTask } from './publish.ts'
import { topicalCall } from './topical-call.ts'

/** Opens today's round, due at the same hour. */
export const openRound = action({
  noun: topicalCall,
  step: 'open-round',
  input: z.object({}),
  reads: async (sql) => (await countingOf(sql)).calendar,
  decide({ record, moment, id }, calendar) {
    const now = nowOf(moment)
    const no = record!.round + 1
    const due_at = instantOf(moment.on, dayAndHour(record!.due_at).hour)
    const round = { no, opened_at: now.toString(), due_at: due_at.toString() }
    return {
      change: {
        round: no,
        rounds: [...record!.rounds, round],
        due_at,
        remind_at: remindAt(due_at, now, calendar),
      },
      jobs: [{ task: askTask, payload: { call_id: id, round: no } }],
    }
  },
})
