/** A promise made in a talk along the project: a commitment at once, changed by the commitment's own steps alone. */
import { action } from '../../platform/actions/action.ts'
import { makeCommitmentsJob } from '../commitments/make-commitments.ts'
import { checkPromiseUnits, type Promised, promise, withPromise } from '../commitments/promise.ts'
import { project } from './project.ts'

/** A promise with the day on which it was noted. */
export type DatedPromise = Promised & { said_on: string }

const saidOn = (promises: readonly Promised[], on: Temporal.PlainDate): DatedPromise[] =>
  promises.map((one) => ({ said_on: on.toString(), ...one }))

/** The project is public, so the promise is: its words once somebody has read them for names. */
export const noteProjectPromise = action({
  noun: project,
  step: 'note-promise',
  input: promise,
  reads: (sql, { input, moment }) => checkPromiseUnits(sql, input, moment.on),
  decide: ({ record, input, unit_id, id, moment }) => ({
    change: { promises: saidOn(withPromise(record!.promises, input, moment), moment.on) },
    jobs: [makeCommitmentsJob('project', { unit_id, id })],
  }),
})
