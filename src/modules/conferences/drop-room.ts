/** `drop-room`: a room less; one to which a unit is asked, or wants to come, stays. */
import { z } from 'zod'
import { action } from '../../platform/actions/action.ts'
import { fromList } from '../receptions/asked.ts'
import { entryOf, faultAt, rowOf } from './asked.ts'
import { meeting } from './meeting.ts'

/** By the room's id. */
export const dropRoom = action({
  noun: meeting,
  step: 'drop-room',
  input: z.object({ room_id: fromList() }),
  decide({ record, input }) {
    const row = rowOf(record)
    const room = entryOf(row.rooms, input.room_id, 'room_id')
    const wanted = row.invited.some(
      (one) => one.withdrawn_on === null && (one.room_id === room.id || one.answer?.room_id === room.id),
    )
    if (wanted || room.people !== null) faultAt('room_id', 'room-is-in-use')
    return { change: { rooms: row.rooms.filter((one) => one.id !== room.id) } }
  },
})
