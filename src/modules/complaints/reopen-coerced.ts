/** A complaint that ended by a forced withdrawal is examined again, from its acceptance. */
import { z } from 'zod'
import { action } from '../../platform/actions/action.ts'
import { text } from '../../platform/input.ts'
import { clockColumns } from '../calendars/clock.ts'
import { tellPetitioner } from '../notices/tell.ts'
import { complaint, settledPostings } from './complaint.ts'

/** What was counted as settled is reversed on the day it was counted. */
export const reopenCoerced = action({
  noun: complaint,
  step: 'reopen-coerced',
  input: z.object({ coercion: text(1000, { field: 'long-text' }) }),
  decide: ({ record, input, moment, facts }) => ({
    change: {
      ended_on: null,
      end_ground: null,
      counted: null,
      accepted_on: null,
      suspensions: [],
      withdrawal: null,
      past_withdrawals: [
        ...(record!.past_withdrawals ?? []),
        { ...record!.withdrawal!, annulled_on: moment.on.toString(), coercion: input.coercion },
      ],
      ...clockColumns({ rule: 'complaint.accept', start: moment.on.toString() }, facts),
    },
    postings: settledPostings(record!, facts, record!.ended_on!, 'withdrawn', record!.counted ?? {}).map((posting) => ({
      ...posting,
      sign: -1 as const,
    })),
    ...tellPetitioner(record!, record!.petition_id, 'step-taken', moment),
  }),
})
