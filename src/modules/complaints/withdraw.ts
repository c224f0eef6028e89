/** The complainant wishes to take the complaint back. Nothing ends before it is confirmed without the respondent. */
import { z } from 'zod'
import { action } from '../../platform/actions/action.ts'
import { text } from '../../platform/input.ts'
import { complaint } from './complaint.ts'
import { followsVisit, instantOf } from './side-paths.ts'

/** In writing, signed or marked (LKN 2011 Đ10). `part`: the content taken back; without it the whole complaint is. */
export const withdraw = action({
  noun: complaint,
  step: 'withdraw',
  input: z.object({ reason: text(1000, { field: 'long-text' }), part: text(500).optional() }),
  decide({ record, input, moment }) {
    const at = instantOf(moment).toString()
    const marked = followsVisit(at, record!.respondent_visits ?? [])
    return {
      change: {
        withdrawal: {
          on: moment.on.toString(),
          at,
          reason: input.reason,
          part: input.part ?? null,
          confirmed_on: null,
        },
        ...(marked ? { withdrawal_marked_on: moment.on } : {}),
      },
    }
  },
})
