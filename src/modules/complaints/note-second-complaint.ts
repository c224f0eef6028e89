/** A second complaint, or a lawsuit, has been filed: the first instance ends here. */
import { z } from 'zod'
import { action } from '../../platform/actions/action.ts'
import { WrongInput } from '../../platform/actions/errors.ts'
import { day, text } from '../../platform/input.ts'
import { complaint } from './complaint.ts'

/** The first decision does not take effect. */
export const noteSecondComplaint = action({
  noun: complaint,
  step: 'note-second-complaint',
  input: z.object({ filed_on: day(), where: text(300) }),
  decide({ record, input, moment }) {
    const road = record!.second_road
    if (Temporal.PlainDate.compare(input.filed_on, moment.on) > 0)
      throw new WrongInput([{ field: 'filed_on', code: 'day-in-future' }])
    // The road opens with the limit that passed, or with the decision.
    const opened_on = road?.why === 'limit-passed' ? Temporal.PlainDate.from(road.opened_on) : record!.decided_on
    if (opened_on && Temporal.PlainDate.compare(input.filed_on, opened_on) < 0)
      throw new WrongInput([{ field: 'filed_on', code: 'before-the-road' }])
    return {
      change: {
        second_road: {
          why: road?.why ?? 'disagrees',
          opened_on: road?.opened_on ?? input.filed_on.toString(),
          file_by: road?.file_by ?? input.filed_on.toString(),
          noted_on: input.filed_on.toString(),
          where: input.where,
        },
        ended_on: moment.on,
        end_ground: 'second-complaint',
        clock: null,
        nominal_on: null,
        due_on: null,
      },
    }
  },
})
