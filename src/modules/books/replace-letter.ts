/** An error of content: a letter of equal form, written anew with the mended words, takes the place of this one. */
import { z } from 'zod'
import { action } from '../../platform/actions/action.ts'
import { WrongInput } from '../../platform/actions/errors.ts'
import { type FieldMeta, longTextMax, text, tidy, uuid } from '../../platform/input.ts'
import { idFrom } from '../../platform/uuid.ts'
import { changeOf, cited, letterChange, standingLetter, theLetter } from './letter-change.ts'
import { mendableOf, mended } from './mendable.ts'
import { told } from './told.ts'

/** `changes`: the mended words by their place in the letter, as `mendableOf` names them. */
export const replaceLetter = action({
  noun: letterChange,
  step: 'replace-letter',
  input: z.object({
    letter_id: uuid(),
    reason: text(500),
    changes: z
      .record(z.string().max(60), z.string().max(longTextMax).transform(tidy))
      .meta({ field: 'hidden' } satisfies FieldMeta),
  }),
  reads: (sql, { unit_id, input, moment }) => standingLetter(sql, unit_id, input.letter_id, moment.on),
  decide({ id, input, moment }, found) {
    const letter = theLetter(found)
    const mendable = mendableOf(letter.data)
    const changed = Object.entries(input.changes).filter(([place, words]) => mendable[place] !== words)
    const unknown = changed.find(([place, words]) => !Object.hasOwn(mendable, place) || words === '')
    if (unknown) throw new WrongInput([{ field: 'changes', code: 'not-to-be-mended' }])
    if (changed.length === 0) throw new WrongInput([{ field: 'changes', code: 'nothing-mended' }])
    const { type, notation, issued_on } = cited(letter)
    const { issuer, signature } = letter.letterhead
    const by = idFrom(id, 'letter')
    return {
      change: changeOf(letter, by, input.reason, moment.on),
      documents: [
        {
          id: by,
          kind: letter.kind,
          book: letter.book,
          year: moment.on.year,
          title: letter.title,
          issued_on: moment.on,
          data: {
            ...mended(letter.data, Object.fromEntries(changed)),
            issuer,
            signature,
            replaces: { type, notation, issued_on, reason: input.reason },
          },
        },
      ],
      ...told(letter, id, moment),
    }
  },
})
