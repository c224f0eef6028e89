/** `note-promise`, `drop-promise`: the tasks of a programme. Once it is issued each is a commitment of the unit that owns it. */
import { action, type Sql } from '../../platform/actions/action.ts'
import { WrongInput } from '../../platform/actions/errors.ts'
import { makeCommitmentsJob } from '../commitments/make-commitments.ts'
import { checkPromiseUnits, droppedPromise, promise, withoutPromise, withPromise } from '../commitments/promise.ts'
import { chosenId } from '../petitions/inputs.ts'
import { programme, type Task } from './programme.ts'

/** A task of an issued programme is a commitment at once; what stands is never edited but replaced on the commitment itself. */
export const notePromise = action({
  noun: programme,
  step: 'note-promise',
  input: promise.omit({ finding: true }).extend({ goal_id: chosenId().optional() }),
  async reads(sql, { record, unit_id, input, moment }) {
    await checkPromiseUnits(sql, input, moment.on)
    return input.goal_id ? await isGoalOf(sql, unit_id, record!.id, input.goal_id) : true
  },
  decide({ record, input, moment, unit_id, id }, goal_is_here) {
    if (!goal_is_here) throw new WrongInput([{ field: 'goal_id', code: 'no-such-goal' }])
    const { goal_id } = input
    const promises: Task[] = withPromise(record!.promises, input, moment).map((one) =>
      one.id === input.promise_id && goal_id ? { ...one, goal_id } : one,
    )
    const jobs = record!.state === 'issued' ? [makeCommitmentsJob('programme', { unit_id, id })] : []
    return { change: { promises }, jobs }
  },
})

/** Before the programme is issued. */
export const dropPromise = action({
  noun: programme,
  step: 'drop-promise',
  input: droppedPromise,
  decide: ({ record, input }) => ({ change: { promises: withoutPromise(record!.promises, input.promise_id) } }),
})

async function isGoalOf(sql: Sql, unit_id: string, programme_id: string, id: string): Promise<boolean> {
  const { rows } = await sql.query(
    `select from goal where unit_id = $1 and programme_id = $2 and id = $3 and state = 'set'`,
    [unit_id, programme_id, id],
  )
  return rows.length > 0
}
