/** The head signs the paper copy of a letter; its number follows by the next working day. */
import { z } from 'zod'
import { action } from '../../platform/actions/action.ts'
import { WrongInput } from '../../platform/actions/errors.ts'
import { uuid } from '../../platform/input.ts'
import { openLetter, paperCopy } from './paper-copy.ts'

/** Signed on the day of the step, by whoever takes it. */
export const signLetter = action({
  noun: paperCopy,
  step: 'sign-letter',
  input: z.object({ letter_id: uuid() }),
  reads: (sql, { unit_id, input }) => openLetter(sql, unit_id, input.letter_id),
  decide({ id, input, moment, viewer }, letter) {
    if (!letter || input.letter_id !== id) throw new WrongInput([{ field: 'letter_id', code: 'no-such-letter' }])
    return { change: { signed_by: viewer.name, signed_on: moment.on } }
  },
})
