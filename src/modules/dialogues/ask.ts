/** Somebody asks a question on the portal before the dialogue: without an account, a name if they like, a code to see the answer. */
import { z } from 'zod'
import { action } from '../../platform/actions/action.ts'
import { trackingCode } from '../petitions/inputs.ts'
import { askerFields, begun, codeRows, dialogueAsked, dialogueId, mustTake, questionText } from './asked.ts'
import { dialogueQuestion } from './dialogue-question.ts'

/** The code is drawn into the form, so that a double post is one question. */
export const ask = action({
  noun: dialogueQuestion,
  step: 'ask',
  input: z.object({ dialogue_id: dialogueId(), text: questionText(), ...askerFields, code: trackingCode() }),
  kept: ({ code: _, ...kept }) => kept,
  reads: (sql, { unit_id, input }) => dialogueAsked(sql, unit_id, input.dialogue_id),
  decide({ input, viewer, moment, id }, dialogue) {
    mustTake(dialogue, moment.on)
    const { code, ...words } = input
    return {
      change: {
        ...begun,
        ...words,
        origin: 'portal' as const,
        asked_on: moment.on,
        language: viewer.language,
        has_code: true,
      },
      rows: codeRows('dialogue-question', code, id, moment.on),
      postings: [{ fact: 'dialogue-question', on_day: moment.on, source: 'portal' }],
    }
  },
})
