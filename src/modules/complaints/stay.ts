/** The contested decision waits where carrying it out would do harm that cannot be mended. */
import { z } from 'zod'
import { action } from '../../platform/actions/action.ts'
import { WrongInput } from '../../platform/actions/errors.ts'
import { day, longText } from '../../platform/input.ts'
import { tellPetitioner } from '../notices/tell.ts'
import { complaint } from './complaint.ts'
import { complaintLetter, stopParties } from './letters.ts'
import { stopLetter } from './side-paths.ts'

/** From the day of the order, no longer than what is left of the settling limit (LKN 2011 Đ35). */
export const stay = action({
  noun: complaint,
  step: 'stay',
  input: z.object({ grounds: longText(2000), until: day() }),
  decide({ record, input, moment, facts }) {
    if (Temporal.PlainDate.compare(input.until, moment.on) < 0)
      throw new WrongInput([{ field: 'until', code: 'before-today' }])
    if (record!.due_on && Temporal.PlainDate.compare(input.until, record!.due_on) > 0)
      throw new WrongInput([{ field: 'until', code: 'longer-than-the-limit' }])
    const [from, until] = [moment.on.toString(), input.until.toString()]
    const data = {
      ...stopParties(record!, facts),
      contested: record!.contested.text,
      grounds: input.grounds,
      from,
      until,
    }
    return {
      change: {
        stays: [...(record!.stays ?? []), { grounds: input.grounds, from, until, lifted_on: null }],
        stop_letters: stopLetter(record!, 'stay', moment.on, facts),
      },
      documents: [complaintLetter(record!, 'stay', 'Tạm đình chỉ thi hành quyết định', data, facts, moment)],
      ...tellPetitioner(record!, record!.petition_id, 'step-taken', moment),
    }
  },
})
