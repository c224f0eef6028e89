/** The petition goes from an officer who leaves to another. */
import { z } from 'zod'
import { action } from '../../platform/actions/action.ts'
import { WrongInput } from '../../platform/actions/errors.ts'
import { uuid } from '../../platform/input.ts'
import { holdsPosition } from '../people/queries.ts'
import { petition } from './petition.ts'

/** One record of a hand-over; `hand_over_id` names the whole. */
export const handOverWork = action({
  noun: petition,
  step: 'hand-over-work',
  input: z.object({ hand_over_id: uuid(), from_id: uuid(), to_id: uuid() }),
  reads: (sql, { unit_id, input, viewer }) =>
    holdsPosition(viewer, sql, input.to_id, unit_id, ['handler', 'reception-officer']),
  decide({ input }, holds) {
    if (!holds) throw new WrongInput([{ field: 'to_id', code: 'not-a-handler-here' }])
    return { change: { handler_id: input.to_id } }
  },
})
