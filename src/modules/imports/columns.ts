/** Which column of an old book means what: guessed from the words of its header, corrected by a person. */
import { foldMarks } from '../../platform/text.ts'
import { type Cell, lettersOf, type Sheet } from './sheet.ts'

/** The columns of form 03/TCD (NĐ 154/2026), and the address where a book has it apart from the name. */
export const bookColumns = [
  'number',
  'held_on',
  'person',
  'address',
  'identity',
  'content',
  'kind',
  'people',
  'settled_by',
  'within',
  'guidance',
  'accepted_by',
  'result',
  'note',
] as const
export type BookColumn = (typeof bookColumns)[number]

/** Without these no row can be read. */
export const neededColumns = ['held_on', 'person', 'content'] as const satisfies readonly BookColumn[]

/** How one sheet is read: its last header row (zero-based) and the column of each meaning. */
export interface Layout {
  header: number
  columns: Partial<Record<BookColumn, number>>
}

/** The words by which a header is known, folded; the first that fits decides. */
const known: readonly (readonly [BookColumn, RegExp])[] = [
  ['number', /^(stt|tt|so tt|so thu tu|so|no)\b\.?$/],
  ['people', /\bso (luong )?(nguoi|luot|cong dan)/],
  ['identity', /cmnd|cccd|cmt|can cuoc|dinh danh|ho chieu|giay to/],
  ['kind', /\b(loai don|loai vu viec|phan loai)/],
  ['result', /ket qua|theo doi/],
  ['within', /tham quyen/],
  ['accepted_by', /thu ly|chuyen (den|don|cho)|noi nhan/],
  ['settled_by', /giai quyet/],
  ['guidance', /huong dan|huong xu ly|tra loi/],
  ['note', /ghi chu/],
  ['content', /noi dung|tom tat|trinh bay|su viec|vu viec/],
  ['held_on', /\bngay\b|thoi gian/],
  ['person', /ho (va )?ten|nguoi (duoc tiep|den|khieu|gui)|cong dan/],
  ['address', /dia chi|noi o/],
]

/** Rows looked at for a header. */
const searched = 40

/** The most likely layout of a sheet, or null where no row looks like a header. */
export function guessLayout(sheet: Sheet): Layout | null {
  const rows = spread(sheet)
  let best: { layout: Layout; score: number } | null = null
  for (let header = 0; header < Math.min(rows.length, searched); header++) {
    const columns = columnsOf(rows, header)
    const score = Object.keys(columns).length
    const complete = neededColumns.every((column) => columns[column] !== undefined)
    if (complete && score >= 3 && score > (best?.score ?? 0)) best = { layout: { header, columns }, score }
  }
  if (best === null) return null
  const last = lastHeader(rows, best.layout.header)
  const columns = { ...columnsOf(rows, last), ...best.layout.columns }
  const finer = last === best.layout.header ? best.layout.columns : distinct(columnsOf(rows, last), columns)
  return { columns: finer, header: numbersBelow(rows, last) }
}

/** What the finer header row says goes first; the coarser one fills what is missing, each column once. */
function distinct(first: Layout['columns'], then: Layout['columns']): Layout['columns'] {
  const taken = new Set(Object.values(first))
  const rest = Object.entries(then).filter(([name, column]) => !(name in first) && !taken.has(column))
  return { ...Object.fromEntries(rest), ...first }
}

/** A header of two rows has its narrow cells merged downwards: the second row repeats most of the first. */
function lastHeader(rows: readonly (readonly Cell[])[], header: number): number {
  const [own = [], below = []] = [rows[header], rows[header + 1]]
  const held = below.filter((cell) => cell !== null).length
  const same = below.filter((cell, column) => typeof cell === 'string' && cell === own[column]).length
  return same >= 3 && same * 2 >= held ? header + 1 : header
}

/** What stands over each column: the header row, and the row above it where a title covers several columns. */
export function titlesOf(rows: readonly (readonly Cell[])[], header: number): string[] {
  const [above = [], own = []] = [rows[header - 1], rows[header]]
  const upper = header > 0 && filled(above) >= 3 ? above : []
  const width = Math.max(own.length, upper.length)
  return Array.from({ length: width }, (_, column) => {
    const [top, text] = [word(upper[column]), word(own[column])]
    return top && top !== text ? `${top} ${text}`.trim() : text
  })
}

/** A column and what stands over it, to choose from. */
export function columnChoices(sheet: Sheet, header: number): { value: string; label: string }[] {
  const rows = spread(sheet)
  const titles = titlesOf(rows, header)
  const width = Math.max(titles.length, ...rows.slice(header, header + 20).map((row) => row.length))
  return Array.from({ length: width }, (_, column) => ({
    value: lettersOf(column),
    label: `${lettersOf(column)}${titles[column] ? ` – ${titles[column].slice(0, 60)}` : ''}`,
  }))
}

/** The rows with every merged cell showing its value, so that a date merged over five rows stands in all five. */
export function spread(sheet: Sheet): Cell[][] {
  const rows = sheet.rows.map((row) => [...row])
  for (const { top, left, bottom, right } of sheet.merges) {
    const value = rows[top]?.[left]
    if (value === null || value === undefined) continue
    for (let row = top; row <= Math.min(bottom, rows.length - 1); row++)
      for (let column = left; column <= Math.min(right, left + 100); column++) rows[row]![column] = value
  }
  return rows
}

function columnsOf(rows: readonly (readonly Cell[])[], header: number): Layout['columns'] {
  const columns: Layout['columns'] = {}
  const taken = new Set<number>()
  // What stands in the cell itself decides before what stands over several cells.
  for (const titles of [(rows[header] ?? []).map(word), titlesOf(rows, header)]) {
    const folded = titles.map((title) =>
      foldMarks(title)
        .replace(/[().:*]/g, ' ')
        .replace(/\s+/g, ' ')
        .trim(),
    )
    for (const [name, pattern] of known) {
      if (columns[name] !== undefined) continue
      const column = folded.findIndex((title, index) => !taken.has(index) && title.length <= 120 && pattern.test(title))
      if (column < 0) continue
      columns[name] = column
      taken.add(column)
    }
  }
  return columns
}

/** Under the header many books number their columns: (1) (2) (3) … */
function numbersBelow(rows: readonly (readonly Cell[])[], header: number): number {
  const below = (rows[header + 1] ?? []).filter((cell) => cell !== null)
  const numbers = below.map((cell) => /^\(?(\d{1,2})\)?$/.exec(String(cell).trim())?.[1])
  const counted = below.length >= 4 && numbers.every((found, index) => found !== undefined && Number(found) >= index)
  return counted ? header + 1 : header
}

const filled = (row: readonly Cell[]) => new Set(row.filter((cell) => cell !== null).map(String)).size
const word = (cell: Cell | undefined) => (typeof cell === 'string' ? cell.replace(/\s+/g, ' ').trim() : '')
