/** The complainant went to court over the same decision, and the court has accepted the lawsuit. */
import { z } from 'zod'
import { action } from '../../platform/actions/action.ts'
import { WrongInput } from '../../platform/actions/errors.ts'
import { day, text } from '../../platform/input.ts'
import { complaint } from './complaint.ts'

/** From then on the complaint is only terminated, unless the court gives the lawsuit back (LKN 2011 Đ11.9). */
export const noteLawsuit = action({
  noun: complaint,
  step: 'note-lawsuit',
  input: z.object({ court: text(300), court_accepted_on: day() }),
  decide({ input, moment }) {
    if (Temporal.PlainDate.compare(input.court_accepted_on, moment.on) > 0)
      throw new WrongInput([{ field: 'court_accepted_on', code: 'day-in-future' }])
    const [accepted_on, noted_on] = [input.court_accepted_on.toString(), moment.on.toString()]
    return { change: { lawsuit: { court: input.court, accepted_on, noted_on, closed: null } } }
  },
})
