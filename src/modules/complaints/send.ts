/** The decision goes out: the day of sending is kept beside the day of issue. */
import { z } from 'zod'
import { action } from '../../platform/actions/action.ts'
import { WrongInput } from '../../platform/actions/errors.ts'
import { day } from '../../platform/input.ts'
import { complaint } from './complaint.ts'

/** Three working days are given (LKN 2011 Đ32); a later sending is recorded as it was. */
export const send = action({
  noun: complaint,
  step: 'send',
  input: z.object({ sent_on: day() }),
  decide({ record, input, moment }) {
    const after = Temporal.PlainDate.compare(input.sent_on, moment.on) > 0
    if (after) throw new WrongInput([{ field: 'sent_on', code: 'day-in-future' }])
    if (Temporal.PlainDate.compare(input.sent_on, record!.decided_on!) < 0)
      throw new WrongInput([{ field: 'sent_on', code: 'before-the-decision' }])
    return { change: { sent_on: input.sent_on } }
  },
})
