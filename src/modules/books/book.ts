/** What a printable book is: which there are, the stretch of days that is shown, and its lines as texts. */

/** The registers and the books of outgoing letters; the closed register and the letters of closed records have no book here. */
export const bookSlugs = [
  'don-thu',
  'khieu-nai',
  'gop-y',
  'tiep-cong-dan',
  'van-ban-qd',
  'van-ban-tb',
  'van-ban-cv',
  'van-ban-pc',
  'van-ban-phd',
  'van-ban-gbn',
  'van-ban-gm',
  'van-ban-bc',
  'van-ban-bb',
  'van-ban-pdx',
] as const
export type BookSlug = (typeof bookSlugs)[number]

/** Name of a book of outgoing letters as `document.book` keeps it. */
export const letterBookOf = {
  'van-ban-qd': 'QĐ',
  'van-ban-tb': 'TB',
  'van-ban-cv': 'CV',
  'van-ban-pc': 'PC',
  'van-ban-phd': 'PHD',
  'van-ban-gbn': 'GBN',
  'van-ban-gm': 'GM',
  'van-ban-bc': 'BC',
  'van-ban-bb': 'BB',
  'van-ban-pdx': 'PĐX',
} as const satisfies Partial<Record<BookSlug, string>>
export type LetterBookSlug = keyof typeof letterBookOf

/** Is this the name of a book of letters? */
export function isLetterBook(slug: BookSlug): slug is LetterBookSlug {
  return Object.hasOwn(letterBookOf, slug)
}

/** Stretches of a year: all of it, a half, a quarter, a month. */
export const stretches = ['nam', 'n1', 'n2', 'q1', 'q2', 'q3', 'q4', ...months()] as const
export type Stretch = (typeof stretches)[number]

function months() {
  return ['t01', 't02', 't03', 't04', 't05', 't06', 't07', 't08', 't09', 't10', 't11', 't12'] as const
}

/** The days a page of a book covers; both belong to it. */
export interface Days {
  year: number
  stretch: Stretch
  first_on: Temporal.PlainDate
  last_on: Temporal.PlainDate
}

/** First and last day of a stretch of a year. */
export function daysOf(year: number, stretch: Stretch): Days {
  const kind = stretch.charAt(0)
  const length = stretch === 'nam' ? 12 : kind === 'n' ? 6 : kind === 'q' ? 3 : 1
  const first = stretch === 'nam' ? 1 : (Number(stretch.slice(1)) - 1) * length + 1
  const first_on = Temporal.PlainDate.from({ year, month: first, day: 1 })
  return { year, stretch, first_on, last_on: first_on.add({ months: length }).subtract({ days: 1 }) }
}

/** What an address asks; what it does not say, or says wrongly, is the current month of the viewer's day. */
export function readDays(year: string | undefined, stretch: string | undefined, on: Temporal.PlainDate): Days {
  const asked = stretches.find((one) => one === stretch)
  const typed = /^(19|20)\d\d$/.test(year ?? '') ? Number(year) : on.year
  return daysOf(typed, asked ?? stretches[6 + on.month]!)
}

/** One line of a book. A void number keeps its line and says nothing else. */
export interface BookLine {
  key: string
  /** Where the record is, for the screen. */
  href: string | null
  void: boolean
  cells: readonly string[]
}

/** A book of a unit over some days. */
export interface Book {
  slug: BookSlug
  unit: { id: string; name: string }
  days: Days
  lines: readonly BookLine[]
  /** There are more lines than one page or sheet takes. */
  cut: boolean
}
