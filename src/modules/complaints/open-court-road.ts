/** The second instance's limit passed without a decision: that day the complainant is told that the court remains. */
import { z } from 'zod'
import { complaintArticles, mayBeSued } from '../../law/complaint-limits.ts'
import { action } from '../../platform/actions/action.ts'
import { tellPetitioner } from '../notices/tell.ts'
import { complaint } from './complaint.ts'
import { complaintLetter, parties } from './letters.ts'
import { courseOf } from './second.ts'

/** Taken by the clock the day after `due`; the second instance goes on and still owes its decision. */
export const openCourtRoad = action({
  noun: complaint,
  step: 'open-court-road',
  input: z.object({}),
  decide({ record, moment, facts }) {
    const course = courseOf(record!)
    const data = {
      ...parties(facts),
      accepted_on: record!.accepted_on!.toString(),
      due_on: record!.due_on!.toString(),
      lawsuit: mayBeSued(course.contested),
      cite: `${complaintArticles(course).settle}, Điều 42 Luật Khiếu nại`,
    }
    const opened_on = moment.on.toString()
    return {
      change: {
        // No day is written: how long a lawsuit may be brought is said by the law of procedure, not by this one.
        second_road: { why: 'limit-passed' as const, opened_on, file_by: opened_on, noted_on: null, where: null },
      },
      documents: [complaintLetter(record!, 'court-road', 'Hết thời hạn giải quyết lần hai', data, facts, moment)],
      ...tellPetitioner(record!, record!.petition_id, 'step-taken', moment),
    }
  },
})
