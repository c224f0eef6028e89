/** Sentences of the closed register as a book, English. */
import type { sealedBook as source } from '../vi/sealed-book.ts'
import type { Widen } from '../words.ts'

export const sealedBook = {
  title: 'Book of closed records',
  link: 'The book, to print',
  lead: 'The book has only the records that your key opens. Each record that is opened to print is a reading that is recorded.',
  unit: 'Office',
  year: 'Year',
  open: 'Open the book',
  of_year: (year) => `Year ${year}`,
  opened:
    'This was opened with your key, and the opening is recorded. The printed copy must be kept as secret as the case.',
  cut: (most) => `Only the first ${most} records of the year were opened.`,
  records: 'Records',
  letters: 'Letters of these records',
  none: 'Your key opens no record of this year.',
  no_letters: 'No letters yet.',
  not_opened: 'Cannot be opened',
  only_yours: 'Who denounced is not printed. The number leads back to the sealed record.',
  the_denouncer: 'The denouncer',
  the_letter: 'The denunciation',
  papers: 'List of papers',
  columns: {
    number: 'No.',
    received_on: 'Received',
    source: 'Source',
    subject: 'About whom',
    text: 'About what',
    accepted_on: 'Accepted on',
    due_on: 'Due',
    state: 'State',
    outcome: 'Conclusion',
    issued_on: 'Day',
    what: 'Type, summary',
    to: 'Addressee',
    record: 'Record no.',
  },
} satisfies Widen<typeof source>
