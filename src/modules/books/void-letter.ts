/** A number that was taken by mistake: the letter went to nobody, its number is never used again and stays in the book as void. */
import { z } from 'zod'
import { action } from '../../platform/actions/action.ts'
import { NotOpen } from '../../platform/actions/errors.ts'
import { text, uuid } from '../../platform/input.ts'
import { changeOf, letterChange, letterChangeWorkflow, standingLetter, theLetter } from './letter-change.ts'

/** What was signed has gone out: it is recalled or replaced, never void. */
export const voidLetter = action({
  noun: letterChange,
  step: 'void-letter',
  input: z.object({ letter_id: uuid(), reason: text(500) }),
  reads: (sql, { unit_id, input, moment }) => standingLetter(sql, unit_id, input.letter_id, moment.on),
  decide({ input, moment }, found) {
    const letter = theLetter(found)
    if (letter.on_paper) throw new NotOpen('letter-is-signed', letterChangeWorkflow['void-letter'].cite, 409)
    return {
      change: changeOf(letter, null, input.reason, moment.on),
      void_documents: [{ id: letter.id, reason: input.reason }],
    }
  },
})
