/** An error of content: a letter of equal form in the same case takes the place of this one. */
import { z } from 'zod'
import { action } from '../../platform/actions/action.ts'
import { WrongInput } from '../../platform/actions/errors.ts'
import { text, uuid } from '../../platform/input.ts'
import { openLetter, paperCopy } from './paper-copy.ts'

/** Equal form: the same kind of letter about the same record, and not older. */
export const replaceLetter = action({
  noun: paperCopy,
  step: 'replace-letter',
  input: z.object({ by_id: uuid(), reason: text(500) }),
  reads: async (sql, { unit_id, record, input }) => ({
    letter: await openLetter(sql, unit_id, record?.id ?? ''),
    by: await openLetter(sql, unit_id, input.by_id),
  }),
  decide({ record, input }, { letter, by }) {
    const equal =
      letter && by && input.by_id !== record!.id && by.kind === letter.kind && by.record_id === letter.record_id
    if (!equal || Temporal.PlainDate.compare(by.issued_on, letter.issued_on) < 0)
      throw new WrongInput([{ field: 'by_id', code: 'not-of-equal-form' }])
    return { change: { replaced_by: input.by_id, reason: input.reason } }
  },
})
