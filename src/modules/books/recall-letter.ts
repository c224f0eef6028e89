/** The letter is taken back: its receivers are told to use it no longer, and its number stays in the book. */
import { z } from 'zod'
import { action } from '../../platform/actions/action.ts'
import { text, uuid } from '../../platform/input.ts'
import { idFrom } from '../../platform/uuid.ts'
import { changeOf, cited, letterChange, standingLetter, theLetter } from './letter-change.ts'
import { told } from './told.ts'

/** With the reason that the receivers are told. */
export const recallLetter = action({
  noun: letterChange,
  step: 'recall-letter',
  input: z.object({ letter_id: uuid(), reason: text(500) }),
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
          kind: 'recall',
          book: 'TB',
          year: moment.on.year,
          title: `Thu hồi: ${letter.title}`.slice(0, 500),
          issued_on: moment.on,
          data: { issuer, signature, to, of, reason: input.reason },
        },
      ],
      ...told(letter, id, moment),
    }
  },
})
