/** The headings of a book: those of the law where it lays the form down. */
import { receptionBook } from '../../law/book-forms.ts'
import { type Language, words } from '../../ui/words/words.ts'
import { type BookSlug, isLetterBook } from './book.ts'

/** One heading a column. */
export function headingsOf(slug: BookSlug, language: Language): readonly string[] {
  if (slug === 'tiep-cong-dan') return receptionBook.columns
  const { columns } = words(language).books
  if (isLetterBook(slug)) return columns.letter
  return columns[({ 'don-thu': 'petition', 'khieu-nai': 'complaint', 'gop-y': 'feedback' } as const)[slug]]
}
