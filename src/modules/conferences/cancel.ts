/** `cancel`: it will not be held; everybody invited is told by a letter and by mail. */
import { z } from 'zod'
import { action } from '../../platform/actions/action.ts'
import { text } from '../../platform/input.ts'
import { idFrom } from '../../platform/uuid.ts'
import { letterhead } from '../notices/letterhead.ts'
import { rowOf } from './asked.ts'
import { meeting } from './meeting.ts'
import { changeLetter, letterNames } from './meeting-letters.ts'
import { tellGuests } from './tell-guests.ts'

/** With the reason, which everybody invited reads. */
export const cancel = action({
  noun: meeting,
  step: 'cancel',
  input: z.object({ reason: text(1000) }),
  reads: async (sql, { record, unit_id, moment }) => ({
    head: await letterhead(sql, unit_id, moment.on),
    names: await letterNames(sql, record?.invited ?? [], moment.on),
  }),
  decide({ record, input, moment, id, unit_id }, { head, names }) {
    const row = rowOf(record)
    const change = { ended_on: moment.on, end_note: input.reason }
    // Units asked for papers know of it before anybody is invited.
    const jobs = [tellGuests({ unit_id, id }, 'cancelled', row.revision + 1)]
    if (row.state !== 'invited') return { change, jobs }
    const letter_id = idFrom(id, `cancelled/${row.revision + 1}`)
    return {
      change,
      documents: [changeLetter(letter_id, head, null, { before: row, names, reason: input.reason, on: moment.on })],
      jobs,
    }
  },
})
