/** The plan of an officer who leaves goes to another. */
import { z } from 'zod'
import { action } from '../../platform/actions/action.ts'
import { WrongInput } from '../../platform/actions/errors.ts'
import { uuid } from '../../platform/input.ts'
import { casePlan, mayOwn } from './case-plan.ts'

/** One plan of a hand-over; `hand_over_id` names the whole. */
export const handOverPlan = action({
  noun: casePlan,
  step: 'hand-over-plan',
  input: z.object({ hand_over_id: uuid(), from_id: uuid(), to_id: uuid() }),
  reads: (sql, { unit_id, input, viewer }) => mayOwn(viewer, sql, input.to_id, unit_id),
  decide({ input }, owns) {
    if (!owns) throw new WrongInput([{ field: 'to_id', code: 'not-a-handler-here' }])
    return { change: { owner_id: input.to_id } }
  },
})
