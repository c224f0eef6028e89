/** `drop-question`: a question is asked no more. Published, it stays to be seen with its answers and the reason. */
import { z } from 'zod'
import { action } from '../../platform/actions/action.ts'
import { longText } from '../../platform/input.ts'
import { reasonWhere } from './asked-input.ts'
import { nowOf } from './hours.ts'
import { questionId } from './replace-question.ts'
import { topicalCall } from './topical-call.ts'

/** Drops it. */
export const dropQuestion = action({
  noun: topicalCall,
  step: 'drop-question',
  input: z.object({ question_id: questionId(), reason: longText(500).optional() }),
  decide({ record, input, moment }) {
    const { questions, state } = record!
    const reason = reasonWhere(state === 'published', input.reason)
    if (state === 'draft') {
      const left = questions.filter(({ id }) => id !== input.question_id)
      return { change: { questions: left.map((one, index) => ({ ...one, id: `q${index + 1}` })) } }
    }
    const dropped_at = nowOf(moment).toString()
    return {
      change: {
        questions: questions.map((one) => (one.id === input.question_id ? { ...one, dropped_at, reason } : one)),
      },
    }
  },
})
