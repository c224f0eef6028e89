/** The reason of the stay is gone: the contested decision may be carried out again. */
import { z } from 'zod'
import { action } from '../../platform/actions/action.ts'
import { longText } from '../../platform/input.ts'
import { tellPetitioner } from '../notices/tell.ts'
import { complaint } from './complaint.ts'
import { complaintLetter, stopParties } from './letters.ts'
import { stopLetter } from './side-paths.ts'

/** At once, when the reason is gone (LKN 2011 Đ35). */
export const liftStay = action({
  noun: complaint,
  step: 'lift-stay',
  input: z.object({ grounds: longText(2000) }),
  decide({ record, input, moment, facts }) {
    const lifted_on = moment.on.toString()
    const stays = record!.stays!.map((one, at, all) => (at === all.length - 1 ? { ...one, lifted_on } : one))
    const data = {
      ...stopParties(record!, facts),
      contested: record!.contested.text,
      grounds: input.grounds,
      from: stays.at(-1)!.from,
    }
    return {
      change: { stays, stop_letters: stopLetter(record!, 'stay-lifted', moment.on, facts) },
      documents: [complaintLetter(record!, 'stay-lifted', 'Hủy bỏ tạm đình chỉ thi hành', data, facts, moment)],
      ...tellPetitioner(record!, record!.petition_id, 'step-taken', moment),
    }
  },
})
