/** Why the case is complex: at least one criterion of the law, in writing in the file. */
import { z } from 'zod'
import { complexityCriteria } from '../../law/terms.ts'
import { action } from '../../platform/actions/action.ts'
import { WrongInput } from '../../platform/actions/errors.ts'
import { choices, idsOf, text } from '../../platform/input.ts'
import { complaint } from './complaint.ts'

const criteria = idsOf(complexityCriteria)

/** Without it no extension is open. */
export const recordComplexity = action({
  noun: complaint,
  step: 'record-complexity',
  input: z.object({ criteria: choices(criteria), note: text(1000, { field: 'long-text' }) }),
  decide({ record, input, moment }) {
    if (input.criteria.length === 0) throw new WrongInput([{ field: 'criteria', code: 'choose-one' }])
    const extended_on = record!.complexity?.extended_on ?? null
    return { change: { complexity: { ...input, on: moment.on.toString(), extended_on } } }
  },
})
