/** A question was written down wrongly at the desk: words, name or contact are mended, and both values stay in the history. */
import { z } from 'zod'
import { action } from '../../platform/actions/action.ts'
import { WrongInput } from '../../platform/actions/errors.ts'
import { longText } from '../../platform/input.ts'
import { askerFields, questionText } from './asked.ts'
import { dialogueQuestion } from './dialogue-question.ts'

/** Fields left empty stay as they are. */
export const correctQuestion = action({
  noun: dialogueQuestion,
  step: 'correct',
  input: z.object({ text: questionText().optional(), ...askerFields, reason: longText(500) }),
  decide({ record, input }) {
    const { reason: _, ...given } = input
    const before: Readonly<Record<string, unknown>> = { ...record! }
    const change = Object.fromEntries(
      Object.entries(given).filter(([name, value]) => value !== undefined && value !== before[name]),
    )
    if (Object.keys(change).length === 0) throw new WrongInput([{ field: 'text', code: 'nothing-to-correct' }])
    return { change }
  },
})
