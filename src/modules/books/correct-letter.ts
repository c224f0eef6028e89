/** An error of layout or of writing: an official letter (công văn đính chính) sets it right, and the letter stands. */
import { z } from 'zod'
import { action } from '../../platform/actions/action.ts'
import { text, uuid } from '../../platform/input.ts'
import { idFrom } from '../../platform/uuid.ts'
import { changeOf, cited, letterChange, standingLetter, theLetter } from './letter-change.ts'
import { told } from './told.ts'

/** What was printed, and what it is to read. */
export const correctLetter = action({
  noun: letterChange,
  step: 'correct-letter',
  input: z.object({ letter_id: uuid(), wrong: text(1000), right: text(1000), reason: text(500) }),
  reads: (sql, { unit_id, input, moment }) => standingLetter(sql, unit_id, input.letter_id, moment.on),
  decide({ id, input, moment }, found) {
    const letter = theLetter(found)
    const { issuer, signature } = letter.letterhead
    const { to, ...of } = cited(letter)
    const by = idFrom(id, 'letter')
    return {
      change: changeOf(letter, by, input.reason, moment.on),
      documents: [
        {
          id: by,
          kind: 'correction',
          book: 'CV',
          year: moment.on.year,
          title: `Đính chính: ${letter.title}`.slice(0, 500),
          issued_on: moment.on,
          data: { issuer, signature, to, of, wrong: input.wrong, right: input.right, reason: input.reason },
        },
      ],
      ...told(letter, id, moment),
    }
  },
})
