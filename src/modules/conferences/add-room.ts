/** `add-room`: a hall, or the online room of a unit. */
import { z } from 'zod'
import { action } from '../../platform/actions/action.ts'
import { agree, count, text, unitId } from '../../platform/input.ts'
import { added, entryId, faultAt, rowOf } from './asked.ts'
import { meeting, meetingMax } from './meeting.ts'
import { nameOf } from './plan.ts'
import { newCode } from './rooms.ts'

/** One room, with a code of its own. */
export const addRoom = action({
  noun: meeting,
  step: 'add-room',
  input: z.object({
    name: text(200),
    unit_id: unitId().optional(),
    online: agree(),
    capacity: count(1, 100_000).optional(),
  }),
  reads: async (sql, { input, moment }) => ({
    stands: input.unit_id === undefined || (await nameOf(sql, input.unit_id, moment.on)) !== null,
    code: newCode(),
  }),
  decide({ record, input }, { stands, code }) {
    const row = rowOf(record)
    if (!stands) faultAt('unit_id', 'unit-does-not-stand')
    if (row.rooms.some((one) => one.name === input.name)) faultAt('name', 'room-stands-already')
    if (input.online && row.mode === 'in-person') faultAt('online', 'meeting-is-in-one-place')
    const room = {
      id: entryId(row, 'room'),
      name: input.name,
      unit_id: input.unit_id ?? null,
      online: input.online,
      capacity: input.capacity ?? null,
      code,
      people: null,
      counted_at: null,
      counted_by: null,
    }
    return { change: { rooms: added(row.rooms, room, meetingMax.rooms, 'name') } }
  },
})
