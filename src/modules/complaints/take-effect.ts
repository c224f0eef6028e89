/** Nobody took the second road in time: the decision has legal effect. */
import { z } from 'zod'
import { action } from '../../platform/actions/action.ts'
import { complaint } from './complaint.ts'
import { owedPostings } from './obligations.ts'

/** Taken by the clock after 30 days from issue, 45 in remote areas (LKN 2011 Đ44). */
export const takeEffect = action({
  noun: complaint,
  step: 'take-effect',
  input: z.object({}),
  decide: ({ record, moment }) => ({
    change: {
      in_effect_on: moment.on,
      enforcement: { stage: 'not-yet' as const, on: moment.on.toString(), evidence: '' },
    },
    postings: owedPostings(record!, moment.on),
  }),
})
