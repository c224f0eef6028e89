/** `note-attendance`: how many of a unit came, and to which room: from a list, from the unit, or by a room's code. */
import { z } from 'zod'
import { action } from '../../platform/actions/action.ts'
import { count } from '../../platform/input.ts'
import { fromList } from '../receptions/asked.ts'
import { entryId, entryOf, rowOf } from './asked.ts'
import { attendedMore } from './hold.ts'
import { type MeetingRow, meeting, meetingMax } from './meeting.ts'

/** What was noted last for a unit stands. */
export const noteAttendance = action({
  noun: meeting,
  step: 'note-attendance',
  input: z.object({ guest_id: fromList(), room_id: fromList().optional(), people: count(0, 10_000) }),
  decide({ record, input, viewer, moment }) {
    const row = rowOf(record)
    const guest = entryOf(row.invited, input.guest_id, 'guest_id')
    const room = input.room_id === undefined ? null : entryOf(row.rooms, input.room_id, 'room_id')
    const entry = {
      id: entryId(row, 'attendance'),
      guest_id: guest.id,
      unit_id: guest.unit_id,
      unit: guest.name,
      room_id: room?.id ?? guest.answer?.room_id ?? guest.room_id,
      people: input.people,
      by: viewer.name,
      at: moment.at.toString(),
    }
    const others = row.attendance.filter((one) => one.guest_id !== guest.id)
    const attendance: MeetingRow['attendance'] = [...others, entry].slice(0, meetingMax.guests)
    return { change: { attendance }, ...attendedMore(row, { ...row, attendance }) }
  },
})
