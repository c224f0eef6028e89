/** `add-question`: one more question; after publication with the reason why it comes late. */
import { z } from 'zod'
import { action } from '../../platform/actions/action.ts'
import { longText } from '../../platform/input.ts'
import { questionInput, questionOf, reasonWhere } from './asked-input.ts'
import { nowOf } from './hours.ts'
import { topicalCall } from './topical-call.ts'

/** Adds it at the end. */
export const addQuestion = action({
  noun: topicalCall,
  step: 'add-question',
  input: z.object({ ...questionInput, reason: longText(500).optional() }),
  decide({ record, input, moment }) {
    const published = record!.state === 'published'
    const reason = reasonWhere(published, input.reason)
    const came = { added_at: published ? nowOf(moment).toString() : null, reason, replaces: null }
    return { change: { questions: [...record!.questions, questionOf(input, record!.questions, came)] } }
  },
})
