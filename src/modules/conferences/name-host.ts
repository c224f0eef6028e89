/** `name-host`: a further organiser, or who takes the chair: a unit of any kind, or a body outside the tree. */
import { z } from 'zod'
import { action } from '../../platform/actions/action.ts'
import { choice, text, unitId } from '../../platform/input.ts'
import { added, entryId, faultAt, rowOf } from './asked.ts'
import { meeting, meetingMax } from './meeting.ts'
import { nameOf } from './plan.ts'

/** The unit from the list, or a name; of a chair the person too. */
export const nameHost = action({
  noun: meeting,
  step: 'name-host',
  input: z.object({
    role: choice(['organiser', 'chair']),
    unit_id: unitId().optional(),
    unit_name: text(200).optional(),
    person: text(200).optional(),
  }),
  reads: async (sql, { input, moment }) => (input.unit_id ? nameOf(sql, input.unit_id, moment.on) : null),
  decide({ record, input }, known) {
    const row = rowOf(record)
    if (input.unit_id && known === null) faultAt('unit_id', 'unit-does-not-stand')
    const unit = known ?? input.unit_name ?? faultAt('unit_id', 'unit-or-name')
    const twice = row.hosts.some(
      (one) => one.role === input.role && one.unit === unit && one.person === (input.person ?? null),
    )
    if (twice) faultAt('unit_id', 'host-stands-already')
    const host = {
      id: entryId(row, 'host'),
      role: input.role,
      unit_id: input.unit_id ?? null,
      unit,
      person: input.person ?? null,
    }
    return { change: { hosts: added(row.hosts, host, meetingMax.hosts, 'unit_id') } }
  },
})
