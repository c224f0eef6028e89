/** `drop-promise`: before the conclusion is issued a promise may be taken off again. */
import { action } from '../../platform/actions/action.ts'
import { droppedPromise, withoutPromise } from '../commitments/promise.ts'
import { rowOf } from './asked.ts'
import { meeting } from './meeting.ts'

/** By the promise's id. */
export const dropPromise = action({
  noun: meeting,
  step: 'drop-promise',
  input: droppedPromise,
  decide({ record, input }) {
    return { change: { promises: withoutPromise(rowOf(record).promises, input.promise_id) } }
  },
})
