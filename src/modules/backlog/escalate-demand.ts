/** Nobody answered by the day: asked again, with a letter that says so and a new day. */
import { z } from 'zod'
import { action } from '../../platform/actions/action.ts'
import { day, longText } from '../../platform/input.ts'
import { demandLetter, letterNames } from './demand-letter.ts'
import { overdueDemand } from './overdue-demand.ts'

/** The list stays that of the first demand. */
export const escalateDemand = action({
  noun: overdueDemand,
  step: 'escalate-demand',
  input: z.object({ answer_by: day(), note: longText(2000) }),
  reads: (sql, { record, moment }) => letterNames(sql, record!.subordinate_id, record!.items, moment.on),
  decide({ record, input, facts, moment, id }, names) {
    const { demanded_on, revision } = record!
    const head = facts.letterhead
    return {
      change: { escalated_on: moment.on, answer_by: input.answer_by, note: input.note },
      documents: [
        demandLetter({ id, revision: revision + 1, head, names, moment }, { ...input, asked_on: demanded_on }),
      ],
    }
  },
})
