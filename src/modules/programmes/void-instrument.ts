/** `void-instrument`: the entry was a mistake; it stays in the book as void. */
import { z } from 'zod'
import { action } from '../../platform/actions/action.ts'
import { reason } from '../petitions/inputs.ts'
import { instrument } from './instrument.ts'
import { issuedPosting } from './instrument-posting.ts'

/** The head alone takes an entry out of force. */
export const voidInstrument = action({
  noun: instrument,
  step: 'void-instrument',
  input: z.object({ reason: reason() }),
  decide: ({ record, unit_id }) => ({ change: {}, postings: issuedPosting(unit_id, record!, -1) }),
})
