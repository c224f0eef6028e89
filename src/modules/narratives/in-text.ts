/** A figure and its change inside a sentence of the report: `07`, `1.234`, `giảm 146 lượt, 127 người so với cùng kỳ năm trước`. */
import { changeOf, changeSentence } from '../reports/change-words.ts'
import type { Item } from '../reports/told-columns.ts'

const grouped = new Intl.NumberFormat('vi-VN')

/** Under ten with a zero before it, thousands in groups. */
export function inText(figure: number): string {
  const size = Math.abs(figure)
  const text = size > 0 && size < 10 ? `0${size}` : grouped.format(size)
  return figure < 0 ? `-${text}` : text
}

/** The change in words, with what it is a change against where there is one. */
export function changeInText(items: readonly Item[]): string | null {
  const { text } = changeSentence([items], 'vi', { shares: false })
  if (text === null) return null
  const ways = items.map((item) => changeOf(item)?.way)
  if (ways.every((way) => way === 'same')) return text
  return ways.includes('same') ? `so với cùng kỳ năm trước: ${text}` : `${text} so với cùng kỳ năm trước`
}
