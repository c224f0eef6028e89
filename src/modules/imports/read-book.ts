/** An agency's existing book as it lies on disk: XLSX or CSV, read into sheets of plain cells. */
import { parse } from 'csv-parse/sync'
import { checkFile, fileLimits } from '../files/check-file.ts'
import { cleanText, decodeText, oldLetters } from './letters.ts'
import { bookLimits, type Sheet, UnreadableBook } from './sheet.ts'
import { readXlsx } from './xlsx.ts'

/** Reads a book; throws UnreadableBook. The name only tells apart what the bytes do not. */
export async function readBook(bytes: Buffer, name: string): Promise<Sheet[]> {
  if (bytes.length === 0) throw new UnreadableBook('file-empty')
  if (bytes.length > fileLimits.bytes_max) throw new UnreadableBook('file-too-large')
  const sheets = bytes.readUInt16BE(0) === 0x504b ? await spreadsheet(bytes, name) : table(bytes)
  const held = sheets.filter((sheet) => sheet.rows.some((row) => row.some((cell) => cell !== null)))
  if (held.length === 0) throw new UnreadableBook('book-is-empty')
  if (held.length > bookLimits.sheets_max) throw new UnreadableBook('book-has-too-many-sheets')
  if (held.reduce((sum, sheet) => sum + sheet.rows.length, 0) > bookLimits.rows_max + 1000)
    throw new UnreadableBook('book-has-too-many-rows')
  const sample = held
    .flatMap((sheet) => sheet.rows.slice(0, 400).flat())
    .filter((cell) => typeof cell === 'string')
    .join('\n')
  if (oldLetters(sample) !== null) throw new UnreadableBook('book-in-old-letters')
  return held
}

async function spreadsheet(bytes: Buffer, name: string): Promise<Sheet[]> {
  const verdict = await checkFile(bytes, name)
  if (!verdict.ok) throw new UnreadableBook(verdict.code)
  if (!verdict.media_type.endsWith('spreadsheetml.sheet')) throw new UnreadableBook('book-is-no-table')
  return readXlsx(bytes)
}

const compound = 0xd0cf11e0

function table(bytes: Buffer): Sheet[] {
  if (bytes.length >= 4 && bytes.readUInt32BE(0) === compound) throw new UnreadableBook('book-is-old-excel')
  const head = bytes.toString('latin1', 0, 4)
  if (head.startsWith('MZ') || head === '\x7fELF' || head.startsWith('%PDF'))
    throw new UnreadableBook('book-is-no-table')
  const text = decodeText(bytes)
  if (text === null) throw new UnreadableBook('book-is-no-table')
  const rows = records(text)
  if (rows.length > bookLimits.rows_max + 1000) throw new UnreadableBook('book-has-too-many-rows')
  if (rows.some((row) => row.length > bookLimits.columns_max)) throw new UnreadableBook('book-has-too-many-columns')
  if (!rows.some((row) => row.length > 1)) throw new UnreadableBook('book-is-no-table')
  return [{ name: 'CSV', rows: rows.map((row) => row.map((cell) => cleanText(cell) || null)), merges: [] }]
}

function records(text: string): string[][] {
  try {
    return parse(text, {
      delimiter: delimiterOf(text),
      bom: true,
      relax_column_count: true,
      relax_quotes: true,
      skip_empty_lines: false,
      max_record_size: 400_000,
      to: bookLimits.rows_max + 1002,
    })
  } catch {
    throw new UnreadableBook('file-is-damaged')
  }
}

/** The sign that parts the cells: of the three in use the one that parts the first lines most. */
function delimiterOf(text: string): string {
  const head = text.slice(0, 20_000).replace(/"(?:[^"]|"")*"/g, '')
  const counts = [';', '\t', ','].map((sign) => ({ sign, count: head.split(sign).length }))
  return counts.reduce((best, one) => (one.count > best.count ? one : best)).sign
}
