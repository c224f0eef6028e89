/** `ask`: a unit gets its page for a round; taken by the job of a publication, once a unit and round. */
import { z } from 'zod'
import { topicalAnswerWorkflow } from '../../law/topical-workflow.ts'
import { action } from '../../platform/actions/action.ts'
import { NotOpen } from '../../platform/actions/errors.ts'
import { count, uuid } from '../../platform/input.ts'
import { nowOf } from './hours.ts'
import { callOf, topicalAnswer } from './topical-answer.ts'

/** The job that mails the unit that it is asked. */
export const tellTask = 'tell-topical'

/** Makes the empty answer. */
export const ask = action({
  noun: topicalAnswer,
  step: 'ask',
  input: z.object({ call_unit_id: uuid(), call_id: uuid(), round: count(1, 10_000) }),
  reads: (sql, { input }) => callOf(sql, input.call_unit_id, input.call_id),
  decide({ input, moment, id }, call) {
    if (call?.state !== 'published' || call.round !== input.round)
      throw new NotOpen('call-is-open', topicalAnswerWorkflow.ask.cite)
    return {
      change: {
        call_unit_id: input.call_unit_id,
        call_id: input.call_id,
        round: input.round,
        answers: {},
        nothing: false,
        asked_at: nowOf(moment),
        handed_in_at: null,
        answered_by: null,
        by_stand_in: false,
        version: 1,
        earlier: [],
      },
      jobs: [{ task: tellTask, payload: { id } }],
    }
  },
})
