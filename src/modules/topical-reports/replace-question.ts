/** `replace-question`: other words for a question. Published, the old one stays to be seen, and its answers are its own. */
import { z } from 'zod'
import { action } from '../../platform/actions/action.ts'
import { longText, text } from '../../platform/input.ts'
import { questionInput, questionOf, reasonWhere } from './asked-input.ts'
import { nowOf } from './hours.ts'
import type { Question } from './question.ts'
import { topicalCall } from './topical-call.ts'

/** Which question, by its id. */
export const questionId = () => text(6).meta({ field: 'unit' })

/** Replaces it: in a draft at its place, published by a new question beside it. */
export const replaceQuestion = action({
  noun: topicalCall,
  step: 'replace-question',
  input: z.object({ question_id: questionId(), ...questionInput, reason: longText(500).optional() }),
  decide({ record, input, moment }) {
    const { questions, state } = record!
    const published = state === 'published'
    const reason = reasonWhere(published, input.reason)
    const at = nowOf(moment).toString()
    const is = (one: Question) => one.id === input.question_id
    if (!published) {
      const mended = questionOf(input, [], { added_at: null, reason: null, replaces: null })
      return { change: { questions: questions.map((one) => (is(one) ? { ...mended, id: one.id } : one)) } }
    }
    const next = questionOf(input, questions, { added_at: at, reason, replaces: input.question_id })
    const dropped = questions.map((one) => (is(one) ? { ...one, dropped_at: at, reason } : one))
    return { change: { questions: [...dropped, next] } }
  },
})
