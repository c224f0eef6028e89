/** The official table of changes: which commune went to which, in what parts. It knows the splits that the package lacks. */
import { createHash } from 'node:crypto'
import { parse } from 'csv-parse/sync'
import { type Db, type Queryable, transaction } from '../../platform/database.ts'
import { uuidv7 } from '../../platform/uuid.ts'
import { nameKey, shortName } from './unit.ts'

/** Columns and the headings under which they are found, without marks and blanks. */
const headings = {
  old_code: ['oldcommunecode', 'oldcode', 'maxacu', 'madvhccu'],
  old_district: ['olddistrict', 'huyencu', 'quanhuyencu'],
  old_province: ['oldprovince', 'tinhcu', 'tinhthanhphocu'],
  new_code: ['newcommunecode', 'newcode', 'maxamoi', 'madvhcmoi'],
  name: ['name', 'newname', 'tenxamoi', 'tenmoi'],
  share: ['share', 'tyle', 'phan'],
  on_day: ['onday', 'on', 'ngay', 'ngayhieuluc'],
} as const

type Column = keyof typeof headings

/** A fault of the table: its line (the heading is line 1), its column, what is wrong and what would be right. */
export interface CellFault {
  line: number
  column: Column | ''
  sentence: string
}

/** One line that could be read, not yet looked up. */
interface Line {
  line: number
  old_code: string
  old_district: string
  old_province: string
  new_code: string
  name: string
  share: number | null
  on: Temporal.PlainDate
}

/** One change of the table with its units found. */
export interface TableChange {
  from_id: string
  to_id: string
  from_name: string
  to_name: string
  on: string
  share: number | null
}

/** What a table would change; nothing may be applied while there are faults. */
export interface TableDifference {
  hash: string
  faults: readonly CellFault[]
  /** Nothing would change. */
  same: boolean
  added: readonly TableChange[]
  /** Known already, with another share or to be checked until now. */
  confirmed: readonly TableChange[]
  /** Stated by a lesser source and not by this table, which names the same old unit. */
  removed: readonly TableChange[]
  unchanged: number
}

const lines_max = 50_000

/** Reads a table from CSV (comma, semicolon or tab) or JSON (a list of objects); faults by cell. */
export function readOfficialTable(text: string): { lines: Line[]; faults: CellFault[] } {
  const faults: CellFault[] = []
  const records = recordsOf(text, faults)
  const columns = columnsOf(records[0] ?? {}, faults)
  if (faults.length > 0) return { lines: [], faults }
  const lines = records.map((record, index) => lineOf(record, columns, index + 2, faults))
  return { lines: lines.filter((line) => line !== null), faults }
}

function recordsOf(text: string, faults: CellFault[]): Record<string, unknown>[] {
  try {
    const trimmed = text.replace(/^\uFEFF/, '').trim()
    const records: unknown = trimmed.startsWith('[')
      ? JSON.parse(trimmed)
      : parse(trimmed, { columns: true, skip_empty_lines: true, trim: true, delimiter: [',', ';', '\t'] })
    if (!Array.isArray(records)) throw new Error('a list of rows is needed')
    if (records.length > lines_max) throw new Error(`more than ${lines_max} rows`)
    return records.filter((record) => typeof record === 'object' && record !== null)
  } catch (error) {
    const reason = error instanceof Error ? error.message : 'unreadable'
    faults.push({ line: 1, column: '', sentence: `the table cannot be read: ${reason}` })
    return []
  }
}

function columnsOf(first: Record<string, unknown>, faults: CellFault[]): Record<Column, string | undefined> {
  const plain = (heading: string) =>
    nameKey(heading)
      .normalize('NFD')
      .replace(/\p{M}/gu, '')
      .replace(/đ/g, 'd')
      .replace(/[^a-z0-9]/g, '')
  const given = new Map(Object.keys(first).map((heading) => [plain(heading), heading]))
  const find = (column: Column) => headings[column].map((name) => given.get(name)).find((name) => name !== undefined)
  const needed = ['old_code', 'new_code', 'on_day'] as const satisfies readonly Column[]
  for (const column of needed) {
    if (faults.length === 0 && find(column) === undefined)
      faults.push({
        line: 1,
        column,
        sentence: `the column ${column} is missing; the columns are ${Object.keys(headings).join(', ')}`,
      })
  }
  const columns = Object.keys(headings) as Column[] // Object.keys forgets that the keys are those of `headings`
  return Object.fromEntries(columns.map((column) => [column, find(column)])) as Record<Column, string | undefined>
}

function lineOf(
  record: Record<string, unknown>,
  columns: Record<Column, string | undefined>,
  line: number,
  faults: CellFault[],
): Line | null {
  const cell = (column: Column) => String(record[columns[column] ?? ''] ?? '').trim()
  const before = faults.length
  const fault = (column: Column, sentence: string) => faults.push({ line, column, sentence })
  const code = (column: 'old_code' | 'new_code') => {
    const text = cell(column)
    // A spreadsheet drops leading zeros; five digits are the only form of a commune code.
    if (!/^\d{1,5}$/.test(text)) fault(column, `"${text}" is no commune code; right: five digits such as 00004`)
    return text.padStart(5, '0')
  }
  const old_code = code('old_code')
  const new_code = code('new_code')
  const share = shareOf(cell('share'))
  if (share === undefined) fault('share', `"${cell('share')}" is no part; right: 0.35, 35% or nothing`)
  const on = dayOf(cell('on_day'))
  if (on === undefined) fault('on_day', `"${cell('on_day')}" is no day; right: 01/07/2025 or 2025-07-01`)
  if (faults.length > before || on === undefined) return null
  const [old_district, old_province, name] = [cell('old_district'), cell('old_province'), cell('name')]
  return { line, old_code, old_district, old_province, new_code, name, share: share ?? null, on }
}

function shareOf(text: string): number | null | undefined {
  if (text === '') return null
  const match = /^(\d{1,3}(?:[.,]\d+)?)\s*(%?)$/.exec(text)
  if (!match) return undefined
  const value = Number((match[1] ?? '').replace(',', '.')) / (match[2] ? 100 : 1)
  return value > 0 && value <= 1 ? value : undefined
}

function dayOf(text: string): Temporal.PlainDate | undefined {
  const local = /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/.exec(text)
  const iso = local ? `${local[3]}-${local[2]?.padStart(2, '0')}-${local[1]?.padStart(2, '0')}` : text
  try {
    return /^\d{4}-\d{2}-\d{2}$/.test(iso) ? Temporal.PlainDate.from(iso, { overflow: 'reject' }) : undefined
  } catch {
    return undefined
  }
}

interface CodedUnit {
  id: string
  name: string
  code: string
  day: string
  above: string[]
}

/** Communes by `code day`: those that bore these codes on these days, with the names above them. */
async function communes(
  sql: Queryable,
  wanted: readonly { code: string; day: string }[],
): Promise<Map<string, CodedUnit>> {
  const found = await sql.query<CodedUnit>(
    `select distinct x.code, x.day::text as day, p.unit_id as id, p.name,
       array(select up.name from unit_ancestry an join unit_period up on up.unit_id = an.ancestor_id and up.valid @> x.day
             where an.unit_id = p.unit_id and an.depth > 0 and an.valid @> x.day) as above
     from jsonb_to_recordset($1) as x(code text, day date)
     join unit_period p on p.code = x.code and p.level = 'commune' and p.valid @> x.day`,
    [JSON.stringify(wanted)],
  )
  return new Map(found.rows.map((row) => [`${row.code} ${row.day}`, row]))
}

/** What a table would change, with every fault at its cell; changes nothing. */
export async function planOfficialTable(sql: Queryable, text: string): Promise<TableDifference> {
  const hash = createHash('sha256').update(text).digest('hex')
  const { lines, faults } = readOfficialTable(text)
  const eve = (line: Line) => line.on.subtract({ days: 1 }).toString()
  const old = await communes(
    sql,
    lines.map((line) => ({ code: line.old_code, day: eve(line) })),
  )
  const now = await communes(
    sql,
    lines.map((line) => ({ code: line.new_code, day: line.on.toString() })),
  )
  const changes = new Map<string, TableChange>()
  const shares = new Map<string, number>()
  for (const line of lines) {
    const from = old.get(`${line.old_code} ${eve(line)}`)
    const to = now.get(`${line.new_code} ${line.on}`)
    const before = faults.length
    if (!from)
      faults.push({
        line: line.line,
        column: 'old_code',
        sentence: `no commune had the code ${line.old_code} on ${eve(line)}`,
      })
    if (!to)
      faults.push({
        line: line.line,
        column: 'new_code',
        sentence: `no commune has the code ${line.new_code} on ${line.on}`,
      })
    if (!from || !to) continue
    faults.push(...nameFaults(line, from, to))
    const key = `${from.id} ${to.id} ${line.on}`
    if (changes.has(key))
      faults.push({ line: line.line, column: 'new_code', sentence: `this change stands above already` })
    const sum = (shares.get(`${from.id} ${line.on}`) ?? 0) + (line.share ?? 0)
    shares.set(`${from.id} ${line.on}`, sum)
    if (sum > 1.0001)
      faults.push({
        line: line.line,
        column: 'share',
        sentence: `the parts of ${from.name} add up to ${sum.toFixed(2)}; right: at most 1`,
      })
    if (faults.length === before)
      changes.set(key, {
        from_id: from.id,
        to_id: to.id,
        from_name: from.name,
        to_name: to.name,
        on: line.on.toString(),
        share: line.share,
      })
  }
  return { hash, faults, ...(await compareWithTree(sql, [...changes.values()])) }
}

function nameFaults(line: Line, from: CodedUnit, to: CodedUnit): CellFault[] {
  const said = (text: string) => nameKey(shortName(text))
  const above = from.above.map(said)
  const faults: CellFault[] = []
  const wrong = (column: Column, sentence: string) => faults.push({ line: line.line, column, sentence })
  for (const column of ['old_district', 'old_province'] as const) {
    if (line[column] !== '' && !above.includes(said(line[column])))
      wrong(column, `${line.old_code} is ${from.name}, ${from.above.slice(0, -1).join(', ')}, not in ${line[column]}`)
  }
  if (line.name !== '' && said(line.name) !== said(to.name))
    wrong('name', `${line.new_code} is ${to.name} on ${line.on}, not ${line.name}`)
  return faults
}

async function compareWithTree(sql: Queryable, all: readonly TableChange[]) {
  const changes = all.filter((change) => change.from_id !== change.to_id)
  const present = await sql.query<TableChange & { doubtful: boolean }>(
    `select s.from_id, s.to_id, s.succeeded_on::text as "on", s.share::float8 as share, cardinality(s.unverified) > 0 or s.share is null as doubtful,
       (select name from unit_period where unit_id = s.from_id order by valid desc limit 1) as from_name,
       (select name from unit_period where unit_id = s.to_id order by valid limit 1) as to_name
     from unit_successor s
     where (s.from_id, s.succeeded_on) in (select x.from_id, x."on" from jsonb_to_recordset($1) as x(from_id uuid, "on" date))`,
    [JSON.stringify(all)],
  )
  const key = (change: TableChange) => `${change.from_id} ${change.to_id} ${change.on}`
  const known = new Map(present.rows.map((row) => [key(row), row]))
  const wanted = new Set(changes.map(key))
  const added = changes.filter((change) => !known.has(key(change)))
  const confirmed = changes.filter((change) => {
    const row = known.get(key(change))
    return row !== undefined && row.share !== change.share
  })
  const removed = present.rows
    .filter((row) => !wanted.has(key(row)))
    .map(({ doubtful: _doubtful, ...change }) => change)
  const unchanged = changes.length - added.length - confirmed.length
  return { added, confirmed, removed, unchanged, same: added.length + confirmed.length + removed.length === 0 }
}

/** Applies a table without faults in one transaction; with faults nothing is written and the difference tells them. */
export async function applyOfficialTable(
  owner: Db,
  text: string,
  applied_by: string | null = null,
): Promise<TableDifference> {
  return transaction(owner, async ({ client }) => {
    await client.query(`select pg_advisory_xact_lock(hashtext('gandan import units'))`)
    const difference = await planOfficialTable(client, text)
    if (difference.faults.length > 0 || difference.same) return difference
    const { added, confirmed, removed, unchanged, hash } = difference
    const id = uuidv7()
    const counts = { added: added.length, confirmed: confirmed.length, removed: removed.length, unchanged }
    await client.query('insert into unit_import (id, source, hash, counts, applied_by) values ($1, $2, $3, $4, $5)', [
      id,
      `official-table ${hash.slice(0, 12)}`,
      hash,
      JSON.stringify(counts),
      applied_by,
    ])
    await client.query(
      `delete from unit_successor s using jsonb_to_recordset($1) as x(from_id uuid, to_id uuid, "on" date)
       where (s.from_id, s.to_id, s.succeeded_on) = (x.from_id, x.to_id, x."on")`,
      [JSON.stringify(removed)],
    )
    await client.query(
      `insert into unit_successor (from_id, to_id, succeeded_on, share, import_id)
       select from_id, to_id, "on", share, $2 from jsonb_to_recordset($1) as x(from_id uuid, to_id uuid, "on" date, share numeric)
       on conflict (from_id, to_id, succeeded_on) do update set share = excluded.share, unverified = '{}', import_id = excluded.import_id`,
      [JSON.stringify([...added, ...confirmed]), id],
    )
    return difference
  })
}
