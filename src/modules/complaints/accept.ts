/** The settler accepts the complaint: the settling clock starts, the complainant is told in writing. */
import { z } from 'zod'
import { action } from '../../platform/actions/action.ts'
import { mustAgree, yesNo } from '../../platform/input.ts'
import { clockColumns } from '../calendars/clock.ts'
import { tellPetitioner } from '../notices/tell.ts'
import { complaint } from './complaint.ts'
import { complaintLetter, parties } from './letters.ts'

/** `remote`: the list of remote areas of the day of acceptance counts (LKN 2011 Đ28). */
export const accept = action({
  noun: complaint,
  step: 'accept',
  input: z.object({ no_ground_applies: mustAgree(), remote: yesNo() }),
  decide({ record, input, moment, facts }) {
    const clock = clockColumns(
      { rule: 'complaint.settle-first', start: moment.on.toString(), remote: input.remote },
      facts,
    )
    const document = complaintLetter(
      record!,
      'acceptance',
      'Thụ lý giải quyết khiếu nại',
      {
        ...parties(facts),
        instance: 1,
        accepted_on: moment.on.toString(),
        settler: `${facts.letterhead.signature.head_title} ${facts.letterhead.issuer.name}`,
        limit: input.remote ? '45 ngày' : '30 ngày',
        due_on: clock.due_on.toString(),
        cite: 'Điều 27, Điều 28 Luật Khiếu nại',
      },
      facts,
      moment,
    )
    return {
      change: { accepted_on: moment.on, remote: input.remote, ...clock },
      documents: [document],
      ...tellPetitioner(record!, record!.petition_id, 'step-taken', moment),
    }
  },
})
