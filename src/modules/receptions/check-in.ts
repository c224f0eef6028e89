/** `check-in`: somebody who booked has come; from here the visit counts. */
import { z } from 'zod'
import { action } from '../../platform/actions/action.ts'
import { caseOf, checkPresence, presenceChange, presenceFields, withoutSecrets } from './presence.ts'
import { lockedDay, stillOpen, visit, visitPosting } from './visit.ts'

/** What the desk asks of somebody who booked. */
export const checkInInput = z.object(presenceFields).superRefine(checkPresence).overwrite(withoutSecrets)

/** Checks a booked visitor in. */
export const checkIn = action({
  noun: visit,
  step: 'check-in',
  input: checkInInput,
  reads: async (sql, { unit_id, record, input }) => ({
    case_id: await caseOf(sql, unit_id, input.earlier_petition),
    day: record?.reception_day_id ? await lockedDay(sql, unit_id, record.reception_day_id) : null,
  }),
  decide({ input, moment }, { case_id, day: of }) {
    if (of) stillOpen(of)
    const held_on = of?.held_on ?? moment.on
    const presence = presenceChange(input, of, case_id)
    return {
      change: { ...presence, held_on, received_on: held_on },
      postings: [visitPosting(presence, held_on)],
    }
  },
})
