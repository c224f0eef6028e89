/** A book as a spreadsheet: one header, one row a line, A4 landscape. */
import type { Row, SheetData } from 'write-excel-file/node'
import writeSheet from 'write-excel-file/node'
import { shortDay } from '../../ui/parts/format.ts'
import { type Language, words } from '../../ui/words/words.ts'
import type { Book } from './book.ts'
import { headingsOf } from './headings.ts'

const font = { fontFamily: 'Times New Roman', fontSize: 11 } as const
const border = { borderStyle: 'thin', borderColor: '#000000' } as const
const head = { ...border, fontWeight: 'bold', align: 'center', alignVertical: 'center', wrap: true } as const

/** The XLSX file. Every cell is text, so that nothing a person wrote is taken for a formula. */
export async function bookSheet(book: Book, language: Language): Promise<Buffer> {
  const { books } = words(language)
  const headings = headingsOf(book.slug, language)
  const line = (value: string, bold = false): Row => [
    { value, type: String, columnSpan: headings.length, align: 'center', ...(bold ? { fontWeight: 'bold' } : {}) },
    ...headings.slice(1).map(() => null),
  ]
  const days = books.from_to(shortDay(book.days.first_on), shortDay(book.days.last_on))
  const data: SheetData = [
    line(book.unit.name),
    line(books.names[book.slug], true),
    line(days),
    headings.map((value) => ({ ...head, value, type: String })),
    ...book.lines.map((one) => one.cells.map((value) => ({ ...border, value, type: String, wrap: true }) as const)),
  ]
  const columns = headings.map((_, index) => ({ width: index === 0 ? 7 : 18 }))
  const options = { columns, sheet: books.name, stickyRowsCount: 4, orientation: 'landscape' } as const
  return writeSheet(data, options, font).toBuffer()
}
