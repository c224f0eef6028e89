/** The dry run: every row of the book as it would become, what is wrong cell by cell, and what is no row at all. Pure. */
import { createHash } from 'node:crypto'
import { personName } from '../../platform/input.ts'
import { foldMarks } from '../../platform/text.ts'
import {
  type BookKind,
  type CellCode,
  countOf,
  type DayContext,
  dayOf,
  denounces,
  kindOf,
  type Paper,
  type People,
  paperOf,
  peopleOf,
  saysNone,
  textOf,
  withoutNumbers,
} from './cells.ts'
import { type BookColumn, type Layout, spread } from './columns.ts'
import { type Cell, lettersOf, type Sheet } from './sheet.ts'

/** What stands in place of an identity number that was taken out of the words. */
export const numberTaken = '[số giấy tờ đã niêm phong]'

/** A row that can be imported. */
export interface BookRow {
  /** Where it stands: `2025!17`. */
  at: string
  /** Tells the row again in another file; for a sealed row made of number and day alone. */
  hash: string
  /** The same for rows of one person on one content. */
  case_hash: string
  number: string | null
  held_on: Temporal.PlainDate
  people: People
  count: number
  papers: readonly Paper[]
  content: string
  kind: BookKind | null
  /** A denunciation: nothing of it may be written in the clear. */
  sealed: boolean
  /** Sealed although another kind is given, or none: for the person who looks at the dry run. */
  sealed_by_words: boolean
  first_time: boolean
  more: Partial<Record<'settled_by' | 'within' | 'guidance' | 'accepted_by' | 'result' | 'note', string>>
}

/** What is wrong with one cell. Never quotes it. */
export interface CellFault {
  sheet: string
  /** Address as the spreadsheet shows it: `B17`. */
  cell: string
  column: BookColumn
  code: CellCode
}

/** Rows that are none: said where, so that nothing is lost unseen. */
export interface SkippedRow {
  at: string
  why: 'total' | 'title' | 'duplicate'
  /** The row it repeats. */
  of?: string
}

/** The whole dry run. */
export interface BookPlan {
  rows: readonly BookRow[]
  faults: readonly CellFault[]
  skipped: readonly SkippedRow[]
}

/** A sheet and how a person says it is to be read. */
export interface ChosenSheet {
  sheet: Sheet
  layout: Layout
}

const labels = ['settled_by', 'within', 'guidance', 'accepted_by', 'result', 'note'] as const

/** The day, and whether what is secret could be sealed: has anybody who takes letters in a key, has whoever imports? */
export interface PlanContext {
  today: Temporal.PlainDate
  keys: { intake: boolean; own: boolean }
}

/** Plans the import of these sheets; writes nothing, reads nothing else, and lets others work between the rows. */
export async function planBook(chosen: readonly ChosenSheet[], { today, keys }: PlanContext): Promise<BookPlan> {
  const rows: BookRow[] = []
  const faults: CellFault[] = []
  const skipped: SkippedRow[] = []
  const seen = new Map<string, string>()
  const cases = new Set<string>()
  const sealed = new Map<string, number>()
  for (const one of chosen) {
    for (const [index, raw] of rawRows(one, skipped).entries()) {
      // 50,000 rows take seconds, in which the server must go on answering.
      if (index % 500 === 499) await new Promise((resolve) => setImmediate(resolve))
      const read = readRow(raw, one, { today, year: yearOf(one) })
      const unsealable = Array.isArray(read) ? read : keyFaults(read, raw, one, keys)
      if (Array.isArray(read) || unsealable.length > 0) {
        faults.push(...unsealable)
        continue
      }
      const row = named(read, sealed)
      const earlier = seen.get(row.hash)
      if (earlier !== undefined) {
        skipped.push({ at: row.at, why: 'duplicate', of: earlier })
        continue
      }
      seen.set(row.hash, row.at)
      rows.push({ ...row, first_time: row.sealed || !cases.has(row.case_hash) })
      if (!row.sealed) cases.add(row.case_hash)
    }
  }
  return { rows, faults, skipped }
}

/** The cells of one row by meaning, with those of the rows merged into it. */
interface RawRow {
  index: number
  at: string
  cells: Partial<Record<BookColumn, Cell>>
  others: Cell[]
}

function rawRows({ sheet, layout }: ChosenSheet, skipped: SkippedRow[]): RawRow[] {
  const rows = spread(sheet)
  const covered = new Set(
    sheet.merges.flatMap(({ top, bottom, left, right }) =>
      Array.from({ length: Math.min(bottom, rows.length) - top }, (_, down) => top + 1 + down).flatMap((row) =>
        Array.from({ length: Math.min(right, left + 100) - left + 1 }, (_, over) => `${row}/${left + over}`),
      ),
    ),
  )
  const found: RawRow[] = []
  for (let index = layout.header + 1; index < rows.length; index++) {
    const row = rows[index] ?? []
    const own = sheet.rows[index] ?? []
    if (own.every((cell) => textOf(cell) === '')) continue
    const at = `${sheet.name}!${index + 1}`
    const cells = Object.fromEntries(
      Object.entries(layout.columns).map(([name, column]) => [name, row[column] ?? null]),
    ) satisfies RawRow['cells']
    const why = notARow(own, cells, layout)
    if (why !== null) {
      skipped.push({ at, why })
      continue
    }
    const { number, content, person } = layout.columns
    const goesOn = number !== undefined && covered.has(`${index}/${number}`)
    const sameContent = content !== undefined && (covered.has(`${index}/${content}`) || textOf(own[content]) === '')
    const last = found.at(-1)
    if (last && goesOn && sameContent && person !== undefined) last.others.push(own[person] ?? null)
    else found.push({ index, at, cells, others: [] })
  }
  return found
}

function notARow(own: readonly Cell[], cells: RawRow['cells'], layout: Layout): 'total' | 'title' | null {
  const texts = own.map(textOf).filter((text) => text !== '')
  if (/^(tong( cong| so)?|cong)\b/.test(foldMarks(texts[0] ?? '')) && textOf(cells.content) === '') return 'total'
  const held = Object.values(layout.columns).filter((column) => textOf(own[column]) !== '').length
  const hasDay = layout.columns.held_on !== undefined && textOf(own[layout.columns.held_on]) !== ''
  const hasBoth = textOf(cells.person) !== '' && textOf(cells.content) !== ''
  if (held <= 2 && !hasBoth && !(hasDay && held === 2)) return 'title'
  return null
}

/** The year of a sheet whose days have none: from its name, else from the lines over its header. */
function yearOf({ sheet, layout }: ChosenSheet): number | null {
  const heading = sheet.rows.slice(0, layout.header).flat().map(textOf).join(' ')
  return Number(/(?<!\d)(19|20)\d{2}(?!\d)/.exec(`${sheet.name} ${heading}`)?.[0] ?? 0) || null
}

type Unnamed = Omit<BookRow, 'hash' | 'case_hash' | 'first_time'>

function readRow(raw: RawRow, { sheet, layout }: ChosenSheet, days: DayContext): Unnamed | CellFault[] {
  const { cells } = raw
  const fault = (column: BookColumn, code: CellCode) => faultAt(raw, { sheet, layout }, column, code)
  const stray: string[] = []
  const clean = (cell: Cell | undefined) => {
    const { text, found } = withoutNumbers(textOf(cell), numberTaken)
    stray.push(...found)
    return text
  }
  const held_on = dayOf(cells.held_on, days)
  const person = peopleOf(
    clean(cells.person).replaceAll(numberTaken, ''),
    clean(cells.address).replaceAll(numberTaken, ''),
  )
  const others = raw.others.map((cell) => peopleOf(clean(cell).replaceAll(numberTaken, ''), null))
  const content = clean(cells.content)
  const kind = kindOf(cells.kind)
  const count = countOf(cells.people)
  const faults = [
    ...(held_on.ok ? [] : [fault('held_on', held_on.code)]),
    ...(person.ok ? namesFault(person.value) : [person.code]).map((code) => fault('person', code)),
    ...(content === ''
      ? [fault('content', 'required')]
      : content.length > 15_000
        ? [fault('content', 'too-long')]
        : []),
    ...(kind.ok ? [] : [fault('kind', kind.code)]),
    ...(count.ok ? [] : [fault('people', count.code)]),
  ]
  if (!(held_on.ok && person.ok && kind.ok && count.ok) || faults.length > 0) return faults
  const names = [...person.value.names, ...others.flatMap((one) => (one.ok ? one.value.names : []))]
  const paper = paperOf(cells.identity)
  const more = Object.fromEntries(labels.map((name) => [name, clean(cells[name])]).filter(([, text]) => text !== ''))
  const words = [content, ...labels.map((name) => textOf(cells[name]))].join('\n')
  const byWords = kind.value !== 'denunciation' && denounces(words, kind.value)
  return {
    at: raw.at,
    number: textOf(cells.number).slice(0, 40) || null,
    held_on: held_on.value,
    people: { ...person.value, names },
    count: Math.max(count.value, names.length),
    papers: [...(paper ? [paper] : []), ...stray.map((number) => ({ kind: 'identity-card' as const, number }))],
    content,
    kind: kind.value,
    sealed: kind.value === 'denunciation' || byWords,
    sealed_by_words: byWords,
    more,
  }
}

const nameSchema = personName()

function namesFault({ names }: People): CellCode[] {
  return names.every((name) => nameSchema.safeParse(name).success) ? [] : ['not-a-name']
}

/** What must be sealed and cannot be: the row stays out, since nothing secret is ever kept open instead. */
function keyFaults(row: Unnamed, raw: RawRow, one: ChosenSheet, keys: PlanContext['keys']): CellFault[] {
  const { kind, identity } = one.layout.columns
  if (row.sealed && !keys.own)
    return [faultAt(raw, one, kind === undefined ? 'content' : 'kind', 'set-up-your-key-first')]
  if (row.papers.length > 0 && !keys.intake)
    return [faultAt(raw, one, identity === undefined ? 'person' : 'identity', 'nobody-holds-a-key')]
  return []
}

function faultAt(raw: RawRow, { sheet, layout }: ChosenSheet, column: BookColumn, code: CellCode): CellFault {
  return { sheet: sheet.name, cell: `${lettersOf(layout.columns[column] ?? 0)}${raw.index + 1}`, column, code }
}

/** Gives a row what tells it again. Nothing of a sealed row's words or names goes into it: a guess could be checked by it. */
function named(row: Unnamed, sealed: Map<string, number>): Omit<BookRow, 'first_time'> {
  const place = [row.number ?? '', row.held_on.toString()]
  if (row.sealed) {
    const key = place.join('/')
    const ordinal = sealed.get(key) ?? 0
    sealed.set(key, ordinal + 1)
    return { ...row, hash: digest(...place, 'sealed', String(ordinal)), case_hash: '' }
  }
  const words = [foldMarks(row.people.names.join(' ')), foldMarks(row.content)]
  return { ...row, hash: digest(...place, ...words), case_hash: digest(...words) }
}

function digest(...parts: readonly string[]): string {
  return createHash('sha256').update(JSON.stringify(parts)).digest('hex')
}

/** Does a column that is ticked or filled say yes? */
export function filled(text: string | undefined): boolean {
  if (text === undefined || text === '') return false
  return /^(x|v|✓|✔)$/i.test(text) || !saysNone(text)
}
