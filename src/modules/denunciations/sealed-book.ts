/** The closed register and its letters as a book, and the papers of one sealed record: read with the viewer's own key, in this request alone. */
import type { Sql } from '../../platform/actions/action.ts'
import { NotOpen } from '../../platform/actions/errors.ts'
import type { Viewer } from '../../platform/actions/viewer.ts'
import type { Moment } from '../../platform/clock.ts'
import type { Db } from '../../platform/database.ts'
import type { OpenKey } from '../../platform/vault/officer-key.ts'
import type { DenunciationRow } from './denunciation.ts'
import { type OpenedDenunciation, type Opening, openDenunciation } from './opening.ts'
import type { PrivateLetterLine } from './private-letter.ts'
import { sealedHistory } from './queries.ts'

/** Most records that one book opens: each opening is an event of its own. */
export const bookRecordsMax = 200

/** A record as the book shows it. Who denounced is not printed: the number leads back to the vault. */
export interface SealedBookLine {
  record: DenunciationRow
  /** Null where the viewer may not open it: the line tells the number alone. */
  says: { subject: string; text: string; source_number: string | null } | null
}

/** A letter of one of these records. */
export type SealedLetterLine = PrivateLetterLine & { record: DenunciationRow }

/** The book of a unit and year, as far as the viewer's keys reach. */
export interface SealedBook {
  lines: readonly SealedBookLine[]
  letters: readonly SealedLetterLine[]
  cut: boolean
}

const ofKey = `
select d.* from denunciation d
where d.unit_id = $1 and d.register_year = $2 and exists (
  select from record_key k join officer_key o on o.id = k.key_id and o.account_id = k.account_id and o.replaced_at is null
  where k.unit_id = d.unit_id and k.record_id = d.id and k.account_id = $3)
order by d.register_number nulls last, d.received_on, d.id limit ${bookRecordsMax + 1}`

/** Opens every record of that book for which the viewer holds a key; each opening leaves its event first. */
export async function openSealedBook(
  db: Db,
  of: { viewer: Viewer; unit_id: string; year: number; key: OpenKey; moment: Moment },
): Promise<SealedBook> {
  const { viewer, unit_id, key, moment } = of
  const book = { lines: [] as SealedBookLine[], letters: [] as SealedLetterLine[], cut: false }
  // A post in the unit, today: keys alone outlive it.
  if (viewer.account_id === null || !viewer.positions.some((one) => one.unit_id === unit_id)) return book
  const { rows } = await db.pool.query<DenunciationRow>(ofKey, [unit_id, of.year, viewer.account_id])
  for (const record of rows.slice(0, bookRecordsMax)) {
    const opened = await openOrNot(db, { viewer, unit_id, id: record.id, key, moment })
    if (!opened) {
      book.lines.push({ record, says: null })
      continue
    }
    const { subject, words, letters } = opened
    const shown = without(opened.person)
    const source_number = words.source_number ?? null
    book.lines.push({ record, says: { subject: shown(subject.text), text: shown(words.text), source_number } })
    for (const letter of letters)
      book.letters.push({ ...letter, about: shown(letter.about), to: letter.to.map(shown), record })
  }
  book.letters.sort((a, b) => a.year - b.year || a.number - b.number)
  return { ...book, cut: rows.length > bookRecordsMax }
}

/** What stands where the denouncer's name, address or numbers stood: paper is read by more people than keys are given to. */
export const blank = '…'

function without(person: OpenedDenunciation['person']): (text: string) => string {
  const secret = Object.values(person).filter((one): one is string => typeof one === 'string' && one.trim().length > 1)
  const escaped = secret.map((one) =>
    one
      .trim()
      .replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
      .replace(/\s+/g, '\\s+'),
  )
  if (escaped.length === 0) return (text) => text
  const found = new RegExp(escaped.toSorted((a, b) => b.length - a.length).join('|'), 'giu')
  return (text) => text.replace(found, blank)
}

/** Whoever became concerned by a record may no longer open it; the book goes on without it. */
async function openOrNot(db: Db, opening: Opening): Promise<OpenedDenunciation | null> {
  try {
    return await openDenunciation(db, opening)
  } catch (fault) {
    if (fault instanceof NotOpen) return null
    throw fault
  }
}

/** One paper of a sealed record, numbered in the order of its events. */
export type SealedPaper = { number: number; on: Temporal.PlainDate } & (
  | { is: 'denunciation' }
  | { is: 'file'; name: string }
  | { is: 'step'; step: string; by: string }
  | { is: 'letter'; type: string; about: string; letter_number: number; year: number }
)

/** The papers of a record that is opened in this request. */
export async function sealedPapers(
  db: Db,
  opening: Opening & { record: DenunciationRow },
): Promise<readonly SealedPaper[]> {
  const { viewer, unit_id, id, moment, record } = opening
  const opened = await openDenunciation(db, opening)
  const events = (await sealedHistory(viewer, db.pool, { unit_id, id, moment })).toReversed()
  const seqs = await letterSeqs(db.pool, unit_id, id)
  const steps = [...opened.steps]
  const papers: SealedPaper[] = []
  const push = (paper: DistributedOmit<SealedPaper>) => papers.push({ ...paper, number: papers.length + 1 })
  for (const [index, event] of events.entries()) {
    if (index === 0) {
      push({ is: 'denunciation', on: record.received_on })
      for (const { name } of opened.files) push({ is: 'file', name, on: record.received_on })
    }
    const at = steps.findIndex((one) => one.step === event.action)
    const [written] = at < 0 ? [] : steps.splice(at, 1)
    if (written) push({ is: 'step', step: written.step, by: written.by, on: Temporal.PlainDate.from(written.on) })
    for (const { id: letter_id, type, about, number, year, issued_on } of opened.letters)
      if (seqs.get(letter_id) === event.seq)
        push({ is: 'letter', type, about, letter_number: number, year, on: issued_on })
  }
  return papers
}

type DistributedOmit<T> = T extends unknown ? Omit<T, 'number'> : never

async function letterSeqs(sql: Sql, unit_id: string, record_id: string): Promise<Map<string, number>> {
  const { rows } = await sql.query<{ id: string; seq: number }>(
    'select id, seq from document where unit_id = $1 and record_id = $2 and sealed',
    [unit_id, record_id],
  )
  return new Map(rows.map((one) => [one.id, one.seq]))
}
