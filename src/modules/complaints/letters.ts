/** Letters and word to the complainant, as the steps of a complaint need them. */

import type { Moment } from '../../platform/clock.ts'
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

/** How decisions that stop something name their two parties. */
export function stopParties(record: ComplaintRow, facts: ComplaintFacts) {
  return { ...parties(facts), respondent: record.respondent }
}

/** Who else hears of a second instance: the one who settled first. */
export function courtesy(record: Pick<ComplaintRow, 'earlier'>): { copies?: string[] } {
  return record.earlier ? { copies: [`${record.earlier.settler} (để biết)`] } : {}
}

/** How letters name the petition and the complainant. */
export function parties(facts: ComplaintFacts) {
  return { to: personInLetter(facts.petition), petition: inLetter(facts.petition) }
}
