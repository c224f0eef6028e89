/** Takes bodies into a cluster from a day on: of its one kind, standing that day, under the unit that keeps it. */
import { z } from 'zod'
import { action } from '../../platform/actions/action.ts'
import { WrongInput } from '../../platform/actions/errors.ts'
import { day, type FieldMeta } from '../../platform/input.ts'
import { checkFit, cluster, followed, membersMax, overlap } from './cluster.ts'

const members = z
  .array(z.uuid({ error: 'not-an-id' }))
  .min(1, { error: 'choose-one' })
  .max(membersMax, { error: 'too-many-members' })
  .transform((chosen) => [...new Set(chosen)])
  .meta({ field: 'choices' } satisfies FieldMeta)

/** One day for all that are taken in together. */
export const addMembers = action({
  noun: cluster,
  step: 'add-members',
  input: z.object({ unit_ids: members, from_on: day({ year_min: 2025 }) }),
  reads: async (sql, { record, input }) => {
    if (record === null) return
    const { unit_id: keeper_id, level } = record
    await checkFit(sql, { unit_ids: input.unit_ids, keeper_id, level, on: input.from_on, field: 'unit_ids' })
  },
  decide: ({ record, input, id }) => {
    const from_on = input.from_on.toString()
    const added = input.unit_ids.map((unit_id) => ({ unit_id, from_on, until_on: null }))
    const all = [...(record?.members ?? []), ...added]
    if (overlap(all)) throw new WrongInput([{ field: 'unit_ids', code: 'is-a-member-already' }])
    if (all.length > membersMax) throw new WrongInput([{ field: 'unit_ids', code: 'too-many-members' }])
    return { change: { members: all }, jobs: followed(id) }
  },
})
