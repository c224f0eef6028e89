/** A mistake in a demand or in its answer is mended, each by the side that wrote it, with the reason. */
import { z } from 'zod'
import { overdueDemandWorkflow } from '../../law/overdue-demand-workflow.ts'
import { action } from '../../platform/actions/action.ts'
import { NotOpen } from '../../platform/actions/errors.ts'
import { carries, holds } from '../../platform/actions/viewer.ts'
import { longText } from '../../platform/input.ts'
import { answerFields, daysKept } from './answer-overdue.ts'
import { overdueDemand } from './overdue-demand.ts'

/** What is left out stays; what it said before stands in the history. The days themselves and the list are never mended. */
export const correctDemand = action({
  noun: overdueDemand,
  step: 'correct',
  input: z.object({
    note: longText(2000).optional(),
    end_note: longText(2000).optional(),
    answer: answerFields.answer.optional(),
    new_days: answerFields.new_days.optional(),
    reason: longText(1000),
  }),
  decide({ record, input, viewer, unit_id }) {
    const { note, end_note, answer, new_days } = input
    const no = () => new NotOpen('mended-by-who-wrote-it', overdueDemandWorkflow.correct.cite)
    const ours = note !== undefined || end_note !== undefined
    const theirs = answer !== undefined || new_days !== undefined
    if (ours && !holds(viewer, unit_id, 'head')) throw no()
    if (theirs && !carries(viewer, record!.subordinate_id, 'head')) throw no()
    // What was never said cannot be mended.
    if ((end_note !== undefined && record!.end_note === null) || (theirs && record!.answered_on === null)) throw no()
    return {
      change: {
        ...(note === undefined ? {} : { note }),
        ...(end_note === undefined ? {} : { end_note }),
        ...(answer === undefined ? {} : { answer }),
        ...(new_days === undefined ? {} : { new_days: daysKept(new_days) }),
      },
    }
  },
})
