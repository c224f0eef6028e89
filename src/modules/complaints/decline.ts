/** The settler does not accept the complaint, on exactly one of the nine grounds of the law. */
import { z } from 'zod'
import { declineGrounds } from '../../law/terms.ts'
import { action } from '../../platform/actions/action.ts'
import { choice, idsOf, text } from '../../platform/input.ts'
import { complaint, settledPostings } from './complaint.ts'
import { complaintLetter, parties, tellComplainant } from './letters.ts'

const grounds = idsOf(declineGrounds)

/** The letter names the ground, its article and what the complainant can still do. */
export const decline = action({
  noun: complaint,
  step: 'decline',
  input: z.object({
    ground: choice(grounds),
    explanation: text(1000, { field: 'long-text' }),
    advice: text(1000, { field: 'long-text' }),
  }),
  decide({ record, input, moment, facts }) {
    const cite = declineGrounds.find((row) => row.id === input.ground)!.cite
    const data = { ...parties(facts), instance: 1 as const, ground: input.explanation, cite, advice: input.advice }
    return {
      cite,
      change: {
        decline_ground: input.ground,
        ended_on: moment.on,
        end_ground: input.ground,
        clock: null,
        nominal_on: null,
        due_on: null,
      },
      documents: [complaintLetter(record!, 'decline', 'Không thụ lý khiếu nại', data, facts, moment)],
      postings: settledPostings(record!, facts, moment.on, 'declined'),
      ...tellComplainant(record!, 'step-taken', moment),
    }
  },
})
