/** The grievance gets one owner, a person or a body of the unit, and a day by which it is to be settled. */
import { z } from 'zod'
import { action } from '../../platform/actions/action.ts'
import { WrongInput } from '../../platform/actions/errors.ts'
import { day } from '../../platform/input.ts'
import { officersOf } from '../people/queries.ts'
import { chosenId } from '../petitions/inputs.ts'
import { childrenOf } from '../units/queries.ts'
import { grievance, ownerKinds } from './grievance.ts'

/** `target_on` is the office's own day: no law sets one. May be taken again: owner and day change, both stay in the history. */
export const assignOwner = action({
  noun: grievance,
  step: 'assign-owner',
  input: z.object({ owner_id: chosenId().optional(), owner_body_id: chosenId().optional(), target_on: day() }),
  async reads(sql, { unit_id, input, viewer, moment }) {
    const bodies = input.owner_body_id ? await childrenOf(viewer, sql, unit_id, moment.on) : []
    const officers = input.owner_id ? await officersOf(viewer, sql, unit_id, moment.on, ownerKinds) : []
    return {
      holds: officers.some((one) => one.account_id === input.owner_id),
      is_body: bodies.some((one) => one.id === input.owner_body_id),
    }
  },
  decide({ input, moment }, { holds, is_body }) {
    const { owner_id, owner_body_id, target_on } = input
    if ((owner_id === undefined) === (owner_body_id === undefined))
      throw new WrongInput([{ field: 'owner_id', code: 'one-owner' }])
    if (owner_id !== undefined && !holds) throw new WrongInput([{ field: 'owner_id', code: 'not-an-officer-here' }])
    if (owner_body_id !== undefined && !is_body)
      throw new WrongInput([{ field: 'owner_body_id', code: 'not-a-body-here' }])
    if (Temporal.PlainDate.compare(target_on, moment.on) < 0)
      throw new WrongInput([{ field: 'target_on', code: 'day-has-passed' }])
    return { change: { owner_id: owner_id ?? null, owner_body_id: owner_body_id ?? null, target_on } }
  },
})
