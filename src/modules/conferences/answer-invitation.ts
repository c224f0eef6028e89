/** `answer-invitation`: an invited unit says whether it comes, how many, who, and to which room. */
import { z } from 'zod'
import { action } from '../../platform/actions/action.ts'
import { count, text, yesNo } from '../../platform/input.ts'
import { fromList } from '../receptions/asked.ts'
import { entryOf, faultAt, rowOf } from './asked.ts'
import { meeting } from './meeting.ts'

/** The last answer stands; for a unit without accounts an organiser writes down what it said. */
export const answerInvitation = action({
  noun: meeting,
  step: 'answer-invitation',
  input: z.object({
    guest_id: fromList(),
    coming: yesNo(),
    people: count(0, 10_000).optional(),
    who: text(500).optional(),
    room_id: fromList().optional(),
  }),
  decide({ record, input, viewer, moment }) {
    const row = rowOf(record)
    const guest = entryOf(row.invited, input.guest_id, 'guest_id')
    if (guest.invited_on === null || guest.withdrawn_on !== null) faultAt('guest_id', 'was-not-invited')
    const people = input.coming ? (input.people ?? 0) : 0
    if (input.coming && people === 0) faultAt('people', 'how-many-come')
    const room = input.room_id === undefined ? null : entryOf(row.rooms, input.room_id, 'room_id')
    const answer = {
      coming: input.coming,
      people,
      who: input.who ?? null,
      room_id: input.coming ? (room?.id ?? guest.room_id) : null,
      by: viewer.name,
      on: moment.on.toString(),
    }
    return { change: { invited: row.invited.map((one) => (one.id === guest.id ? { ...one, answer } : one)) } }
  },
})
