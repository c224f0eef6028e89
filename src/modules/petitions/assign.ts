/** The petition gets a handler. */
import { z } from 'zod'
import { action } from '../../platform/actions/action.ts'
import { WrongInput } from '../../platform/actions/errors.ts'
import { holdsPosition } from '../people/queries.ts'
import { chosenId } from './inputs.ts'
import { petition } from './petition.ts'

/** Only somebody who handles for this unit today. */
export const assign = action({
  noun: petition,
  step: 'assign',
  input: z.object({ handler_id: chosenId() }),
  reads: (sql, { unit_id, input, viewer }) =>
    holdsPosition(viewer, sql, input.handler_id, unit_id, ['handler', 'reception-officer']),
  decide({ input }, holds) {
    if (!holds) throw new WrongInput([{ field: 'handler_id', code: 'not-a-handler-here' }])
    return { change: { handler_id: input.handler_id } }
  },
})
