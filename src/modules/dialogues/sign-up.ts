/** Somebody says that they will come: how many, and where to tell them if the day moves. */
import { z } from 'zod'
import { action } from '../../platform/actions/action.ts'
import { count } from '../../platform/input.ts'
import { trackingCode } from '../petitions/inputs.ts'
import { askerFields, begun, codeRows, dialogueAsked, dialogueId, mustTake } from './asked.ts'
import { dialogueQuestion } from './dialogue-question.ts'

/** No ticket: whoever has not signed up may come as well. */
export const signUp = action({
  noun: dialogueQuestion,
  step: 'sign-up',
  input: z.object({ dialogue_id: dialogueId(), people: count(1, 500), ...askerFields, code: trackingCode() }),
  kept: ({ code: _, ...kept }) => kept,
  reads: (sql, { unit_id, input }) => dialogueAsked(sql, unit_id, input.dialogue_id),
  decide({ input, viewer, moment, id }, dialogue) {
    mustTake(dialogue, moment.on)
    const { code, ...words } = input
    const origin = viewer.via === 'portal' ? ('portal' as const) : ('phone' as const)
    return {
      change: { ...begun, ...words, origin, asked_on: moment.on, language: viewer.language, has_code: true },
      rows: codeRows('dialogue-question', code, id, moment.on),
    }
  },
})
