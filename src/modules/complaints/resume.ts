/** The clock goes on from the resume decision, with what was left of it. */
import { z } from 'zod'
import { action } from '../../platform/actions/action.ts'
import { text } from '../../platform/input.ts'
import { clockColumns } from '../calendars/clock.ts'
import { tellPetitioner } from '../notices/tell.ts'
import { complaint } from './complaint.ts'
import { complaintLetter, stopParties } from './letters.ts'
import { stopLetter } from './side-paths.ts'

/** The day of the resume decision is the last that does not count (NĐ 155/2026 Đ28b). */
export const resume = action({
  noun: complaint,
  step: 'resume',
  input: z.object({ note: text(1000, { field: 'long-text' }) }),
  decide({ record, input, moment, facts }) {
    const to = moment.on.toString()
    const suspensions = record!.suspensions
      .map((stretch) => (stretch.to === null ? { ...stretch, to } : stretch))
      // Suspended and resumed on one day: no day was lost.
      .filter((stretch) => stretch.from <= stretch.to!)
    const stretches = suspensions.map((stretch) => ({ from: stretch.from, to: stretch.to! }))
    const clock = clockColumns({ ...record!.clock!, suspensions: stretches }, facts)
    const data = {
      ...stopParties(record!, facts),
      grounds: input.note,
      from: record!.suspensions.find((stretch) => stretch.to === null)!.from,
      due_on: clock.due_on.toString(),
    }
    return {
      change: { suspensions, stop_letters: stopLetter(record!, 'resumption', moment.on, facts), ...clock },
      documents: [complaintLetter(record!, 'resumption', 'Tiếp tục giải quyết khiếu nại', data, facts, moment)],
      ...tellPetitioner(record!, record!.petition_id, 'step-taken', moment),
    }
  },
})
