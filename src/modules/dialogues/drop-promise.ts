/** A promise that was noted wrongly is dropped while the results are not published; afterwards it is replaced, with a trace. */
import { action } from '../../platform/actions/action.ts'
import { droppedPromise, withoutPromise } from '../commitments/promise.ts'
import { dialogue } from './dialogue.ts'
import { standing } from './fields.ts'

/** Only from the record while it is held. */
export const dropPromise = action({
  noun: dialogue,
  step: 'drop-promise',
  input: droppedPromise,
  decide: ({ record, input }) => ({
    change: { promises: withoutPromise(standing(record).promises, input.promise_id) },
  }),
})
