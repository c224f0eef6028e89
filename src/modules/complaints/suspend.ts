/** The settling clock stands still, on a ground of the law. */
import { z } from 'zod'
import { type SuspensionGround, suspensionGrounds } from '../../law/terms.ts'
import { action } from '../../platform/actions/action.ts'
import { choice, idsOf, text } from '../../platform/input.ts'
import { tellPetitioner } from '../notices/tell.ts'
import { complaint } from './complaint.ts'
import { complaintLetter, stopParties } from './letters.ts'
import { stopLetter } from './side-paths.ts'

const grounds = idsOf(suspensionGrounds)

/** The ground as the decision says it. */
const suspensionWords = {
  'complainant-cannot-take-part': 'người khiếu nại không thể tiếp tục tham gia giải quyết vì lý do khách quan',
  'waits-for-another-result':
    'phải chờ kết quả giải quyết của cơ quan khác hoặc kết quả giải quyết vụ việc khác có liên quan',
} as const satisfies Record<SuspensionGround, string>

/** The day of the decision still counts; the next is the first that does not. While it lasts there is no due day. */
export const suspend = action({
  noun: complaint,
  step: 'suspend',
  input: z.object({ ground: choice(grounds), note: text(1000, { field: 'long-text' }) }),
  decide({ record, input, moment, facts }) {
    const stretch = { ...input, from: moment.on.add({ days: 1 }).toString(), to: null }
    const data = {
      ...stopParties(record!, facts),
      accepted_on: record!.accepted_on!.toString(),
      ground: suspensionWords[input.ground],
      explanation: input.note,
      from: moment.on.toString(),
    }
    return {
      change: {
        suspensions: [...record!.suspensions, stretch],
        stop_letters: stopLetter(record!, 'suspension', moment.on, facts),
        nominal_on: null,
        due_on: null,
      },
      documents: [complaintLetter(record!, 'suspension', 'Tạm đình chỉ giải quyết khiếu nại', data, facts, moment)],
      ...tellPetitioner(record!, record!.petition_id, 'step-taken', moment),
    }
  },
})
