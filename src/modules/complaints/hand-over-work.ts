/** Whatever an officer who leaves does in this complaint goes to another: handling, verifying or both. */
import { z } from 'zod'
import { action } from '../../platform/actions/action.ts'
import { WrongInput } from '../../platform/actions/errors.ts'
import { uuid } from '../../platform/input.ts'
import { holdsPosition } from '../people/queries.ts'
import { complaint } from './complaint.ts'

/** One record of a hand-over; `hand_over_id` names the whole. */
export const handOverWork = action({
  noun: complaint,
  step: 'hand-over-work',
  input: z.object({ hand_over_id: uuid(), from_id: uuid(), to_id: uuid() }),
  reads: (sql, { unit_id, input, viewer }) =>
    holdsPosition(viewer, sql, input.to_id, unit_id, ['handler', 'reception-officer']),
  decide({ record, input }, holds) {
    if (!holds) throw new WrongInput([{ field: 'to_id', code: 'not-a-handler-here' }])
    const { from_id, to_id } = input
    return {
      change: {
        ...(record!.handler_id === from_id ? { handler_id: to_id } : {}),
        ...(record!.verifier_id === from_id ? { verifier_id: to_id } : {}),
      },
    }
  },
})
