/** The complainant has the decision in hand: from this day the window for a second complaint runs. */
import { z } from 'zod'
import { action } from '../../platform/actions/action.ts'
import { WrongInput } from '../../platform/actions/errors.ts'
import { day } from '../../platform/input.ts'
import { complaint, secondRoadUntil } from './complaint.ts'

/** Recording it again mends a mistake; both days stay in the history. */
export const recordReceipt = action({
  noun: complaint,
  step: 'record-receipt',
  input: z.object({ delivered_on: day() }),
  decide({ record, input, moment, facts }) {
    if (Temporal.PlainDate.compare(input.delivered_on, moment.on) > 0)
      throw new WrongInput([{ field: 'delivered_on', code: 'day-in-future' }])
    if (Temporal.PlainDate.compare(input.delivered_on, record!.sent_on!) < 0)
      throw new WrongInput([{ field: 'delivered_on', code: 'before-the-sending' }])
    const delivered_on = input.delivered_on
    // After the second instance no administrative road is left to count.
    if (record!.instance === 2) return { change: { delivered_on } }
    const until = secondRoadUntil({ ...record!, delivered_on }, facts)
    return {
      change: {
        delivered_on,
        second_road: {
          why: 'disagrees' as const,
          opened_on: delivered_on.toString(),
          file_by: String(until),
          noted_on: null,
          where: null,
          second: record!.second_road?.second ?? null,
        },
      },
    }
  },
})
