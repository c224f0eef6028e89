/** `name-organiser`, `drop-organiser`: who carries a joint programme together with the unit, and what part each takes. */
import { z } from 'zod'
import { action } from '../../platform/actions/action.ts'
import { WrongInput } from '../../platform/actions/errors.ts'
import { text, unitId } from '../../platform/input.ts'
import { programme } from './programme.ts'
import { checkStanding } from './references.ts'

const organisersMax = 30

/** A unit of any kind; named again it takes the new part. */
export const nameOrganiser = action({
  noun: programme,
  step: 'name-organiser',
  input: z.object({ organiser_unit_id: unitId(), part: text(500, { field: 'long-text' }) }),
  reads: (sql, { input, moment }) => checkStanding(sql, [input.organiser_unit_id], moment.on, 'organiser_unit_id'),
  decide({ record, input, unit_id }) {
    const { organiser_unit_id, part } = input
    if (organiser_unit_id === unit_id) throw new WrongInput([{ field: 'organiser_unit_id', code: 'leads-already' }])
    const others = record!.organisers.filter((one) => one.unit_id !== organiser_unit_id)
    if (others.length >= organisersMax) throw new WrongInput([{ field: 'organiser_unit_id', code: 'too-many-units' }])
    return { change: { organisers: [...others, { unit_id: organiser_unit_id, part }] } }
  },
})

/** Before the programme is issued. */
export const dropOrganiser = action({
  noun: programme,
  step: 'drop-organiser',
  input: z.object({ organiser_unit_id: unitId() }),
  decide({ record, input }) {
    const organisers = record!.organisers.filter((one) => one.unit_id !== input.organiser_unit_id)
    if (organisers.length === record!.organisers.length)
      throw new WrongInput([{ field: 'organiser_unit_id', code: 'does-not-organise' }])
    return { change: { organisers } }
  },
})
