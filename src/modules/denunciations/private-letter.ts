/** Letters of a sealed record: written and sealed inside the request that takes the step, opened inside one that reads. */
import type { DocumentWanted, Sql } from '../../platform/actions/action.ts'
import type { Moment } from '../../platform/clock.ts'
import { openFile, sealFile } from '../../platform/vault/sealed-record.ts'
import type { LetterData } from '../notices/letter-data.ts'
import type { Letterhead } from '../notices/letterhead.ts'
import { composeLetter, letterBooks, letterFileName } from '../notices/letters.ts'
import { fillTemplate } from '../notices/template-file.ts'

/** The letters' own closed book. */
const { book } = letterBooks.private

/** What a step writes. `to_denouncer`: only such a letter may name the denouncer. */
export interface PrivateLetter {
  to_denouncer?: true
  type: 'THÔNG BÁO' | 'QUYẾT ĐỊNH' | 'KẾT LUẬN' | 'CÔNG VĂN' | 'BÁO CÁO' | 'GIẤY' | 'ĐƠN'
  about: string
  to: readonly string[]
  paragraphs: readonly string[]
  orders?: readonly string[]
}

const abbreviations: Partial<Record<PrivateLetter['type'], string>> = {
  'THÔNG BÁO': 'TB',
  'QUYẾT ĐỊNH': 'QĐ',
  'KẾT LUẬN': 'KL',
  'BÁO CÁO': 'BC',
}

/** A letter as ciphertext, base64. */
export function sealLetter(record_id: string, letter: PrivateLetter, head: Letterhead, record_key: Buffer): string {
  return sealFile(record_id, Buffer.from(JSON.stringify(letterData(letter, head))), record_key).toString('base64')
}

/** What a letter is composed from. */
export function letterData(
  { to_denouncer: _, ...said }: PrivateLetter,
  { issuer, signature }: Letterhead,
): LetterData['private'] {
  const abbreviation = abbreviations[said.type]
  return { issuer, signature, ...(abbreviation ? { abbreviation } : {}), ...said }
}

/** The document's row: a number of the closed book, a day, and nothing else that can be read. */
export function letterDocument({ id, content }: { id: string; content: string }, moment: Moment): DocumentWanted {
  const data = { sealed: content }
  return { id, kind: 'private', book, year: moment.on.year, title: 'Văn bản', issued_on: moment.on, data }
}

/** A letter as the opened record lists it. */
export interface PrivateLetterLine {
  id: string
  number: number
  year: number
  issued_on: Temporal.PlainDate
  type: string
  about: string
  to: readonly string[]
}

type Row = Pick<PrivateLetterLine, 'id' | 'number' | 'year' | 'issued_on'> & {
  sealed: string
  template_id: string | null
}

async function rowsOf(sql: Sql, unit_id: string, record_id: string): Promise<Row[]> {
  const { rows } = await sql.query<Row>(
    `select id, number, year, issued_on, data ->> 'sealed' as sealed, template_id from document
     where unit_id = $1 and record_id = $2 and sealed order by seq, number limit 500`,
    [unit_id, record_id],
  )
  return rows
}

function open(record_id: string, row: Row, record_key: Buffer): LetterData['private'] {
  return JSON.parse(openFile(record_id, Buffer.from(row.sealed, 'base64'), record_key).toString('utf8'))
}

/** All letters of an opened record, oldest first. */
export async function privateLettersOf(
  sql: Sql,
  unit_id: string,
  record_id: string,
  record_key: Buffer,
): Promise<PrivateLetterLine[]> {
  return (await rowsOf(sql, unit_id, record_id)).map((row) => {
    const { type, about, to } = open(record_id, row, record_key)
    return { id: row.id, number: row.number, year: row.year, issued_on: row.issued_on, type, about, to }
  })
}

async function wordingOf(sql: Sql, unit_id: string, id: string | null): Promise<Buffer | null> {
  if (id === null) return null
  const { rows } = await sql.query<{ content: Buffer }>(
    'select content from letter_template where unit_id = $1 and id = $2',
    [unit_id, id],
  )
  return rows[0]?.content ?? null
}

/** One letter as a Word file; null where the record has no such letter. */
export async function composePrivateLetter(
  sql: Sql,
  /** `sealed_as`: the id to which its content is bound, where that is not the record's own. */
  at: { unit_id: string; record_id: string; id: string; sealed_as?: string },
  record_key: Buffer,
): Promise<{ name: string; bytes: Buffer } | null> {
  const row = (await rowsOf(sql, at.unit_id, at.record_id)).find((one) => one.id === at.id)
  if (!row) return null
  const numbered = { number: row.number, issued_on: row.issued_on.toString() }
  const data = open(at.sealed_as ?? at.record_id, row, record_key)
  const wording = await wordingOf(sql, at.unit_id, row.template_id)
  // A decision and a letter to nobody in particular have parts of their own: the office's wording is for what is addressed.
  const fits = wording !== null && data.to.length > 0 && data.type !== 'QUYẾT ĐỊNH'
  const bytes = fits
    ? await fillTemplate('private', wording, { data, numbered })
    : await composeLetter('private', data, numbered)
  return { name: letterFileName(row.number, row.year), bytes }
}
