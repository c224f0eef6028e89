/** Settled, enforced, and no road is open any more. */
import { z } from 'zod'
import { action } from '../../platform/actions/action.ts'
import { tellPetitioner } from '../notices/tell.ts'
import { complaint } from './complaint.ts'

/** The end of the main road. */
export const settleForGood = action({
  noun: complaint,
  step: 'settle-for-good',
  input: z.object({}),
  decide: ({ record, moment }) => ({
    change: { ended_on: moment.on, end_ground: 'settled-for-good' },
    ...tellPetitioner(record!, record!.petition_id, 'step-taken', moment),
  }),
})
