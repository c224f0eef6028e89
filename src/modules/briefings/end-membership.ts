/** Lets a body leave a cluster; the days before keep it. */
import { z } from 'zod'
import { action } from '../../platform/actions/action.ts'
import { WrongInput } from '../../platform/actions/errors.ts'
import { day, unitId } from '../../platform/input.ts'
import { cluster, followed } from './cluster.ts'

/** `until_on` is the first day without it. */
export const endMembership = action({
  noun: cluster,
  step: 'end-membership',
  input: z.object({ member_id: unitId(), until_on: day({ year_min: 2025 }) }),
  decide: ({ record, input, id }) => {
    const until_on = input.until_on.toString()
    const members = record?.members ?? []
    const open = members.find((one) => one.unit_id === input.member_id && one.until_on === null)
    if (!open) throw new WrongInput([{ field: 'member_id', code: 'is-no-member' }])
    if (open.from_on >= until_on) throw new WrongInput([{ field: 'until_on', code: 'day-before-the-first' }])
    return {
      change: { members: members.map((one) => (one === open ? { ...one, until_on } : one)) },
      jobs: followed(id),
    }
  },
})
