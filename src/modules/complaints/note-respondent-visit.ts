/** The respondent saw or called the complainant: when, as told. A withdrawal soon after is put before the superior. */
import { z } from 'zod'
import { action } from '../../platform/actions/action.ts'
import { WrongInput } from '../../platform/actions/errors.ts'
import { zone } from '../../platform/clock.ts'
import { day, text } from '../../platform/input.ts'
import { complaint } from './complaint.ts'
import { followsVisit } from './side-paths.ts'

/** The withdrawal's instant is the server's; the visit's is what the complainant says. */
export const noteRespondentVisit = action({
  noun: complaint,
  step: 'note-respondent-visit',
  input: z.object({ visited_on: day(), visited_at: text(5), note: text(1000, { field: 'long-text' }) }),
  decide({ record, input, moment }) {
    const found = /^([01]?\d|2[0-3])[:h]([0-5]\d)$/.exec(input.visited_at)
    if (!found) throw new WrongInput([{ field: 'visited_at', code: 'not-an-hour' }])
    const at = input.visited_on
      .toZonedDateTime({ timeZone: zone, plainTime: new Temporal.PlainTime(Number(found[1]), Number(found[2])) })
      .toInstant()
    if (Temporal.PlainDate.compare(input.visited_on, moment.on) > 0)
      throw new WrongInput([{ field: 'visited_on', code: 'day-in-future' }])
    const visit = { at: at.toString(), noted_on: moment.on.toString(), note: input.note }
    const marked = record!.withdrawal !== null && followsVisit(record!.withdrawal.at, [visit])
    return {
      change: {
        respondent_visits: [...(record!.respondent_visits ?? []), visit],
        ...(marked && record!.withdrawal_marked_on === null ? { withdrawal_marked_on: moment.on } : {}),
      },
    }
  },
})
