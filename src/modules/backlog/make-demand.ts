/** The superior's head asks a unit directly below why its records are overdue: the list is that of the day. */
import { z } from 'zod'
import { overdueDemandWorkflow } from '../../law/overdue-demand-workflow.ts'
import { action } from '../../platform/actions/action.ts'
import { NotOpen } from '../../platform/actions/errors.ts'
import { day, longText, uuid } from '../../platform/input.ts'
import { demandLetter, letterNames } from './demand-letter.ts'
import { itemsMax, overdueDemand, overdueOf } from './overdue-demand.ts'

/** Of more records than one letter takes, those that are overdue longest. */
export const makeDemand = action({
  noun: overdueDemand,
  step: 'make-demand',
  input: z.object({ subordinate_id: uuid(), answer_by: day(), note: longText(2000) }),
  reads: async (sql, { input, moment }) => {
    const items = (await overdueOf(sql, input.subordinate_id, moment.on)).slice(0, itemsMax)
    return { items, names: await letterNames(sql, input.subordinate_id, items, moment.on) }
  },
  decide({ input, facts, moment, id }, { items, names }) {
    if (items.length === 0) throw new NotOpen('records-are-overdue', overdueDemandWorkflow['make-demand'].cite)
    const { subordinate_id, answer_by, note } = input
    const head = facts.letterhead
    return {
      change: {
        subordinate_id,
        items,
        note,
        demanded_on: moment.on,
        answer_by,
        escalated_on: null,
        answer: null,
        new_days: null,
        answered_on: null,
        ended_on: null,
        end_note: null,
      },
      documents: [demandLetter({ id, revision: 1, head, names, moment }, { note, answer_by })],
    }
  },
})
