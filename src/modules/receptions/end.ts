/** `end`: the conversation is over; from now on the person is owed an outcome within 10 working days. */
import { z } from 'zod'
import { action } from '../../platform/actions/action.ts'
import { longText, text } from '../../platform/input.ts'
import { clockColumns } from '../calendars/clock.ts'
import { visit } from './visit.ts'

/** What ending asks. */
export const endInput = z.object({
  /** What the receiver explained or concluded. */
  conclusion: longText(),
  assigned_to: text(200).optional(),
})

/** Ends the visit. */
export const end = action({
  noun: visit,
  step: 'end',
  input: endInput,
  kept: () => ({}),
  decide({ record, input, facts }) {
    if (!record) throw new Error('end without a record')
    const start = record.received_on ?? record.held_on
    return {
      change: {
        conclusion: record.closed_content ? null : input.conclusion,
        assigned_to: input.assigned_to ?? null,
        ...clockColumns({ rule: 'reception.outcome', start: start.toString() }, facts),
      },
    }
  },
})
