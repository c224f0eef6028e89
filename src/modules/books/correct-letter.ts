/** An error of layout or of a date: an official letter (công văn đính chính) sets it right, and the letter stands. */
import { z } from 'zod'
import { action } from '../../platform/actions/action.ts'
import { WrongInput } from '../../platform/actions/errors.ts'
import { text, uuid } from '../../platform/input.ts'
import { openLetter, paperCopy } from './paper-copy.ts'

/** Names the letter that sets it right. */
export const correctLetter = action({
  noun: paperCopy,
  step: 'correct-letter',
  input: z.object({ by_id: uuid(), reason: text(500) }),
  reads: (sql, { unit_id, input }) => openLetter(sql, unit_id, input.by_id),
  decide({ record, input }, by) {
    if (by?.book !== 'CV' || input.by_id === record!.id)
      throw new WrongInput([{ field: 'by_id', code: 'not-an-official-letter' }])
    return { change: { corrected_by: input.by_id, reason: input.reason } }
  },
})
