/** The limit passed without a decision: that day the complainant is told that the second road is open. */
import { z } from 'zod'
import { action } from '../../platform/actions/action.ts'
import { tellPetitioner } from '../notices/tell.ts'
import { complaint } from './complaint.ts'
import { complaintLetter, parties } from './letters.ts'
import { fileSecondBy, secondSettler } from './second.ts'

/** Taken by the clock the day after `due`; the first instance goes on and still owes its decision. */
export const openSecondRoad = action({
  noun: complaint,
  step: 'open-second-road',
  input: z.object({}),
  decide({ record, moment, facts }) {
    const file_by = fileSecondBy(record!, record!.due_on!, facts).toString()
    const data = {
      ...parties(facts),
      accepted_on: record!.accepted_on!.toString(),
      due_on: record!.due_on!.toString(),
      second_settler: secondSettler(record!, facts) ?? '',
      file_by,
      cite: 'Điều 33 Luật Khiếu nại',
    }
    return {
      change: {
        second_road: {
          why: 'limit-passed' as const,
          opened_on: moment.on.toString(),
          file_by,
          noted_on: null,
          where: null,
        },
      },
      documents: [complaintLetter(record!, 'second-road', 'Quyền khiếu nại lần hai', data, facts, moment)],
      ...tellPetitioner(record!, record!.petition_id, 'second-road-open', moment),
    }
  },
})
