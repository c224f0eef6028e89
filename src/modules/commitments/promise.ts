/** A promise while its text is prepared: one entry on the record where it is said, until that text is fixed. */
import { z } from 'zod'
import { commitmentForces } from '../../law/commitment-workflow.ts'
import type { Sql } from '../../platform/actions/action.ts'
import { WrongInput } from '../../platform/actions/errors.ts'
import type { Moment } from '../../platform/clock.ts'
import { choice, day, longText, text, unitId, uuid } from '../../platform/input.ts'

/** Most promises that one record holds. */
export const promisesMax = 200

/** What `note-promise` asks. The id is chosen by the form, so that a double post is one promise. */
export const promise = z.object({
  promise_id: uuid(),
  text: longText(4000),
  owner_unit_id: unitId(),
  helper_unit_id: unitId().optional(),
  second_helper_unit_id: unitId().optional(),
  third_helper_unit_id: unitId().optional(),
  force: choice(commitmentForces),
  due_on: day(),
  finding: text(500).optional(),
})

/** Fields of `promise` in which a unit is named. */
export const promiseUnitFields = [
  'owner_unit_id',
  'helper_unit_id',
  'second_helper_unit_id',
  'third_helper_unit_id',
] as const

/** One entry of a record's column `promises`. */
export interface Promised {
  id: string
  text: string
  owner_unit_id: string
  helper_unit_ids: readonly string[]
  force: (typeof commitmentForces)[number]
  /** An ISO day, as it was said; the last day by the working calendar is counted when the commitment is made. */
  due_on: string
  /** The finding, question or target it answers. */
  finding?: string
}

/** The entry that an input makes; a day that has passed can no longer be promised. */
export function promisedBy(input: z.output<typeof promise>, moment: Pick<Moment, 'on'>): Promised {
  if (Temporal.PlainDate.compare(input.due_on, moment.on) < 0)
    throw new WrongInput([{ field: 'due_on', code: 'promise-day-has-passed' }])
  const helpers = [input.helper_unit_id, input.second_helper_unit_id, input.third_helper_unit_id]
  const named = helpers.filter((id): id is string => id !== undefined && id !== input.owner_unit_id)
  return {
    id: input.promise_id,
    text: input.text,
    owner_unit_id: input.owner_unit_id,
    helper_unit_ids: [...new Set(named)],
    force: input.force,
    due_on: input.due_on.toString(),
    ...(input.finding === undefined ? {} : { finding: input.finding }),
  }
}

/** The column with one promise more; an id that stands already is refused: a promise is never edited, it is replaced. */
export function withPromise(
  promises: readonly Promised[],
  input: z.output<typeof promise>,
  moment: Pick<Moment, 'on'>,
): Promised[] {
  if (promises.some((one) => one.id === input.promise_id))
    throw new WrongInput([{ field: 'text', code: 'promise-stands-already' }])
  if (promises.length >= promisesMax) throw new WrongInput([{ field: 'text', code: 'too-many-promises' }])
  return [...promises, promisedBy(input, moment)]
}

/** What `drop-promise` asks. */
export const droppedPromise = z.object({ promise_id: uuid() })

/** The column without that promise; one that does not stand there is refused. */
export function withoutPromise(promises: readonly Promised[], promise_id: string): Promised[] {
  const left = promises.filter((one) => one.id !== promise_id)
  if (left.length === promises.length) throw new WrongInput([{ field: 'promise_id', code: 'no-such-promise' }])
  return left
}

/** For `reads` of note-promise: throws at the field of every unit that does not stand on that day. */
export async function checkPromiseUnits(
  sql: Sql,
  input: z.output<typeof promise>,
  on: Temporal.PlainDate,
): Promise<void> {
  const named = promiseUnitFields.flatMap((field) => {
    const id = input[field]
    return id === undefined ? [] : [{ field, id }]
  })
  const { rows } = await sql.query<{ unit_id: string }>(
    'select unit_id from unit_period where unit_id = any($1::uuid[]) and valid @> $2::date',
    [named.map((one) => one.id), on.toString()],
  )
  const standing = new Set(rows.map((row) => row.unit_id))
  const faults = named
    .filter((one) => !standing.has(one.id))
    .map(({ field }) => ({ field, code: 'unit-does-not-stand' }))
  if (faults.length > 0) throw new WrongInput(faults)
}
