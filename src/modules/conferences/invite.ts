/** `invite`: the head signs; each unit on the list that waits gets a letter of its own, numbered, and a mail. */
import { z } from 'zod'
import { action } from '../../platform/actions/action.ts'
import { day, text } from '../../platform/input.ts'
import { idFrom } from '../../platform/uuid.ts'
import { letterhead } from '../notices/letterhead.ts'
import { faultAt, rowOf } from './asked.ts'
import { type Guest, meeting } from './meeting.ts'
import { invitationLetter, letterNames } from './meeting-letters.ts'
import { tellGuests } from './tell-guests.ts'

/** Until when an answer is asked for, and what the letter adds. */
export const invite = action({
  noun: meeting,
  step: 'invite',
  input: z.object({ answer_by: day(), note: text(1000).optional() }),
  reads: async (sql, { record, unit_id, moment }) => ({
    head: await letterhead(sql, unit_id, moment.on),
    names: await letterNames(sql, record?.invited ?? [], moment.on),
  }),
  decide({ record, input, moment, id, unit_id }, { head, names }) {
    const row = rowOf(record)
    if (Temporal.PlainDate.compare(input.answer_by, moment.on) < 0) faultAt('answer_by', 'day-has-passed')
    if (Temporal.PlainDate.compare(input.answer_by, row.held_on) > 0) faultAt('answer_by', 'after-the-meeting')
    if (Temporal.PlainDate.compare(row.held_on, moment.on) < 0) faultAt('answer_by', 'meeting-day-has-passed')
    const waits = (one: Guest) => one.invited_on === null && one.withdrawn_on === null
    const letterOf = (guest: Guest) => idFrom(id, `invitation/${guest.id}`)
    const invited = row.invited.map((one) =>
      waits(one) ? { ...one, invited_on: moment.on.toString(), letter_id: letterOf(one) } : one,
    )
    return {
      change: { invited, answer_by: input.answer_by },
      documents: row.invited.filter(waits).map((guest) =>
        invitationLetter(letterOf(guest), head, row, {
          guest,
          to: names.get(guest.id) ?? guest.name,
          answer_by: input.answer_by,
          note: input.note ?? null,
          on: moment.on,
        }),
      ),
      jobs: [tellGuests({ unit_id, id }, 'invited', row.revision + 1)],
    }
  },
})
