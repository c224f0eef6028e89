/** Letters: from facts to a laid-out document. The number comes from the register, the layout from `layout.ts`. */

import { type Annex, type Letter, layOut } from './layout.ts'
import type { LetterBase, LetterData, LetterKind, Numbered } from './letter-data.ts'
import { changeLetters, replacedSentence } from './letters-change.ts'
import { complaintLetters } from './letters-complaint.ts'
import { dialogueLetters } from './letters-dialogue.ts'
import { meetingLetters } from './letters-meeting.ts'
import { overdueLetters } from './letters-overdue.ts'
import { petitionLetters } from './letters-petition.ts'
import { privateLetters } from './letters-private.ts'
import { receptionLetters } from './letters-reception.ts'
import { reviewLetters } from './letters-review.ts'
import { sideLetters } from './letters-side.ts'
import { verificationLetters } from './letters-verification.ts'
import { issuerLines, officialNumber, placeAndDay, signatureTitles } from './wording.ts'

/** The part of a letter that differs by kind. */
export type LetterBody = Pick<Letter, 'title' | 'to' | 'parts'> &
  Partial<Pick<Letter, 'form' | 'decider' | 'signatures' | 'copies'>> & {
    /** Annexes name the number of the letter that they go with. */
    annexes?: (notation: string) => readonly Annex[]
  }

/** Writes the body of one kind. */
export type Write<K extends LetterKind> = (data: LetterData[K], issued_on: string) => LetterBody

/**
 * The book each kind is numbered in, per unit and year, and its abbreviation in the symbol (NĐ 30/2020 Phụ lục III);
 * null: a công văn, whose symbol names the drafting part instead. `GBN` and `PHD` are not in that annex: local custom.
 */
export const letterBooks = {
  receipt: { book: 'GBN', abbreviation: 'GBN' },
  guidance: { book: 'PHD', abbreviation: 'PHD' },
  transfer: { book: 'PC', abbreviation: 'PC' },
  'hand-back': { book: 'CV', abbreviation: null },
  urge: { book: 'CV', abbreviation: null },
  'case-reply': { book: 'CV', abbreviation: null },
  'overdue-demand': { book: 'CV', abbreviation: null },
  'confirm-signature': { book: 'PHD', abbreviation: 'PHD' },
  acceptance: { book: 'TB', abbreviation: 'TB' },
  decline: { book: 'TB', abbreviation: 'TB' },
  extension: { book: 'TB', abbreviation: 'TB' },
  'second-road': { book: 'TB', abbreviation: 'TB' },
  'court-road': { book: 'TB', abbreviation: 'TB' },
  'dialogue-notice': { book: 'TB', abbreviation: 'TB' },
  'public-dialogue-notice': { book: 'TB', abbreviation: 'TB' },
  'public-dialogue-results': { book: 'TB', abbreviation: 'TB' },
  decision: { book: 'QĐ', abbreviation: 'QĐ' },
  suspension: { book: 'QĐ', abbreviation: 'QĐ' },
  resumption: { book: 'QĐ', abbreviation: 'QĐ' },
  termination: { book: 'QĐ', abbreviation: 'QĐ' },
  stay: { book: 'QĐ', abbreviation: 'QĐ' },
  'stay-lifted': { book: 'QĐ', abbreviation: 'QĐ' },
  alert: { book: 'BC', abbreviation: 'BC' },
  'crime-referral': { book: 'CV', abbreviation: null },
  'party-referral': { book: 'CV', abbreviation: null },
  answer: { book: 'CV', abbreviation: null },
  'propose-change': { book: 'CV', abbreviation: null },
  refusal: { book: 'TB', abbreviation: 'TB' },
  'reception-conclusion': { book: 'TB', abbreviation: 'TB' },
  outcome: { book: 'TB', abbreviation: 'TB' },
  // An internal paper, in no annex: a book of its own by local custom.
  proposal: { book: 'PĐX', abbreviation: 'PĐX' },
  'verification-order': { book: 'QĐ', abbreviation: 'QĐ' },
  'verification-report': { book: 'BC', abbreviation: 'BC' },
  'dialogue-minutes': { book: 'BB', abbreviation: 'BB' },
  'review-report': { book: 'BC', abbreviation: 'BC' },
  'meeting-invitation': { book: 'GM', abbreviation: 'GM' },
  'meeting-change': { book: 'TB', abbreviation: 'TB' },
  'meeting-conclusion': { book: 'TB', abbreviation: 'TB' },
  correction: { book: 'CV', abbreviation: null },
  recall: { book: 'TB', abbreviation: 'TB' },
  // A book of its own: gaps in the others would tell that there is a sealed record.
  private: { book: 'private', abbreviation: null },
} as const satisfies Record<LetterKind, { book: string; abbreviation: string | null }>

const writers: { [K in LetterKind]: Write<K> } = {
  ...petitionLetters,
  ...overdueLetters,
  ...reviewLetters,
  ...complaintLetters,
  ...sideLetters,
  ...receptionLetters,
  ...dialogueLetters,
  ...verificationLetters,
  ...changeLetters,
  ...meetingLetters,
  ...privateLetters,
}

/** Number and symbol as printed: `05/QĐ-UBND`, `12/UBND-TCD`. */
export function notation(kind: LetterKind, data: LetterBase, number: number | null): string {
  const abbreviation = data.abbreviation ?? letterBooks[kind].abbreviation
  const symbol = abbreviation
    ? `${abbreviation}-${data.issuer.symbol}`
    : `${data.issuer.symbol}-${data.drafted_by ?? 'TCD'}`
  return `${officialNumber(number)}/${symbol}`
}

/** The letter as data: what tests and previews read. */
export function writeLetter<K extends LetterKind>(kind: K, data: LetterData[K], numbered: Numbered): Letter {
  const { annexes, ...body } = writers[kind](data, numbered.issued_on)
  const number = notation(kind, data, numbered.number)
  const { issuer, signature } = data
  const asAbove = body.to.length > 0 ? ['Như trên'] : []
  const file = `Lưu: VT${data.drafted_by ? `, ${data.drafted_by}` : ''}`
  return {
    parent: issuer.parent_name,
    issuer: issuerLines(issuer),
    notation: number,
    place_and_date: placeAndDay(issuer.place, numbered.issued_on),
    signatures: [{ titles: signatureTitles(signature, issuer), name: signature.name }],
    copies: [...asAbove, ...(data.copies ?? []), file],
    ...body,
    annexes: annexes?.(number) ?? [],
    parts: data.replaces ? replacing(body.parts, data.replaces) : body.parts,
  }
}

/** Which letter this one replaces stands right behind its grounds, before what it says itself. */
function replacing(parts: Letter['parts'], replaces: NonNullable<LetterBase['replaces']>): Letter['parts'] {
  const at = parts.findLastIndex((part) => part.kind === 'ground') + 1
  return [...parts.slice(0, at), { kind: 'paragraph', text: replacedSentence(replaces) }, ...parts.slice(at)]
}

/** A letter as a Word file. Throws only where the data break their type. */
export async function composeLetter<K extends LetterKind>(
  kind: K,
  data: LetterData[K],
  numbered: Numbered,
): Promise<Buffer> {
  return layOut(writeLetter(kind, data, numbered))
}

/** Is this text the name of a kind of letter? */
export function isLetterKind(kind: string): kind is LetterKind {
  return Object.hasOwn(letterBooks, kind)
}

/** A file name that tells a bystander nothing: no kind, no name, no subject. */
export function letterFileName(number: number | null, year: number): string {
  return `van-ban-${number === null ? 'du-thao' : officialNumber(number)}-${year}.docx`
}
