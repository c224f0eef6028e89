/** From rows to the texts of a book's cells, the same for paper, screen and spreadsheet. */
import { shortDay } from '../../ui/parts/format.ts'
import { known, recordPath } from '../../ui/parts/letter.tsx'
import { type Language, type Words, words } from '../../ui/words/words.ts'
import { letterName, markSentences } from '../notices/letter-marks.tsx'
import { isLetterKind, notation, writeLetter } from '../notices/letters.ts'
import type { BookLine } from './book.ts'
import type { ComplaintLine, FeedbackLine, LetterLine, Lines, PetitionLine, VisitLine } from './queries.ts'

interface Saying {
  w: Words
  unit_id: string
  /** Words of the law's book form are Vietnamese. */
  language: Language
}

const day = (on: Temporal.PlainDate | null) => (on === null ? '' : shortDay(on))
const two = (number: number) => String(number).padStart(2, '0')
const joined = (...parts: (string | null)[]) => parts.filter((part) => part).join(', ')

/** The lines of a book in one language. `before`: how many lines stand before these, where they are counted. */
export function bookLines(lines: Lines, unit_id: string, language: Language, before = 0): BookLine[] {
  const saying: Saying = { w: words(language), unit_id, language }
  if (lines.of === 'petition') return lines.rows.map((row) => petitionLine(row, saying))
  if (lines.of === 'complaint') return lines.rows.map((row) => complaintLine(row, saying))
  if (lines.of === 'feedback') return lines.rows.map((row) => feedbackLine(row, saying))
  if (lines.of === 'letter') return lines.rows.map((row) => letterLine(row, saying))
  return lines.rows.map((row, index) => visitLine(row, before + index, saying))
}

/** A number that says no more: void, or of a record that is closed. */
function bare(key: string, number: number, says: string, columns: number): BookLine {
  const rest = Array.from({ length: columns - 2 }, () => '')
  return { key, href: null, void: true, cells: [two(number), says, ...rest] }
}

function petitionLine(row: PetitionLine, { w, unit_id }: Saying): BookLine {
  const { books, law } = w
  const columns = books.columns.petition.length
  // A letter that was sealed away leaves a number that says nothing, as a void one does.
  if (row.state === 'void' || row.state === 'sealed-away') return bare(row.id, row.register_number, books.void, columns)
  const closed = row.kind === 'denunciation' || row.asked_kind === 'denunciation'
  const steps: Readonly<Record<string, { done: string }>> = law.steps.petition
  return {
    key: row.id,
    href: recordPath('petition', { unit_id, id: row.id }),
    void: false,
    cells: [
      two(row.register_number),
      day(row.received_on),
      known(law.sources, row.source),
      closed ? books.closed_content : joined(row.petitioner_name, row.petitioner_address),
      closed ? books.closed_content : row.title,
      String(row.signers),
      row.kind ? known(law.kinds, row.kind) : '',
      row.field ? known(law.fields, row.field) : '',
      row.processed_by_step ? (steps[row.processed_by_step]?.done ?? '') : known(law.states.petition, row.state),
      day(row.processed_on),
      row.handler ?? '',
    ],
  }
}

function complaintLine(row: ComplaintLine, { w, unit_id }: Saying): BookLine {
  const { law } = w
  return {
    key: row.id,
    href: recordPath('complaint', { unit_id, id: row.id }),
    void: false,
    cells: [
      two(row.register_number),
      day(row.accepted_on),
      row.complainant_name,
      row.title,
      row.respondent,
      String(row.instance),
      day(row.due_on),
      row.outcome ? known(law.complaint_results, row.outcome) : '',
      day(row.decided_on),
      known(law.states.complaint, row.state),
      row.handler ?? '',
    ],
  }
}

function feedbackLine(row: FeedbackLine, { w, unit_id }: Saying): BookLine {
  const { law } = w
  return {
    key: row.id,
    href: recordPath('feedback', { unit_id, id: row.id }),
    void: false,
    cells: [
      two(row.register_number),
      day(row.received_on),
      row.petitioner_name ?? '',
      row.title,
      known(law.kinds, row.kind),
      known(law.fields, row.field),
      day(row.due_on),
      day(row.answered_on),
      known(law.states.feedback, row.state),
      row.handler ?? '',
    ],
  }
}

function letterLine(row: LetterLine, { w, unit_id, language }: Saying): BookLine {
  const { books } = w
  const columns = books.columns.letter.length
  if (row.voided_on !== null) {
    return bare(
      row.id,
      row.number,
      [books.void, day(row.voided_on), row.void_reason].filter(Boolean).join(' · '),
      columns,
    )
  }
  if (row.closed || !isLetterKind(row.kind)) return bare(row.id, row.number, books.closed_content, columns)
  const numbered = { number: row.number, issued_on: row.issued_on.toString() }
  const letter = writeLetter(row.kind, row.data, numbered)
  const [signature] = letter.signatures
  const number = row.register_number === null ? null : `${row.register_number}/${row.register_year}`
  return {
    key: row.id,
    href: `/van-ban/${unit_id}/${row.id}`,
    void: false,
    cells: [
      two(row.number),
      day(row.issued_on),
      notation(row.kind, row.data, row.number),
      letterName(row, language),
      letter.to.join('; '),
      signature ? books.signer(signature.titles.join(' '), signature.name) : '',
      [known(books.record_of, row.record_kind), number].filter(Boolean).join(' '),
      markSentences(row.marks, language).join('; '),
    ],
  }
}

const guided = ['guide', 'guide-unsigned']

/** The 13 columns of form 03/TCD (NĐ 154/2026). */
function visitLine(row: VisitLine, index: number, { w, unit_id }: Saying): BookLine {
  const { books, law, receptions } = w
  const closed = row.closed_content
  const kind = row.petition_kind ?? row.asked_kind
  const says = row.outcome && [known(law.visit_outcomes, row.outcome.kind), closed ? '' : row.outcome.detail]
  const guides = row.outcome?.kind === 'guided' || guided.includes(row.processed_by_step ?? '')
  const notes = [row.large_group ? books.large_group : '', row.refused ? books.refused : '']
  return {
    key: row.id,
    href: recordPath('visit', { unit_id, id: row.id }),
    void: false,
    cells: [
      String(index + 1),
      day(row.held_on),
      closed ? books.closed_content : joined(row.visitor_name, row.visitor_address),
      closed ? '' : known(receptions.identity_kinds, row.identity_kind),
      closed ? books.closed_content : (row.subject ?? ''),
      closed || kind === null ? '' : known(law.kinds, kind),
      String(row.people),
      '',
      row.competence === 'ours' ? books.yes : '',
      guides ? books.yes : '',
      closed ? '' : (row.accepted_by ?? ''),
      says ? says.filter(Boolean).join('. ') : '',
      notes.filter(Boolean).join('; '),
    ],
  }
}
