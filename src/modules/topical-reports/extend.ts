/** `extend`: a later hour, with its reason; a closed list is open again until then. */
import { z } from 'zod'
import { action } from '../../platform/actions/action.ts'
import { longText } from '../../platform/input.ts'
import { countingOf } from '../calendars/counting.ts'
import { due } from './asked-input.ts'
import { instantOf, nowOf, remindAt } from './hours.ts'
import { topicalCall } from './topical-call.ts'

/** Moves the hour of the running round. */
export const extend = action({
  noun: topicalCall,
  step: 'extend',
  input: z.object({ ...due, reason: longText(500) }),
  reads: async (sql) => (await countingOf(sql)).calendar,
  decide({ record, input, moment }, calendar) {
    const due_at = instantOf(input.due_on, input.due_hour)
    const rounds = record!.rounds.map((one) => (one.no === record!.round ? { ...one, due_at: due_at.toString() } : one))
    const remind_at = remindAt(due_at, nowOf(moment), calendar)
    return { change: { due_at, rounds, remind_at, ended_at: null, end_reason: null } }
  },
})
