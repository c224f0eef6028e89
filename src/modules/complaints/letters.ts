/** Letters and word to the complainant, as the steps of a complaint need them. */

import type { Moment } from '../../platform/clock.ts'
import { idFrom } from '../../platform/uuid.ts'
import type { LetterBase, LetterData, LetterKind } from '../notices/letter-data.ts'
import { letter } from '../petitions/handling.ts'
import { inLetter, personInLetter } from '../petitions/petition.ts'
import type { ComplaintFacts, ComplaintRow } from './complaint.ts'

/** A letter about this complaint to its complainant. */
export function complaintLetter<K extends LetterKind>(
  record: ComplaintRow,
  kind: K,
  title: string,
  data: Omit<LetterData[K], keyof LetterBase>,
  facts: ComplaintFacts,
  moment: Moment,
) {
  return letter(record, kind, `${title}: ${record.title}`.slice(0, 500), data, facts, moment)
}

/** How letters name the petition and the complainant. */
export function parties(facts: ComplaintFacts) {
  return { to: personInLetter(facts.petition), petition: inLetter(facts.petition) }
}

/** Word to the complainant after the commit: the address is read from the petition when it is sent. */
export function tellComplainant(
  record: ComplaintRow,
  template: 'step-taken' | 'second-road-open' | 'answer-ready',
  moment: Moment,
) {
  const id = idFrom(record.id, `notice/${record.revision + 1}`)
  const row = {
    id,
    record_kind: 'petition',
    record_id: record.petition_id,
    template,
    attempts: 0,
    created_at: moment.at,
  }
  return {
    rows: [{ table: 'notice' as const, rows: [row] }],
    jobs: [{ task: 'send-notice', payload: { notice_id: id } }],
  }
}
