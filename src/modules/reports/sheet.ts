/** A report as a spreadsheet in the layout of its form: merged headings, the row of numbers, figures that are numbers. */

import type { Cell, Row, SheetData } from 'write-excel-file/node'
import writeSheet from 'write-excel-file/node'
import { type Heading, headingRows } from '../../law/form-rules.ts'
import { shortDay } from '../../ui/parts/format.ts'
import { type Language, words } from '../../ui/words/words.ts'
import type { Report, Shown } from './report.ts'

const font = { fontFamily: 'Times New Roman', fontSize: 11 } as const
const border = { borderStyle: 'thin', borderColor: '#000000' } as const
const head = { ...border, fontWeight: 'bold', align: 'center', alignVertical: 'center', wrap: true } as const

/** The XLSX file. */
export async function sheetOf(report: Report, language: Language): Promise<Buffer> {
  const { form } = report.ask
  const rows = headingRows(form)
  const data: SheetData = [
    ...titleRows(report, language),
    ...headRows(report, rows, language),
    ...bodyRows(report, language),
  ]
  const columns = [{ width: 34 }, ...form.columns.map(() => ({ width: 11 }))]
  const above = titleRows(report, language).length
  return writeSheet(
    data,
    {
      columns,
      sheet: form.code.replace('/', '-'),
      stickyRowsCount: above + rows.length + 1,
      stickyColumnsCount: 1,
      orientation: 'landscape',
    },
    font,
  ).toBuffer()
}

function titleRows(report: Report, language: Language): SheetData {
  const { reports } = words(language)
  const { form, period } = report.ask
  const { tree_on, as_of } = report.question
  const wide = form.columns.length + 1
  const line = (value: string, bold = false): Row => [
    { value, columnSpan: wide, align: 'center', ...(bold ? { fontWeight: 'bold' } : {}) },
    ...Array.from({ length: wide - 1 }, () => null),
  ]
  const days = reports.period_days(shortDay(period.first_on), shortDay(period.last_on))
  const secret = form.columns.filter((column) => report.total[column.no] === null).map((column) => column.no)
  return [
    line(`${reports.of_form(form.code)} · ${form.cite}`),
    line(reports.heading(form.title), true),
    line(`${report.unit.name} · ${reports.periods[period.kind](period.year)} · ${days}`),
    line([reports.tree(shortDay(tree_on)), ...(as_of ? [reports.known(shortDay(as_of))] : [])].join(' · ')),
    ...(form.columns.some((column) => column.typed) ? [line(reports.forms.typed_note)] : []),
    ...(secret.length > 0 ? [line(reports.without_denunciations(secret.join(', ')))] : []),
  ]
}

/** Cells under a merged one stay empty but have to be there. */
function headRows(report: Report, rows: readonly Heading[][], language: Language): SheetData {
  const { reports } = words(language)
  const { columns } = report.ask.form
  const grid: Cell[][] = Array.from({ length: rows.length + 1 }, () =>
    Array.from({ length: columns.length + 1 }, () => null),
  )
  grid[0]![0] = { ...head, value: reports.unit, rowSpan: rows.length + 1 }
  const taken = rows.map(() => columns.map(() => false))
  rows.forEach((row, level) => {
    let at = 0
    for (const heading of row) {
      while (taken[level]![at]) at++
      const spans = { columnSpan: heading.columns, rowSpan: heading.rows }
      grid[level]![at + 1] = { ...head, value: reports.heading(heading.text), ...spans }
      for (let r = level; r < level + heading.rows; r++) taken[r]!.fill(true, at, at + heading.columns)
      at += heading.columns
    }
  })
  columns.forEach((column, index) => {
    grid[rows.length]![index + 1] = { ...head, value: column.printed, type: String }
  })
  return grid
}

function bodyRows(report: Report, language: Language): SheetData {
  const { reports } = words(language)
  const row = (name: string, figures: Shown, bold = false): Row => {
    const style = { ...border, ...(bold ? { fontWeight: 'bold' as const } : {}) }
    const cells = report.ask.form.columns.map(({ no, words: inWords }): Cell => {
      // A column of words stays empty, to be written by hand.
      if (inWords) return { ...style, value: '', type: String }
      const figure = figures[no] ?? null
      return figure === null
        ? { ...style, value: reports.hidden, align: 'right' }
        : { ...style, value: figure, type: Number, format: '#,##0' }
    })
    return [{ ...style, value: name, wrap: true }, ...cells]
  }
  const below = [...report.rows, ...report.apart]
  return [
    row(reports.total, report.total, true),
    ...(below.length > 0 ? [row(reports.own, report.own)] : []),
    ...below.map((one) =>
      row(
        one.unit?.name ?? (one.kind === 'former-district' ? reports['former-district'] : reports.remainder),
        one.columns,
      ),
    ),
  ]
}
