/** The settling ends without a result: a withdrawal of the whole is confirmed, or a court has accepted the lawsuit. */
import { z } from 'zod'
import { action } from '../../platform/actions/action.ts'
import { text, yesNo } from '../../platform/input.ts'
import { tellPetitioner } from '../notices/tell.ts'
import { complaint, inTime, settledPostings } from './complaint.ts'
import { complaintLetter, stopParties } from './letters.ts'
import { followJobs } from './second.ts'
import { isAtCourt, stopLetter } from './side-paths.ts'

/** Final. */
export const terminate = action({
  noun: complaint,
  step: 'terminate',
  input: z.object({
    note: text(1000, { field: 'long-text' }),
    /** Withdrawn after explanation and persuasion; asked where it was withdrawn. */
    persuaded: yesNo().optional(),
  }),
  decide({ record, input, facts, moment }) {
    const at_court = isAtCourt(record!)
    const end_ground = at_court ? 'court' : 'withdrawn'
    const cite = at_court ? 'LKN 2011 Đ11.9; NĐ 155/2026 Đ12 (Đ28a)' : 'LKN 2011 Đ10; NĐ 155/2026 Đ12 (Đ28a)'
    const data = {
      ...stopParties(record!, facts),
      ground: at_court
        ? `${record!.lawsuit!.court} đã thụ lý vụ án hành chính về cùng nội dung`
        : 'người khiếu nại đã rút toàn bộ nội dung khiếu nại',
      explanation: input.note,
    }
    // The form of results counts as settled what was withdrawn after persuasion; its limit is looked at then alone.
    const persuaded = !at_court && input.persuaded === true
    const counted = { in_time: persuaded ? inTime(record!, moment.on) : null, persuaded }
    const told = tellPetitioner(record!, record!.petition_id, 'step-taken', moment)
    return {
      cite,
      change: {
        ended_on: moment.on,
        end_ground,
        counted,
        stop_letters: stopLetter(record!, 'termination', moment.on, facts),
        clock: null,
        nominal_on: null,
        due_on: null,
      },
      documents: [complaintLetter(record!, 'termination', 'Đình chỉ giải quyết khiếu nại', data, facts, moment)],
      postings: settledPostings(record!, facts, moment.on, end_ground, counted),
      rows: told.rows,
      jobs: [...told.jobs, ...followJobs(record!)],
    }
  },
})
