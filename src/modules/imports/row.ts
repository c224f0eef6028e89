/** One row of the book as the steps take it: a visit, a letter where there was one, or words for the vault. */
import { createHash } from 'node:crypto'
import { foldMarks } from '../../platform/text.ts'
import { idFrom } from '../../platform/uuid.ts'
import type { DenunciationWords } from '../denunciations/inputs.ts'
import type { importedStages } from '../receptions/import-visit.ts'
import { type BookRow, filled } from './plan.ts'

/** What all rows of one import share. */
export interface RowContext {
  import_id: string
  unit_id: string
  stage: (typeof importedStages)[number]
}

/** Ids that follow from the row, so that bringing it in twice is harmless. `turn` counts how often it was undone. */
export function rowIds(unit_id: string, row: Pick<BookRow, 'hash' | 'case_hash'>, turn = 0) {
  const of = (label: string) => idFrom(unit_id, `book-row/${row.hash}/${label}`)
  return {
    visit_id: of(`visit/${turn}`),
    petition_id: of(`petition/${turn}`),
    // A sealed letter is never undone, so it has one id only.
    sealed_id: of('sealed'),
    case_id: idFrom(unit_id, `book-case/${row.case_hash}`),
  }
}

/** The row's first words as a title. */
function titleOf(content: string, max: number): string {
  const line = content.split('\n')[0] ?? ''
  const sentence = /^.{20,}?[.;](?=\s|$)/u.exec(line)?.[0].replace(/[.;]$/, '') ?? line
  return sentence.length <= max ? sentence : `${sentence.slice(0, max - 1).replace(/\s+\S*$/u, '')}…`
}

const labels = {
  settled_by: 'Cơ quan đã giải quyết',
  within: 'Thuộc thẩm quyền',
  note: 'Ghi chú',
  guidance: 'Hướng dẫn',
  accepted_by: 'Cơ quan thụ lý',
  result: 'Kết quả',
} as const

function lines(row: BookRow, which: readonly (keyof typeof labels)[]): string[] {
  return which.flatMap((name) => {
    const text = row.more[name]
    return text && filled(text) ? [`${labels[name]}: ${text}`] : []
  })
}

const others = ({ people }: BookRow) => people.names.slice(1).join(', ')

/** Everything the row says, as one text; no column is lost. */
function wordsOf(row: BookRow, which: readonly (keyof typeof labels)[]): string {
  const with_others = others(row) ? [`Cùng đến: ${others(row)}`] : []
  return [row.content, ...with_others, ...lines(row, which)].join('\n\n').slice(0, 19_900)
}

/** What the book says became of it; null where it says nothing. */
function handledBy(row: BookRow): 'propose-acceptance' | 'transfer' | 'guide' | null {
  const { accepted_by, result, guidance } = row.more
  if (filled(accepted_by)) return ours(row) ? 'propose-acceptance' : 'transfer'
  if (filled(guidance)) return 'guide'
  return filled(result) ? 'propose-acceptance' : null
}

function ours(row: BookRow): boolean {
  const { within, accepted_by } = row.more
  return filled(within) || /^(x|v|✓|✔)$/i.test(accepted_by ?? '')
}

const outcomes = { 'propose-acceptance': 'accepted', transfer: 'transferred', guide: 'guided' } as const

/** The input of the visit. A sealed row leaves who and what to the vault. */
export function visitInput(row: BookRow, { import_id, stage, unit_id }: RowContext) {
  const common = { import_id, stage, held_on: row.held_on.toString(), people: row.count, first_time: row.first_time }
  if (row.sealed) return { ...common, asked_kind: 'denunciation', identity_kind: 'none' }
  const handled = handledBy(row)
  const outcome = filled(row.more.result) ? 'answered' : handled && outcomes[handled]
  const conclusion = lines(row, ['guidance', 'accepted_by', 'result']).join('\n')
  return {
    ...common,
    ...present({
      source_number: row.number,
      visitor_address: row.people.address.slice(0, 300),
      visitor_phone: phoneOf(row),
      asked_kind: row.kind,
      conclusion,
      outcome,
      assigned_to: row.more.accepted_by?.slice(0, 200),
      others: others(row).slice(0, 300),
    }),
    visitor_name: row.people.names[0],
    identity_kind: row.papers[0]?.kind ?? 'none',
    subject: titleOf(row.content, 300),
    statement: wordsOf(row, ['settled_by', 'within', 'note']),
    case_id: rowIds(unit_id, row).case_id,
  }
}

/** The input of the letter, and which step takes it; null where there was none or it is sealed. */
export function petitionInput(row: BookRow, { import_id, unit_id }: RowContext, visit_id: string) {
  if (row.sealed || row.kind === null) return null
  const handled_by = handledBy(row)
  const competence = ours(row) ? 'ours' : handled_by === 'transfer' || handled_by === 'guide' ? 'another' : null
  const letter = {
    import_id,
    visit_id,
    case_id: rowIds(unit_id, row).case_id,
    received_on: row.held_on.toString(),
    petitioner_name: row.people.names[0],
    kind: row.kind,
    title: titleOf(row.content, 200),
    text: wordsOf(row, ['settled_by', 'within', 'guidance', 'accepted_by', 'result', 'note']),
    signers: row.count,
    ...present({
      source_number: row.number,
      petitioner_address: row.people.address.slice(0, 300),
      petitioner_phone: phoneOf(row),
    }),
  }
  if (handled_by === null) return { step: 'import' as const, input: letter }
  const handled = { ...letter, handled_by, new_case: row.first_time, ...present({ competence }) }
  return { step: 'import-handled' as const, input: handled }
}

/** An officer of the unit, as far as a sealed row must know. */
export interface KnownOfficer {
  account_id: string
  name: string
  kind: string
  unit_id: string
}

/**
 * The words of a sealed row. An old book has no column for whom it concerns: where its words name the head, a deputy or
 * an officer, that decides to whom it may be sealed; where they speak of a chairman without a name, the head is meant.
 */
export function sealedWords(row: BookRow, unit_id: string, officers: readonly KnownOfficer[]): DenunciationWords {
  const words = foldMarks(wordsOf(row, ['settled_by', 'within', 'guidance', 'accepted_by', 'result', 'note']))
  const [paper] = row.papers
  return {
    received_on: row.held_on,
    source: 'import',
    source_number: row.number ?? '-',
    person_name: row.people.names.join(', '),
    person_address: row.people.address,
    ...(row.people.phone ? { person_phone: row.people.phone } : {}),
    ...(paper ? { identity_number: row.papers.map((one) => one.number).join('; ') } : {}),
    several: row.count > 1,
    ...concerned(words, unit_id, officers),
    subject: titleOf(row.content, 300),
    text: wordsOf(row, ['settled_by', 'within', 'guidance', 'accepted_by', 'result', 'note']),
  }
}

function concerned(words: string, unit_id: string, officers: readonly KnownOfficer[]) {
  const named = officers.filter((one) => words.includes(foldMarks(one.name)))
  const leads = (kind: string) => named.find((one) => one.unit_id === unit_id && one.kind === kind)
  const deputies = officers.filter((one) => one.unit_id === unit_id && one.kind === 'deputy-head')
  const deputy =
    leads('deputy-head') ?? (/\bpho chu tich\b/.test(words) && deputies.length === 1 ? deputies[0] : undefined)
  if (leads('head') || /(?<!pho )\bchu tich\b/.test(words)) return { subject_place: 'head-here' as const }
  if (deputy) return { subject_place: 'deputy-here' as const, subject_id: deputy.account_id }
  // A deputy nobody can tell apart: what holds for the head bars everybody who could be meant.
  if (/\bpho chu tich\b/.test(words)) return { subject_place: 'head-here' as const }
  const [officer] = named
  if (officer) return { subject_place: 'officer-here' as const, subject_id: officer.account_id }
  return { subject_place: 'elsewhere' as const }
}

function phoneOf(row: BookRow): string | null {
  return row.people.phone && /^0\d{9,10}$/.test(row.people.phone) ? row.people.phone : null
}

/** Without the keys that hold nothing. */
function present<T extends Record<string, unknown>>(fields: T): Partial<T> {
  // Entries of a record are entries of its partial.
  return Object.fromEntries(
    Object.entries(fields).filter(([, value]) => value !== null && value !== undefined && value !== ''),
  ) as Partial<T>
}

/** One value for a file's name that says nothing of it. */
export function fingerprint(bytes: Buffer): string {
  return createHash('sha256').update(bytes).digest('hex').slice(0, 16)
}
