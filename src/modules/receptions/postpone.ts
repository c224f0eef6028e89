/** `postpone`: the day moves, with its reason and the notice that told people; bookings keep their numbers. */
import { z } from 'zod'
import { action } from '../../platform/actions/action.ts'
import { day, text } from '../../platform/input.ts'
import { faultAt, timeOfDay } from './asked.ts'
import { officersOn } from './publish.ts'
import { receptionDay } from './reception-day.ts'

/** What postponing asks. */
export const postponeInput = z.object({
  held_on: day(),
  starts: timeOfDay(),
  ends: timeOfDay(),
  reason: text(500),
  notice: text(500),
})

/** Postpones a published day to a later one. */
export const postpone = action({
  noun: receptionDay,
  step: 'postpone',
  input: postponeInput,
  reads: async (sql, { unit_id, input }) => ({
    head: (await officersOn(sql, unit_id, input.held_on, 'head'))[0] ?? null,
  }),
  decide({ record, input, moment }, { head }) {
    if (!record) throw new Error('postpone without a record')
    if (Temporal.PlainDate.compare(input.held_on, moment.on) <= 0) faultAt('held_on', 'day-has-passed')
    if (input.ends <= input.starts) faultAt('ends', 'ends-before-it-starts')
    const ofHead = record.kind !== 'regular'
    if (ofHead && !head) faultAt('held_on', 'no-head-that-day')
    const announced = {
      from_on: record.held_on.toString(),
      to_on: input.held_on.toString(),
      reason: input.reason,
      notice: input.notice,
      announced_on: moment.on.toString(),
    }
    return {
      change: {
        held_on: input.held_on,
        starts: input.starts,
        ends: input.ends,
        ...(ofHead && head ? { head_account_id: head.account_id, head_name: head.name, head_title: head.title } : {}),
        postponed: [...record.postponed, announced],
      },
    }
  },
})
