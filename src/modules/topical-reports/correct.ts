/** `correct`: title, reason or instrument were written wrongly; the questions have steps of their own. */
import { z } from 'zod'
import { action } from '../../platform/actions/action.ts'
import { longText, text } from '../../platform/input.ts'
import { reasonWhere } from './asked-input.ts'
import { topicalCall } from './topical-call.ts'

/** Corrects them; what stood before is in the history. */
export const correct = action({
  noun: topicalCall,
  step: 'correct',
  input: z.object({
    title: text(200),
    why: longText(2000),
    instrument: text(200).optional(),
    reason: longText(500).optional(),
  }),
  decide({ record, input }) {
    reasonWhere(record!.state !== 'draft', input.reason)
    return { change: { title: input.title, why: input.why, instrument: input.instrument ?? null } }
  },
})
