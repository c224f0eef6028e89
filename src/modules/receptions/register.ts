/** `register`: somebody walked in; they take a queue number and count from now on. */
import { z } from 'zod'
import { action } from '../../platform/actions/action.ts'
import { day } from '../../platform/input.ts'
import { envelopeFields, envelopeRows } from '../../platform/vault/sealed-record.ts'
import { faultAt, fromList } from './asked.ts'
import { caseOf, checkPresence, presenceChange, presenceFields, withoutSecrets } from './presence.ts'
import { lockedDay, queueBook, stillOpen, visit, visitPosting } from './visit.ts'

/** What the desk asks of somebody who walks in. */
export const registerInput = z
  .object({
    /** Absent: the office's regular reception. */
    reception_day_id: fromList().optional(),
    ...presenceFields,
    /** Where the book was kept on paper and is entered later. */
    held_on: day().optional(),
    // The number of the paper that was seen: sealed by the way in, before this step.
    fields: envelopeFields.fields.optional(),
    keys: envelopeFields.keys.optional(),
  })
  .superRefine(checkPresence)
  .overwrite(withoutSecrets)

/** Registers a walk-in. */
export const register = action({
  noun: visit,
  step: 'register',
  input: registerInput,
  // A digest would differ with every sealing: a double post is known by its actor.
  sealed: true,
  kept: ({ fields: _, keys: __, ...kept }) => kept,
  reads: async (sql, { unit_id, input }) => ({
    case_id: await caseOf(sql, unit_id, input.earlier_petition),
    day: input.reception_day_id ? await lockedDay(sql, unit_id, input.reception_day_id) : null,
  }),
  decide({ input, moment, id }, { case_id, day: of }) {
    if (of) stillOpen(of)
    const held_on = of?.held_on ?? input.held_on ?? moment.on
    if (Temporal.PlainDate.compare(held_on, moment.on) > 0) faultAt('held_on', 'day-in-future')
    const presence = presenceChange(input, of, case_id)
    return {
      change: {
        ...presence,
        reception_day_id: of?.id ?? null,
        held_on,
        origin: 'walk-in' as const,
        language: 'vi',
        received_on: held_on,
        papers: [],
        corrections: [],
      },
      numbers: [queueBook(of, held_on)],
      postings: [visitPosting(presence, held_on)],
      rows: envelopeRows(id, { fields: input.fields ?? [], keys: input.keys ?? [] }),
    }
  },
})
