/** A book as a spreadsheet: one header, one row a line, written while its lines are read. */
import type { ListSheet } from '../../platform/list-sheet.ts'
import { shortDay } from '../../ui/parts/format.ts'
import { type Language, words } from '../../ui/words/words.ts'
import type { Book } from './book.ts'
import { headingsOf } from './headings.ts'
import { bookLines } from './lines.ts'
import type { Lines } from './queries.ts'

/** The sheet. Every cell is text, so that nothing a person wrote is taken for a formula. */
export function bookSheet(
  book: Pick<Book, 'slug' | 'unit' | 'days'>,
  lines: AsyncIterable<Lines>,
  language: Language,
): ListSheet {
  const { books } = words(language)
  const headings = headingsOf(book.slug, language)
  const days = books.from_to(shortDay(book.days.first_on), shortDay(book.days.last_on))
  return {
    name: books.name,
    above: [book.unit.name, books.names[book.slug], days],
    headings,
    widths: headings.map((_, index) => (index === 0 ? 7 : 18)),
    rows: cellsOf(lines, book.unit.id, language),
  }
}

async function* cellsOf(lines: AsyncIterable<Lines>, unit_id: string, language: Language) {
  let before = 0
  for await (const some of lines) {
    for (const line of bookLines(some, unit_id, language, before)) yield line.cells
    before += some.rows.length
  }
}
