/**
 * Figures out of a sheet in the circular's layout, or out of cells pasted from one. All or nothing: a single cell that
 * cannot be read refuses the whole, and each fault names its cell as the spreadsheet does.
 */
import { columnOf } from '../../law/form-rules.ts'
import { type Form, forms } from '../../law/forms.ts'
import type { Period } from '../../law/report-periods.ts'
import { foldMarks } from '../../platform/text.ts'
import { type Cell, lettersOf, type Sheet } from '../imports/sheet.ts'
import type { CodeRefused } from '../units/unit-of-code.ts'
import { figureMax, type Given } from './figures.ts'

/** Why a cell or a sheet cannot be taken. */
export type CellFaultCode =
  | 'no-row-of-numbers'
  | 'form-of-another-version'
  | 'other-form'
  | 'other-unit'
  | 'other-period'
  | 'no-row-of-figures'
  | 'cells-are-merged'
  | 'text-in-a-number'
  | 'dash-in-a-number'
  | 'not-a-whole-number'
  | 'figure-too-large'
  | 'wrong-number-of-cells'
  | 'code-of-another-unit'
  | CodeRefused['reason']

/** One fault: the address of the cell, empty for the sheet as a whole, and what was found there. */
export interface CellFault {
  cell: string
  code: CellFaultCode
  found: string
  /** The column of the form, where the cell belongs to one. */
  no?: number
}

/** What was read: figures by column, without the cells that were empty; or every fault. */
export type ReadCells = { ok: true; columns: Given } | { ok: false; faults: CellFault[] }

/** For which return the cells are. */
export interface WantedCells {
  form: Form
  period: Period
  unit_name: string
}

/** Faults shown at once. */
const faultsMax = 60

const address = (row: number, column: number) => `${lettersOf(column)}${row + 1}`
const said = (cell: Cell | undefined) => (cell === null || cell === undefined ? '' : String(cell).slice(0, 80))
const squeezed = (cell: Cell | undefined) => said(cell).replace(/[\s\u200b]/g, '')
const folded = (text: string) => foldMarks(text).toLocaleLowerCase('vi').replace(/\s+/g, ' ').trim()
const no = (cell: string, code: CellFaultCode, found = ''): ReadCells => ({
  ok: false,
  faults: [{ cell, code, found }],
})

/** Reads one figure; null for an empty cell. */
function figureOf(cell: Cell | undefined): number | null | CellFaultCode {
  if (cell === null || cell === undefined) return null
  if (typeof cell === 'number') {
    if (!Number.isInteger(cell) || cell < 0) return 'not-a-whole-number'
    return cell > figureMax ? 'figure-too-large' : cell
  }
  if (typeof cell !== 'string') return 'text-in-a-number'
  const text = cell.normalize('NFKC').trim()
  if (text === '') return null
  // A dash may mean nothing happened or nothing known: those are two things here.
  if (/^[-–—]+$/.test(text)) return 'dash-in-a-number'
  const plain = /^\d{1,3}([. ]\d{3})+$/.test(text) ? text.replace(/[. ]/g, '') : text
  if (/^-\d|^\d+[.,]\d+$/.test(plain)) return 'not-a-whole-number'
  if (!/^\d{1,12}$/.test(plain)) return 'text-in-a-number'
  return Number(plain) > figureMax ? 'figure-too-large' : Number(plain)
}

/** Where the row of numbers of a form stands: `1=4+13+22 | 2=… | 3`, or their numbers alone. */
function numbersRow(sheet: Sheet, form: Form): { row: number; left: number } | null {
  const printed = form.columns.map((column) => column.printed.replace(/\s/g, ''))
  for (const [row, cells] of sheet.rows.entries()) {
    const left = cells.findIndex((cell) => squeezed(cell) === printed[0])
    if (left >= 0 && printed.every((text, index) => squeezed(cells[left + index]) === text)) return { row, left }
  }
  return null
}

/** The form, whichever, whose row of numbers this sheet has. */
function otherForm(sheet: Sheet, form: Form): Form | null {
  const found = forms.filter((one) => one !== form && numbersRow(sheet, one) !== null)
  return found.find((one) => one.code === form.code) ?? found[0] ?? null
}

/** Reads a sheet in the layout of the form; the first sheet that has it counts. */
export function readFigures(sheets: readonly Sheet[], wanted: WantedCells): ReadCells {
  const sheet = sheets.find((one) => numbersRow(one, wanted.form))
  if (!sheet) {
    const other = sheets.map((one) => otherForm(one, wanted.form)).find((one) => one !== null)
    if (other?.code === wanted.form.code) return no('', 'form-of-another-version', `${other.code} · ${other.cite}`)
    if (other) return no('', 'other-form', `${other.code} · ${other.cite}`)
    return no('', 'no-row-of-numbers')
  }
  const { row: head, left } = numbersRow(sheet, wanted.form)!
  const above = aboveFault(sheet, head, wanted)
  if (above) return { ok: false, faults: [above] }
  const row = figuresRow(sheet, head, left, wanted)
  if (typeof row !== 'number') return { ok: false, faults: [row] }
  return cellsOf(sheet, row, left, wanted.form)
}

/** What the lines over the form say of circular and days must be what was asked for. */
function aboveFault(sheet: Sheet, head: number, { form, period }: WantedCells): CellFault | null {
  for (let row = 0; row < head; row++) {
    for (const [column, cell] of (sheet.rows[row] ?? []).entries()) {
      const text = said(cell)
      const circular = /TT\s*0?(\d{1,3})\/(20\d\d)/.exec(text)
      if (circular && !sameCircular(form, circular[1]!, circular[2]!))
        return { cell: address(row, column), code: 'form-of-another-version', found: text }
      const days = [...text.matchAll(/(\d{1,2})\/(\d{1,2})\/(20\d\d)/g)].map(([, day, month, year]) =>
        [year, month!.padStart(2, '0'), day!.padStart(2, '0')].join('-'),
      )
      if (days.length === 2 && (days[0] !== period.first_on.toString() || days[1] !== period.last_on.toString()))
        return { cell: address(row, column), code: 'other-period', found: text }
    }
  }
  return null
}

const sameCircular = (form: Form, number: string, year: string) =>
  new RegExp(`0?${Number(number)}/${year}`).test(form.cite) || !/\d+\/20\d\d/.test(form.cite)

/** The row of the unit's figures: its name or the word for the sum stands before it; the unit is named somewhere above. */
function figuresRow(sheet: Sheet, head: number, left: number, wanted: WantedCells): number | CellFault {
  const name = folded(wanted.unit_name)
  const labels = sheet.rows.slice(head + 1).map((cells) => folded(cells.slice(0, left).map(said).join(' ')))
  const named = labels.findIndex((label) => label.includes(name))
  if (named >= 0) return head + 1 + named
  const titled = sheet.rows.slice(0, head).some((cells) => cells.some((cell) => folded(said(cell)).includes(name)))
  const sum = labels.findIndex((label) => /^(tong so|tong cong|tong|total)\b/.test(label))
  if (titled && sum >= 0) return head + 1 + sum
  const first = sheet.rows.findIndex((cells, row) => row > head && cells.some((cell) => cell !== null))
  if (first < 0) return { cell: address(head + 1, left), code: 'no-row-of-figures', found: '' }
  const label = sheet.rows[first]!.findIndex((cell) => cell !== null)
  if (titled) return { cell: address(first, label), code: 'no-row-of-figures', found: said(sheet.rows[first]![label]) }
  return { cell: address(first, label), code: 'other-unit', found: said(sheet.rows[first]![label]) }
}

function cellsOf(sheet: Sheet, row: number, left: number, form: Form): ReadCells {
  const faults: CellFault[] = []
  const columns: Record<number, number> = {}
  for (const [index, column] of form.columns.entries()) {
    if (column.words) continue
    const at = left + index
    const cell = sheet.rows[row]?.[at]
    const merge = sheet.merges.find((one) => one.top <= row && row <= one.bottom && one.left <= at && at <= one.right)
    const about = { cell: address(row, at), no: column.no, found: said(cell) }
    if (merge) faults.push({ ...about, code: 'cells-are-merged' })
    else {
      const figure = figureOf(cell)
      if (typeof figure === 'string') faults.push({ ...about, code: figure })
      else if (figure !== null) columns[column.no] = figure
    }
  }
  return faults.length > 0 ? { ok: false, faults: faults.slice(0, faultsMax) } : { ok: true, columns }
}

/** Pasted text as rows of cells: tabs between cells, as a spreadsheet copies them. */
export function pastedCells(text: string): Sheet {
  const rows = text
    .replace(/\r\n?/g, '\n')
    .replace(/\n+$/, '')
    .split('\n')
    .slice(0, 200)
    .map((line) => line.split('\t').map((cell): Cell => cell.replace(/^"(.*)"$/, '$1').trim() || null))
  return { name: '', rows, merges: [] }
}

/**
 * Reads what was pasted: a whole form with its row of numbers, one row of figures (with or without the unit's name before
 * it), or one column of figures in the form's order.
 */
export function readPaste(text: string, wanted: WantedCells): ReadCells {
  const sheet = pastedCells(text)
  const { form } = wanted
  if (numbersRow(sheet, form) || otherForm(sheet, form)) return readFigures([sheet], wanted)
  const rows = sheet.rows.filter((cells) => cells.some((cell) => cell !== null))
  const count = form.columns.length
  if (rows.length === 1) {
    const [cells] = rows
    const row = sheet.rows.indexOf(cells!)
    if (cells!.length === count) return cellsOf(sheet, row, 0, form)
    if (cells!.length === count + 1) return labelled(sheet, row, wanted)
  }
  // In one column an empty line is an empty cell.
  if (sheet.rows.length === count && sheet.rows.every((cells) => cells.length === 1)) {
    const turned: Sheet = { name: '', rows: [sheet.rows.map(([cell]) => cell ?? null)], merges: [] }
    const read = cellsOf(turned, 0, 0, form)
    return read.ok ? read : { ok: false, faults: read.faults.map((fault) => standing(fault, form)) }
  }
  const widest = Math.max(0, ...rows.map((cells) => cells.length))
  return no('', 'wrong-number-of-cells', `${rows.length} × ${widest}`)
}

/** A fault of a pasted column stands in its line, not in the column beside. */
function standing(fault: CellFault, form: Form): CellFault {
  const at = form.columns.indexOf(columnOf(form, fault.no ?? 0))
  return { ...fault, cell: address(at, 0) }
}

function labelled(sheet: Sheet, row: number, wanted: WantedCells): ReadCells {
  const label = said(sheet.rows[row]?.[0])
  const name = folded(wanted.unit_name)
  if (figureOf(label) === 'text-in-a-number' && !folded(label).includes(name) && !/^tong/.test(folded(label)))
    return no(address(row, 0), 'other-unit', label)
  return cellsOf(sheet, row, 1, wanted.form)
}
