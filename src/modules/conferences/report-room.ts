/** `report-room`: a room tells how many sit in it; it counts for itself, whatever its units said. */
import { z } from 'zod'
import { action } from '../../platform/actions/action.ts'
import { count } from '../../platform/input.ts'
import { fromList } from '../receptions/asked.ts'
import { entryOf, rowOf } from './asked.ts'
import { attendedMore } from './hold.ts'
import { meeting } from './meeting.ts'

/** The last count stands. */
export const reportRoom = action({
  noun: meeting,
  step: 'report-room',
  input: z.object({ room_id: fromList(), people: count(0, 100_000) }),
  decide({ record, input, viewer, moment }) {
    const row = rowOf(record)
    const room = entryOf(row.rooms, input.room_id, 'room_id')
    const counted = { people: input.people, counted_at: moment.at.toString(), counted_by: viewer.name }
    const rooms = row.rooms.map((one) => (one.id === room.id ? { ...one, ...counted } : one))
    return { change: { rooms }, ...attendedMore(row, { ...row, rooms }) }
  },
})
