/** The settling clock stands still, on a ground of the law. */
import { z } from 'zod'
import { suspensionGrounds } from '../../law/terms.ts'
import { action } from '../../platform/actions/action.ts'
import { choice, idsOf, text } from '../../platform/input.ts'
import { tellPetitioner } from '../notices/tell.ts'
import { complaint } from './complaint.ts'

const grounds = idsOf(suspensionGrounds)

/** The day of the decision still counts; the next is the first that does not. While it lasts there is no due day. */
export const suspend = action({
  noun: complaint,
  step: 'suspend',
  input: z.object({ ground: choice(grounds), note: text(1000, { field: 'long-text' }) }),
  decide({ record, input, moment }) {
    const stretch = { ...input, from: moment.on.add({ days: 1 }).toString(), to: null }
    return {
      change: { suspensions: [...record!.suspensions, stretch], nominal_on: null, due_on: null },
      ...tellPetitioner(record!, record!.petition_id, 'step-taken', moment),
    }
  },
})
