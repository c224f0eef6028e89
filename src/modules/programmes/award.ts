/** `award`, `close-movement`: collectives and persons are commended; without consent a person is counted, never named. */
import { z } from 'zod'
import { awardees, awardKinds } from '../../law/movement-workflow.ts'
import { action } from '../../platform/actions/action.ts'
import { WrongInput } from '../../platform/actions/errors.ts'
import { agree, choice, count, personName, unitId } from '../../platform/input.ts'
import { movement } from './movement.ts'

const awardsMax = 500

/** A collective is a unit that took part; persons without a name are a number. */
export const award = action({
  noun: movement,
  step: 'award',
  input: z.object({
    kind: choice(awardKinds),
    awardee: choice(awardees),
    awarded_unit_id: unitId().optional(),
    name: personName().optional(),
    consented: agree(),
    count: count(1, 10_000).optional(),
  }),
  decide({ record, input, moment }) {
    const { kind, awardee, awarded_unit_id, name } = input
    if (record!.awards.length >= awardsMax) throw new WrongInput([{ field: 'kind', code: 'too-many-awards' }])
    if (awardee === 'person' && name === undefined && input.count === undefined)
      throw new WrongInput([{ field: 'count', code: 'name-or-number' }])
    const person = awardee === 'person'
    const given = {
      on: moment.on.toString(),
      kind,
      awardee,
      unit_id: awarded_unit_id ?? null,
      name: person ? (name ?? null) : null,
      count: person && name === undefined ? (input.count ?? 1) : 1,
    }
    return { change: { awards: [...record!.awards, given] } }
  },
})

/** Nothing more is given. */
export const closeMovement = action({
  noun: movement,
  step: 'close-movement',
  input: z.object({}),
  decide: () => ({ change: {} }),
})
