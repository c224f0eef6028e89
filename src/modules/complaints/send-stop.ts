/** The decisions to suspend, resume, terminate or stay have gone to both parties. */
import { z } from 'zod'
import { action } from '../../platform/actions/action.ts'
import { WrongInput } from '../../platform/actions/errors.ts'
import { day } from '../../platform/input.ts'
import { complaint } from './complaint.ts'

/** Every one that waits, on one day; a late sending is recorded as it was. */
export const sendStop = action({
  noun: complaint,
  step: 'send-stop',
  input: z.object({ sent_on: day() }),
  decide({ record, input, moment }) {
    if (Temporal.PlainDate.compare(input.sent_on, moment.on) > 0)
      throw new WrongInput([{ field: 'sent_on', code: 'day-in-future' }])
    const sent_on = input.sent_on.toString()
    const waiting = record!.stop_letters!.filter((one) => one.sent_on === null)
    if (waiting.some((one) => one.decided_on > sent_on))
      throw new WrongInput([{ field: 'sent_on', code: 'before-the-decision' }])
    const stop_letters = record!.stop_letters!.map((one) => (one.sent_on === null ? { ...one, sent_on } : one))
    return { change: { stop_letters } }
  },
})
