/** What every petition has from its first moment, whichever way it came in. */
import { foldMarks } from '../../platform/text.ts'
import { hashOfCode } from '../../platform/tracking-code.ts'
import { idFrom } from '../../platform/uuid.ts'
import { clockColumnsOfAnyDay } from '../calendars/clock.ts'
import { duplicateKey } from './likeness.ts'
import { type PetitionFacts, type PetitionRow, receivedPosting } from './petition.ts'

/** The words of a petition as the register brings them. */
export type Received = Pick<
  PetitionRow,
  'received_on' | 'source' | 'title' | 'text' | 'petitioner_name' | 'signers' | 'signature' | 'asked_kind'
> &
  Partial<PetitionRow>

/** The first form of the record: as received, with its own case, its clock and its search columns. */
export function firstForm(received: Received, id: string, via: string, facts: PetitionFacts) {
  return {
    change: {
      via,
      register_year: received.received_on.year,
      language: 'vi' as const,
      representatives: [],
      points: [],
      urged: [],
      replies: [],
      case_id: idFrom(id, 'case'),
      ...received,
      ...clockColumnsOfAnyDay({ rule: 'petition.classify', start: received.received_on.toString() }, facts),
      search: foldMarks(`${received.title} ${received.petitioner_name} ${received.text}`).slice(0, 8000),
    },
    numbers: [{ column: 'register_number', book: 'petition', year: received.received_on.year }],
    postings: [receivedPosting({ kind: null, ...received })],
    rows: [duplicateKey(id, received, facts.rarity)],
  }
}

/** The row by which a tracking code finds its petition. */
export function codeRow(code: string, id: string, on: Temporal.PlainDate) {
  const code_hash = `\\x${hashOfCode(code).toString('hex')}`
  return {
    table: 'tracking_code' as const,
    rows: [{ code_hash, record_kind: 'petition', record_id: id, given_on: on }],
  }
}
