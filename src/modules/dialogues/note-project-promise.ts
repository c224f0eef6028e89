/** A promise made in a talk along the project: a commitment at once, changed by the commitment's own steps alone. */
import { action } from '../../platform/actions/action.ts'
import { makeCommitmentsJob } from '../commitments/make-commitments.ts'
import { checkPromiseUnits, promise, withPromise } from '../commitments/promise.ts'
import { project } from './project.ts'

/** The project is public, so the promise is: its words once somebody has read them for names. */
export const noteProjectPromise = action({
  noun: project,
  step: 'note-promise',
  input: promise,
  reads: (sql, { input, moment }) => checkPromiseUnits(sql, input, moment.on),
  decide: ({ record, input, unit_id, id, moment }) => ({
    change: { promises: withPromise(record!.promises, input, moment) },
    jobs: [makeCommitmentsJob('project', { unit_id, id })],
  }),
})
