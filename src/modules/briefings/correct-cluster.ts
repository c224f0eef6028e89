/** Mends a mistake in a cluster's name or in the days of a member; the history keeps both values and the reason. */
import { z } from 'zod'
import { action } from '../../platform/actions/action.ts'
import { WrongInput } from '../../platform/actions/errors.ts'
import { day, text, unitId } from '../../platform/input.ts'
import { tidyName } from '../units/unit.ts'
import { checkFit, cluster, followed, overlap } from './cluster.ts'

/** A member is named by its unit; its last stretch of days is mended. Without a last day it goes on. */
export const correctCluster = action({
  noun: cluster,
  step: 'correct-cluster',
  input: z.object({
    reason: text(500),
    name: text(200).optional(),
    member_id: unitId().optional(),
    from_on: day({ year_min: 2025 }).optional(),
    until_on: day({ year_min: 2025 }).optional(),
  }),
  reads: async (sql, { record, input }) => {
    if (record === null || !input.member_id || !input.from_on) return
    const { unit_id: keeper_id, level } = record
    await checkFit(sql, { unit_ids: [input.member_id], keeper_id, level, on: input.from_on, field: 'from_on' })
  },
  decide: ({ record, input, id }) => {
    const { member_id: unit_id } = input
    if (!input.name && !unit_id) throw new WrongInput([{ field: 'name', code: 'nothing-to-correct' }])
    const members = record?.members ?? []
    const at = unit_id ? members.findLastIndex((one) => one.unit_id === unit_id) : -1
    const old = members[at]
    if (unit_id && !old) throw new WrongInput([{ field: 'member_id', code: 'is-no-member' }])
    const from_on = (input.from_on ?? old?.from_on ?? '').toString()
    const until_on = input.until_on?.toString() ?? null
    if (old && until_on !== null && until_on <= from_on)
      throw new WrongInput([{ field: 'until_on', code: 'day-before-the-first' }])
    const mended = old ? members.with(at, { ...old, from_on, until_on }) : members
    if (overlap(mended)) throw new WrongInput([{ field: 'from_on', code: 'is-a-member-already' }])
    return {
      change: { members: mended, ...(input.name ? { name: tidyName(input.name) } : {}) },
      jobs: followed(id),
    }
  },
})
