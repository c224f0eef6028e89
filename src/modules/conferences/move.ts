/** `move`: another day, hour or place; everybody invited is told by a letter and by mail. */
import { z } from 'zod'
import { action } from '../../platform/actions/action.ts'
import { text } from '../../platform/input.ts'
import { idFrom } from '../../platform/uuid.ts'
import { letterhead } from '../notices/letterhead.ts'
import { faultAt, rowOf } from './asked.ts'
import { meeting } from './meeting.ts'
import { changeLetter, letterNames } from './meeting-letters.ts'
import { checkWhen, when } from './plan.ts'
import { tellGuests } from './tell-guests.ts'

/** The whole of day, hours and place, and why. Items of the programme move with the day. */
export const move = action({
  noun: meeting,
  step: 'move',
  input: z.object({ ...when, place: text(300).optional(), reason: text(1000) }),
  reads: async (sql, { record, unit_id, moment }) => ({
    head: await letterhead(sql, unit_id, moment.on),
    names: await letterNames(sql, record?.invited ?? [], moment.on),
  }),
  decide({ record, input, viewer, moment, id, unit_id }, { head, names }) {
    const row = rowOf(record)
    checkWhen(input)
    if (row.mode !== 'online' && input.place === undefined) faultAt('place', 'required')
    if (Temporal.PlainDate.compare(input.held_on, moment.on) < 0) faultAt('held_on', 'day-has-passed')
    const until_on = input.until_on ?? input.held_on
    const days = row.held_on.until(input.held_on).days
    const programme = row.programme.map((item) => ({
      ...item,
      on: Temporal.PlainDate.from(item.on).add({ days }).toString(),
    }))
    if (programme.some((item) => Temporal.PlainDate.compare(item.on, until_on) > 0))
      faultAt('until_on', 'programme-lies-outside')
    const before = {
      on: moment.on.toString(),
      by: viewer.name,
      held_on: row.held_on.toString(),
      starts: row.starts,
      place: row.place,
      reason: input.reason,
    }
    const place = input.place ?? null
    const moved = { ...row, held_on: input.held_on, until_on, starts: input.starts, ends: input.ends, place }
    const announced = row.state === 'invited'
    const letter_id = idFrom(id, `moved/${row.revision + 1}`)
    return {
      change: {
        held_on: input.held_on,
        until_on,
        starts: input.starts,
        ends: input.ends,
        place,
        programme,
        answer_by:
          row.answer_by && Temporal.PlainDate.compare(row.answer_by, input.held_on) > 0 ? input.held_on : row.answer_by,
        moves: [...row.moves, before].slice(-50),
      },
      ...(announced
        ? {
            documents: [
              changeLetter(letter_id, head, moved, { before: row, names, reason: input.reason, on: moment.on }),
            ],
          }
        : {}),
      // Units asked for papers know of it before anybody is invited.
      jobs: [tellGuests({ unit_id, id }, 'moved', row.revision + 1)],
    }
  },
})
