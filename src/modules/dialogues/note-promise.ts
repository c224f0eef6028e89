/** What was promised at the dialogue: words without anybody's name, an owner and a day. */
import { action } from '../../platform/actions/action.ts'
import { makeCommitmentsJob } from '../commitments/make-commitments.ts'
import { checkPromiseUnits, promise, withPromise } from '../commitments/promise.ts'
import { dialogue } from './dialogue.ts'
import { standing } from './fields.ts'

/** After the results are published a further promise becomes a commitment at once; one that stands is never edited here. */
export const notePromise = action({
  noun: dialogue,
  step: 'note-promise',
  input: promise,
  reads: (sql, { input, moment }) => checkPromiseUnits(sql, input, moment.on),
  decide({ record, input, moment }) {
    const row = standing(record)
    return {
      change: { promises: withPromise(row.promises, input, moment) },
      jobs: row.published_on === null ? [] : [makeCommitmentsJob('dialogue', row)],
    }
  },
})
