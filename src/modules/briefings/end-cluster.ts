/** Ends a cluster: from that day on it compares nobody; its earlier briefings stay. */
import { z } from 'zod'
import { action } from '../../platform/actions/action.ts'
import { WrongInput } from '../../platform/actions/errors.ts'
import { day } from '../../platform/input.ts'
import { cluster, followed } from './cluster.ts'

/** Open memberships end with it; those that would begin later are dropped. */
export const endCluster = action({
  noun: cluster,
  step: 'end-cluster',
  input: z.object({ until_on: day({ year_min: 2025 }) }),
  decide: ({ record, input, id }) => {
    const until_on = input.until_on.toString()
    if (record && record.from_on.toString() >= until_on)
      throw new WrongInput([{ field: 'until_on', code: 'day-before-the-first' }])
    const members = (record?.members ?? []).flatMap((one) => {
      if (one.from_on >= until_on) return []
      return [one.until_on === null || one.until_on > until_on ? { ...one, until_on } : one]
    })
    return { change: { members, until_on: input.until_on }, jobs: followed(id) }
  },
})
