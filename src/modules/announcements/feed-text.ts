/** Words of a feed: titles that say what a thing is, without what XML or a calendar cannot hold. */
import type { Words } from '../../ui/words/words.ts'
import type { Announcement } from './queries.ts'

// Controls, and the two code points that XML forbids.
const unfit = /[\p{Cc}\p{Cs}\uFFFE\uFFFF]+/gu

/** One line without controls, no longer than a reader shows. */
export function plain(text: string, length_max: number): string {
  const line = text.toWellFormed().replace(unfit, ' ').replace(/\s+/g, ' ').trim()
  const letters = [...line]
  return letters.length > length_max ? `${letters.slice(0, length_max - 1).join('')}…` : line
}

/** Characters of a title at most. */
export const title_max = 300

/** "Đối thoại: Mở rộng đường – Phường Cam Đường". */
export function titleOf(row: Announcement, w: Words['announcements']): string {
  const what = row.title === '' ? w.kinds[row.kind] : `${w.kinds[row.kind]}: ${row.title}`
  return plain(row.unit === '' ? what : `${what} – ${row.unit}`, title_max)
}

/** For a place where markup would be read. */
export function asHtml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
}
