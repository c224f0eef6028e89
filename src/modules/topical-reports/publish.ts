/** `publish`: the questions go out; each unit asked gets its page by a job. */
import { z } from 'zod'
import { topicalCallWorkflow } from '../../law/topical-workflow.ts'
import { action } from '../../platform/actions/action.ts'
import { NotOpen } from '../../platform/actions/errors.ts'
import { countingOf } from '../calendars/counting.ts'
import { askedUnits } from './asked-units.ts'
import { nowOf, remindAt } from './hours.ts'
import { topicalCall } from './topical-call.ts'

/** The job that asks the units of a call's running round. */
export const askTask = 'ask-topical'

/** Publishes with the first round. */
export const publish = action({
  noun: topicalCall,
  step: 'publish',
  input: z.object({}),
  reads: async (sql, { record, moment }) => ({
    asked: record ? (await askedUnits(sql, record, moment.on)).length : 0,
    calendar: (await countingOf(sql)).calendar,
  }),
  decide({ record, moment, id }, { asked, calendar }) {
    if (asked === 0) throw new NotOpen('asks-nobody', topicalCallWorkflow.publish.cite)
    const now = nowOf(moment)
    const { due_at } = record!
    return {
      change: {
        published_at: now,
        round: 1,
        rounds: [{ no: 1, opened_at: now.toString(), due_at: due_at.toString() }],
        remind_at: remindAt(due_at, now, calendar),
      },
      jobs: [{ task: askTask, payload: { call_id: id, round: 1 } }],
    }
  },
})
