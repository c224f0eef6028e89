/** Two persons are named to count the signatures: one types, the other counts the same sheets by hand. */
import { z } from 'zod'
import { action } from '../../platform/actions/action.ts'
import { WrongInput } from '../../platform/actions/errors.ts'
import { holdsPosition } from '../people/queries.ts'
import { chosenId } from '../petitions/inputs.ts'
import { counterKinds, talkRequest } from './talk-request.ts'

/** Never the head who is asked for the dialogue: those posts are not on the list. */
export const nameCounters = action({
  noun: talkRequest,
  step: 'name-counters',
  input: z.object({ first_counter_id: chosenId(), second_counter_id: chosenId() }),
  reads: async (sql, { unit_id, input, viewer }) => ({
    first: await holdsPosition(viewer, sql, input.first_counter_id, unit_id, counterKinds),
    second: await holdsPosition(viewer, sql, input.second_counter_id, unit_id, counterKinds),
  }),
  decide({ record, input }, counts) {
    const fault = (field: string, code: string) => new WrongInput([{ field, code }])
    if (!counts.first) throw fault('first_counter_id', 'not-an-officer-here')
    if (!counts.second) throw fault('second_counter_id', 'not-an-officer-here')
    if (input.first_counter_id === input.second_counter_id) throw fault('second_counter_id', 'two-different-persons')
    return { change: { ...input, round: record!.round + 1, key_check: null, sheets: [] } }
  },
})
