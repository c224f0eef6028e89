/** Long lists as spreadsheets: rows are written while they are read and while the reader takes them, so memory stays flat. */
import { writeXlsxStream } from 'hucre/xlsx'

/** What a spreadsheet's answer says it is. */
export const sheetType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

/** A list: lines that stand over it, one heading a column, and its rows. Texts stay texts, whatever they look like. */
export interface ListSheet {
  /** Name of the sheet, at most 31 characters. */
  name: string
  above: readonly string[]
  headings: readonly string[]
  /** Width of each column, in characters. */
  widths: readonly number[]
  rows: AsyncIterable<readonly (string | number)[]> | Iterable<readonly (string | number)[]>
}

const border = { style: 'thin', color: { rgb: '000000' } } as const
const style = {
  font: { name: 'Times New Roman', size: 11 },
  border: { top: border, bottom: border, left: border, right: border },
} as const
/** Not in the first column: the lines above the list begin there and run on to the right. */
const wrapped = { ...style, alignment: { wrapText: true, vertical: 'top' } } as const

/** What a cell of XLSX cannot hold: signs that XML has not, and more than 32,767 of them. */
const told = (value: string | number) =>
  typeof value === 'number' ? value : value.replace(/[^\P{Cc}\t\n\r]|[\ufffe\uffff]/gu, '').slice(0, 32_767)

async function* rowsOf({ above, headings, rows }: ListSheet): AsyncGenerator<(string | number)[]> {
  for (const line of above) yield [told(line)]
  yield headings.map(told)
  for await (const row of rows) yield row.map(told)
}

/** The XLSX file as a stream; what lies beyond Excel's 1,048,576 rows goes on in a second sheet. */
export function listSheet(sheet: ListSheet): ReadableStream<Uint8Array> {
  return writeXlsxStream(rowsOf(sheet), {
    name: sheet.name.replace(/[:\\/?*[\]]/g, '-').slice(0, 31),
    columns: sheet.widths.map((width, index) => ({ width, style: index === 0 ? style : wrapped })),
    freezePane: { rows: sheet.above.length + 1 },
    repeatHeaders: false,
    zip64: false,
  })
}

/** The answer with the file, saved under its name of plain letters. */
export function listSheetResponse(name: string, sheet: ListSheet): Response {
  return new Response(listSheet(sheet), {
    headers: {
      'Content-Type': sheetType,
      'Content-Disposition': `attachment; filename="${name}"`,
      'Cache-Control': 'no-store',
    },
  })
}
