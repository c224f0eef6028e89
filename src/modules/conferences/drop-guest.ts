/** `drop-guest`: a unit is taken off the list; after its letter the trace stays. */
import { z } from 'zod'
import { action } from '../../platform/actions/action.ts'
import { fromList } from '../receptions/asked.ts'
import { entryOf, rowOf } from './asked.ts'
import { meeting } from './meeting.ts'

/** By the guest's id. */
export const dropGuest = action({
  noun: meeting,
  step: 'drop-guest',
  input: z.object({ guest_id: fromList() }),
  decide({ record, input, moment }) {
    const row = rowOf(record)
    const guest = entryOf(row.invited, input.guest_id, 'guest_id')
    const invited =
      guest.invited_on === null
        ? row.invited.filter((one) => one.id !== guest.id)
        : row.invited.map((one) => (one.id === guest.id ? { ...one, withdrawn_on: moment.on.toString() } : one))
    return { change: { invited } }
  },
})
