/** `close`: the reception day ends; a day on which nobody came was held all the same. */
import { z } from 'zod'
import { action } from '../../platform/actions/action.ts'
import { dayPostings, receptionDay, stageOf } from './reception-day.ts'

/** Closes the day. Bookings nobody came for are marked missed by the clock. */
export const close = action({
  noun: receptionDay,
  step: 'close',
  input: z.object({}),
  decide({ record, facts, moment, unit_id, id }) {
    if (!record) throw new Error('close without a record')
    return {
      change: { closed_on: moment.on, nobody_came: facts.visits.came === 0 },
      postings: dayPostings(stageOf(record.kind, record.receiver), record.held_on),
      jobs: facts.visits.booked > 0 ? [{ task: 'miss-bookings', payload: { unit_id, reception_day_id: id } }] : [],
    }
  },
})
