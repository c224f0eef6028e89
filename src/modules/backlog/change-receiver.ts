/** Somebody else takes over what has not changed hands yet. */
import { z } from 'zod'
import { action } from '../../platform/actions/action.ts'
import { WrongInput } from '../../platform/actions/errors.ts'
import { longText } from '../../platform/input.ts'
import { holdsPosition } from '../people/queries.ts'
import { chosenId } from '../petitions/inputs.ts'
import { receiverKinds } from './begin-hand-over.ts'
import { workHandOver } from './work-hand-over.ts'

/** Where the first receiver left too before it was done. */
export const changeReceiver = action({
  noun: workHandOver,
  step: 'change-receiver',
  input: z.object({ to_id: chosenId(), reason: longText(1000) }),
  reads: (sql, { unit_id, input, viewer }) => holdsPosition(viewer, sql, input.to_id, unit_id, receiverKinds),
  decide({ input }, receives) {
    if (!receives) throw new WrongInput([{ field: 'to_id', code: 'not-a-handler-here' }])
    return { change: { to_id: input.to_id } }
  },
})
