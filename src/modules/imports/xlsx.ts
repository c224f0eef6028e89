/** An XLSX workbook as sheets of cells, with what was merged; its size is looked at before it is built in memory. */
import readWorkbook from 'read-excel-file/node'
import yauzl from 'yauzl'
import { cleanText } from './letters.ts'
import { bookLimits, type Cell, columnOf, type Merge, type Sheet, UnreadableBook } from './sheet.ts'

/** Reads a workbook that `checkFile` has passed; throws UnreadableBook. */
export async function readXlsx(bytes: Buffer): Promise<Sheet[]> {
  const outlines = await outlinesOf(bytes)
  try {
    const sheets = await readWorkbook(bytes)
    return sheets.map(({ sheet, data }) => ({
      name: cleanText(sheet),
      rows: data.map((row) => row.map(asCell)),
      merges: outlines.get(sheet) ?? [],
    }))
  } catch (fault) {
    // The library's message may quote a cell.
    throw fault instanceof UnreadableBook ? fault : new UnreadableBook('file-is-damaged')
  }
}

function asCell(value: unknown): Cell {
  if (typeof value === 'string') return cleanText(value) || null
  if (typeof value === 'number' || typeof value === 'boolean') return value
  if (value instanceof Date && !Number.isNaN(value.getTime()))
    return Temporal.PlainDate.from(value.toISOString().slice(0, 10))
  return null
}

/** Merged cells of each sheet by its name. Throws where a cell lies so far out that the table would not fit in memory. */
async function outlinesOf(bytes: Buffer): Promise<Map<string, Merge[]>> {
  const parts = await partsOf(bytes)
  const targets = new Map(
    all(parts.get('xl/_rels/workbook.xml.rels') ?? '', /<Relationship\s[^>]*>/g).map((tag) => [
      attribute(tag, 'Id'),
      `xl/${attribute(tag, 'Target').replace(/^\/?(xl\/)?/, '')}`,
    ]),
  )
  const outlines = new Map<string, Merge[]>()
  let rows = 0
  for (const tag of all(parts.get('xl/workbook.xml') ?? '', /<(?:\w+:)?sheet\s[^>]*>/g)) {
    const xml = parts.get(targets.get(attribute(tag, 'r:id')) ?? '') ?? ''
    rows += extentOf(xml)
    outlines.set(plainText(attribute(tag, 'name')), mergesOf(xml))
  }
  if (rows > bookLimits.rows_max + 1000) throw new UnreadableBook('book-has-too-many-rows')
  return outlines
}

/** The last row with a value in it. */
function extentOf(xml: string): number {
  let last = 0
  for (const [, letters = '', digits = ''] of xml.matchAll(
    /<(?:\w+:)?c\s[^>]*?\br="([A-Z]{1,3})(\d{1,7})"(?:[^>]*[^/>])?>\s*<(?:\w+:)?(?:v|is|f)\b/g,
  )) {
    if (columnOf(letters) >= bookLimits.columns_max) throw new UnreadableBook('book-has-too-many-columns')
    last = Math.max(last, Number(digits))
  }
  return last
}

function mergesOf(xml: string): Merge[] {
  return all(xml, /<(?:\w+:)?mergeCell\s[^>]*>/g).flatMap((tag) => {
    const found = /^([A-Z]{1,3})(\d{1,7}):([A-Z]{1,3})(\d{1,7})$/.exec(attribute(tag, 'ref'))
    if (!found) return []
    const [, left = '', top = '', right = '', bottom = ''] = found
    return [{ top: Number(top) - 1, left: columnOf(left), bottom: Number(bottom) - 1, right: columnOf(right) }]
  })
}

async function partsOf(bytes: Buffer): Promise<Map<string, string>> {
  const parts = new Map<string, string>()
  try {
    const zip = await yauzl.fromBufferPromise(bytes, { lazyEntries: true, validateEntrySizes: true })
    for await (const entry of zip.eachEntry()) {
      if (!/^xl\/(workbook\.xml|_rels\/workbook\.xml\.rels|worksheets\/[^/]+\.xml)$/.test(entry.fileName)) continue
      const pieces: Buffer[] = []
      for await (const piece of await zip.openReadStreamPromise(entry)) pieces.push(piece)
      parts.set(entry.fileName, Buffer.concat(pieces).toString('utf8'))
    }
  } catch {
    throw new UnreadableBook('file-is-damaged')
  }
  return parts
}

function all(text: string, pattern: RegExp): string[] {
  return [...text.matchAll(pattern)].map(([found]) => found)
}

function attribute(tag: string, name: string): string {
  return new RegExp(`\\s${name}\\s*=\\s*"([^"]*)"`).exec(tag)?.[1] ?? ''
}

function plainText(text: string): string {
  return text
    .replace(/&#x([\da-f]+);/gi, (_, code: string) => String.fromCodePoint(Number.parseInt(code, 16)))
    .replace(/&#(\d+);/g, (_, code: string) => String.fromCodePoint(Number(code)))
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&apos;', "'")
    .replaceAll('&amp;', '&')
}
