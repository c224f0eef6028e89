/** Days, instants and numbers as people read them. */
import { type Language, words } from '../words/words.ts'

const zone = 'Asia/Ho_Chi_Minh'

/** The months as English writes them out. */
export const monthNames = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
]

/** `06/07/2026`, in both languages. */
export function shortDay(on: Temporal.PlainDate): string {
  return `${two(on.day)}/${two(on.month)}/${on.year}`
}

/** `Thứ Hai, ngày 6 tháng 7 năm 2026` · `Monday, 6 July 2026`. */
export function longDay(on: Temporal.PlainDate, language: Language): string {
  const weekday = words(language).frame.weekdays[weekdayOf(on)]
  if (language === 'en') return `${weekday}, ${on.day} ${monthNames[on.month - 1]} ${on.year}`
  return `${weekday}, ngày ${on.day} tháng ${on.month} năm ${on.year}`
}

/** `06/07/2026 14:05`, in Vietnam's time wherever the server stands. */
export function shortInstant(at: Temporal.Instant): string {
  const local = at.toZonedDateTimeISO(zone)
  return `${shortDay(local.toPlainDate())} ${two(local.hour)}:${two(local.minute)}`
}

/** `1.234.567` · `1,234,567`. */
export function number(value: number | bigint, language: Language): string {
  return formats[language].format(value)
}

/** `62,5 %` · `62.5%`: a share between 0 and 1. */
export function percent(share: number, language: Language): string {
  return percents[language].format(share)
}

/** `1.250.000 đồng`. */
export function money(amount: number | bigint, language: Language): string {
  return words(language).frame.money(number(amount, language))
}

const formats = { vi: new Intl.NumberFormat('vi-VN'), en: new Intl.NumberFormat('en-GB') } as const
const share = { style: 'percent', maximumFractionDigits: 1 } as const
const percents = { vi: new Intl.NumberFormat('vi-VN', share), en: new Intl.NumberFormat('en-GB', share) } as const

type Weekday = 1 | 2 | 3 | 4 | 5 | 6 | 7

function weekdayOf(on: Temporal.PlainDate): Weekday {
  // The ISO calendar has seven weekdays; the type of Temporal says number.
  return on.dayOfWeek as Weekday
}

function two(value: number): string {
  return String(value).padStart(2, '0')
}
