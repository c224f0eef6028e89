/** The settling ends without a result, after a confirmed withdrawal. */
import { z } from 'zod'
import { action } from '../../platform/actions/action.ts'
import { text } from '../../platform/input.ts'
import { tellPetitioner } from '../notices/tell.ts'
import { complaint, settledPostings } from './complaint.ts'

/** Final. */
export const terminate = action({
  noun: complaint,
  step: 'terminate',
  input: z.object({ note: text(1000, { field: 'long-text' }) }),
  decide: ({ record, facts, moment }) => ({
    change: { ended_on: moment.on, end_ground: 'withdrawn', clock: null, nominal_on: null, due_on: null },
    postings: settledPostings(record!, facts, moment.on, 'withdrawn'),
    ...tellPetitioner(record!, record!.petition_id, 'step-taken', moment),
  }),
})
