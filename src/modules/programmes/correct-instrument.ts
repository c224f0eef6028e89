/** `correct`: a mistake in the entry is mended; both values stay in the history. */
import { z } from 'zod'
import { action } from '../../platform/actions/action.ts'
import { WrongInput } from '../../platform/actions/errors.ts'
import { day, text } from '../../platform/input.ts'
import { reason } from '../petitions/inputs.ts'
import { instrument } from './instrument.ts'
import { issuedPosting } from './instrument-posting.ts'

/** Fields left empty stay as they are. */
export const correctInstrument = action({
  noun: instrument,
  step: 'correct',
  input: z.object({
    reason: reason(),
    number: text(100).optional(),
    title: text(300).optional(),
    issued_on: day().optional(),
    valid_from: day().optional(),
    valid_until: day().optional(),
  }),
  decide({ record, input, unit_id }) {
    const { reason: _, ...given } = input
    const change = Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined))
    if (Object.keys(change).length === 0) throw new WrongInput([{ field: 'title', code: 'nothing-to-correct' }])
    const postings = input.issued_on
      ? [...issuedPosting(unit_id, record!, -1), ...issuedPosting(unit_id, { ...record!, issued_on: input.issued_on })]
      : []
    return { change, postings }
  },
})
