/** `note-promise`: what a unit is to do after the meeting; ordered only of units under an organiser, recommended to any. */
import { action } from '../../platform/actions/action.ts'
import { makeCommitmentsJob } from '../commitments/make-commitments.ts'
import { checkPromiseUnits, promise, withPromise } from '../commitments/promise.ts'
import { faultAt, rowOf } from './asked.ts'
import { meeting } from './meeting.ts'

/** After the conclusion was issued a promise becomes a commitment at once. */
export const notePromise = action({
  noun: meeting,
  step: 'note-promise',
  input: promise,
  async reads(sql, { record, input, unit_id, moment }) {
    await checkPromiseUnits(sql, input, moment.on)
    const organisers = (record?.hosts ?? [])
      .filter((one) => one.role === 'organiser')
      .flatMap((one) => one.unit_id ?? [])
    const { rows } = await sql.query<{ under: boolean }>(
      `select exists (select from unit_ancestry a where a.unit_id = $1 and a.ancestor_id = any($2::uuid[]) and a.valid @> $3::date) as under`,
      [input.owner_unit_id, [...new Set([unit_id, ...organisers])], moment.on.toString()],
    )
    return rows[0]?.under ?? false
  },
  decide({ record, input, moment, unit_id, id }, under) {
    const row = rowOf(record)
    if (input.force === 'ordered' && !under) faultAt('force', 'owner-is-under-no-organiser')
    const promises = withPromise(row.promises, input, moment)
    const jobs = row.state === 'concluded' ? [makeCommitmentsJob('meeting', { unit_id, id })] : []
    return { change: { promises }, jobs }
  },
})
