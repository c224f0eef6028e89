/** What a cell of an old book says: days, people, papers, kinds, as clerks have typed them for years. */
import { foldMarks } from '../../platform/text.ts'
import type { Cell } from './sheet.ts'

/** A value, or the code of what is wrong with the cell. */
export type Read<T> = { ok: true; value: T } | { ok: false; code: CellCode }

/** Keys of the `imports.cell_faults` sentences. */
export type CellCode =
  | 'required'
  | 'not-a-day'
  | 'no-such-day'
  | 'day-without-year'
  | 'day-in-future'
  | 'day-too-early'
  | 'not-a-name'
  | 'not-a-kind'
  | 'not-a-number'
  | 'too-long'
  | 'nobody-holds-a-key'
  | 'set-up-your-key-first'

const fine = <T>(value: T): Read<T> => ({ ok: true, value })
const wrong = (code: CellCode): { ok: false; code: CellCode } => ({ ok: false, code })

/** The text of a cell; empty where there is none. Dashes and crosses that stand for "nothing" count as text. */
export function textOf(cell: Cell | undefined): string {
  if (cell === null || cell === undefined) return ''
  if (cell instanceof Temporal.PlainDate) return `${cell.day}/${cell.month}/${cell.year}`
  return String(cell).trim()
}

/** Does the cell say "none"? */
export function saysNone(text: string): boolean {
  return /^([-–—.0]*|x?|khong( co)?( don| giay to)?|k|ko|n\/a)$/.test(foldMarks(text))
}

/** The last day a row may have, and the year of the sheet where its days have none. */
export interface DayContext {
  today: Temporal.PlainDate
  year: number | null
}

/** A day: a date cell, Excel's count of days, `3/7/26`, `03.07.2026`, `ngày 3 tháng 7 năm 2026`, with or without an hour. */
export function dayOf(cell: Cell | undefined, { today, year }: DayContext): Read<Temporal.PlainDate> {
  const day = cell instanceof Temporal.PlainDate ? fine(cell) : typedDay(textOf(cell), year)
  if (!day.ok) return day
  if (Temporal.PlainDate.compare(day.value, today) > 0) return wrong('day-in-future')
  return day.value.year < 1990 ? wrong('day-too-early') : day
}

function typedDay(text: string, year: number | null): Read<Temporal.PlainDate> {
  if (text === '') return wrong('required')
  if (/^\d{5}(\.\d+)?$/.test(text))
    return fine(new Temporal.PlainDate(1899, 12, 30).add({ days: Math.floor(Number(text)) }))
  const folded = foldMarks(text)
    .replace(/\b\d{1,2}\s*(h|:|gio)\s*\d{0,2}( phut)?\b/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()
  const iso = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})/.exec(folded)
  if (iso) return composed(Number(iso[3]), Number(iso[2]), Number(iso[1]))
  const words = /(?:ngay )?(\d{1,2}) thang (\d{1,2})(?:,? nam (\d{2,4}))?/.exec(folded)
  const signs = /(\d{1,2})\s*[/.\- ]\s*(\d{1,2})(?:\s*[/.\- ]\s*(\d{4}|\d{2}))?(?!\d)/.exec(folded)
  const found = words ?? signs
  if (!found) return wrong('not-a-day')
  const typed = found[3] ?? year
  if (typed === null) return wrong('day-without-year')
  return composed(Number(found[1]), Number(found[2]), String(typed).length === 2 ? 2000 + Number(typed) : Number(typed))
}

function composed(day: number, month: number, year: number): Read<Temporal.PlainDate> {
  try {
    return fine(Temporal.PlainDate.from({ year, month, day }, { overflow: 'reject' }))
  } catch {
    return wrong('no-such-day')
  }
}

/** Who came: everybody named, the address, the telephone. */
export interface People {
  names: string[]
  address: string
  phone: string | null
}

// With their marks: Tô, Ngô, Đỗ and Bàn are family names, tổ, ngõ, đội and bản are places.
const placeWord =
  /^(tổ|thôn|xóm|ấp|bản|khu|phố|số|sn|xã|phường|thị trấn|huyện|quận|tỉnh|thành phố|tp|đường|tdp|địa chỉ|đc|cư trú|thường trú|khóm|đội|ngõ|hẻm|chung cư|đt|sđt|điện thoại|sinh năm|năm sinh)(?=$|[\s.:,\d])/u

/** `Ông Nguyễn Văn A và bà Trần Thị B, tổ 5, phường Cam Đường, ĐT 0912 345 678` taken apart. */
export function peopleOf(cell: Cell | undefined, address_cell: Cell | undefined): Read<People> {
  const text = textOf(cell)
  if (text === '') return wrong('required')
  const parts = text
    .replace(/(^|[\s,;])\d{1,2}[.)]\s*(?=\p{Lu})/gu, '$1\n')
    .split(/[\n;,]| [-–] /)
    .map((part) => part.trim())
    .filter((part) => part !== '')
  const first = parts.findIndex((part) => !isName(part))
  const named = first < 0 ? parts : parts.slice(0, first)
  const names = named
    .flatMap((part) => part.split(/\s+(?:và|&|\+|cùng)\s+/u))
    .map(plainName)
    .filter((name) => name !== '')
  if (names.length === 0) return wrong('not-a-name')
  const place = [...(first < 0 ? [] : parts.slice(first)), textOf(address_cell)]
    .filter((part) => part !== '')
    .join(', ')
  const phone = /(?<!\d)(?:\+?84|0)(?:[\s.]?\d){9,10}(?!\d)/.exec(place)
  const address = place
    .replace(phone?.[0] ?? '\u0000', '')
    .replace(/(?:ĐT|SĐT|Đt|sđt|điện thoại|Điện thoại)\s*[:.]?\s*(?=,|$)/gu, '')
    .replace(/^(Địa chỉ|ĐC|Đ\/c)\s*:\s*/iu, '')
    .replace(/[\s,]+$/u, '')
    .replace(/,\s*,/g, ',')
  return fine({ names, address, phone: phone ? phone[0].replace(/[\s.]/g, '').replace(/^\+?84/, '0') : null })
}

const titles = /^(ông|bà|anh|chị|cô|chú|bác|cụ|đ\/c|họ và tên|họ tên|tên|cùng|và)\s*[:.]?\s+/iu

function plainName(text: string): string {
  let name = text
    .replace(/\([^)]*\)/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()
  while (titles.test(name)) name = name.replace(titles, '')
  return name === name.toLocaleUpperCase('vi') ? capitalised(name) : name
}

function capitalised(name: string): string {
  return name.toLocaleLowerCase('vi').replace(/(^|[\s-])\p{L}/gu, (letter) => letter.toLocaleUpperCase('vi'))
}

function isName(part: string): boolean {
  if (placeWord.test(part.toLocaleLowerCase('vi')) || /\d/.test(part)) return false
  return part.split(/\s+(?:và|&|\+|cùng)\s+/u).every((one) => {
    const words = plainName(one).split(' ')
    return words.length <= 7 && words.every((word) => /^\p{Lu}[\p{L}\p{M}'’-]*$/u.test(word))
  })
}

/** What somebody brought, by the letters a clerk writes: null where there was no letter. */
export type BookKind = 'complaint' | 'denunciation' | 'recommendation' | 'observation' | 'other'

const kinds: readonly (readonly [BookKind, RegExp])[] = [
  // Whatever is even partly a denunciation is sealed whole.
  ['denunciation', /to cao|to giac|\btc\b|nac danh/],
  ['complaint', /khieu nai|^kn$|^kn[ ,/+]/],
  ['observation', /^phan anh|^pa$|^pa[ ,/-]|^pakn/],
  ['recommendation', /kien nghi|de nghi|^knpa|^kn-pa/],
  ['observation', /phan anh/],
  ['other', /khac|xin|^don$/],
]

/** The kind of letter; null for none. */
export function kindOf(cell: Cell | undefined): Read<BookKind | null> {
  const text = textOf(cell)
  if (saysNone(text)) return fine(null)
  const folded = foldMarks(text).replace(/\./g, '')
  const found = kinds.find(([, pattern]) => pattern.test(folded === 'kn-pa' || folded === 'kn, pa' ? 'knpa' : folded))
  return found ? fine(found[0]) : wrong('not-a-kind')
}

/** Do the words of a row denounce somebody? Asked where no other kind is given, and where they open with it. */
export function denounces(text: string, kind: BookKind | null): boolean {
  const folded = foldMarks(text)
  if (kind === null || kind === 'other') return /\bto (cao|giac)\b/.test(folded)
  return /^(don |noi dung )?to (cao|giac)\b|\bto (cao|giac) (ong|ba|can bo|chu tich|pho chu tich|truong|hanh vi|viec)\b/.test(
    folded,
  )
}

/** How many came on this: the first number in the cell; empty is one. */
export function countOf(cell: Cell | undefined): Read<number> {
  const text = textOf(cell)
  if (saysNone(text)) return fine(1)
  const found = /\d{1,3}(?:[. ]\d{3})+|\d+/.exec(text)
  const count = Number(found?.[0].replace(/[. ]/g, ''))
  if (!found || !Number.isSafeInteger(count) || count > 10_000) return wrong('not-a-number')
  return fine(Math.max(1, count))
}

/** A paper that proves who somebody is; its number is for the vault alone. */
export interface Paper {
  kind: 'identity-card' | 'identity-number' | 'passport' | 'none'
  number: string
}

/** The paper in its own column; null where the cell is empty. A cell nobody can read is kept as it is, sealed. */
export function paperOf(cell: Cell | undefined): Paper | null {
  const text = typeof cell === 'number' ? String(cell).padStart(cell > 999_999_999 ? 12 : 9, '0') : textOf(cell)
  if (saysNone(text)) return null
  const digits = /(?<!\d)(\d{3}[ .]?\d{3}[ .]?\d{3}(?:[ .]?\d{3})?)(?!\d)/.exec(text)
  if (digits) return { kind: 'identity-card', number: text.slice(0, 200) }
  const passport = /\b[A-Z]{1,2}\d{6,8}\b/.exec(text)
  return { kind: passport ? 'passport' : 'identity-number', number: text.slice(0, 200) }
}

const strayNumber =
  /(?<![\d/])0\d{2}[ .]?\d{3}[ .]?\d{3}[ .]?\d{3}(?!\d)|(?<=(?:CMND|CMTND|CMT|CCCD|căn cước|giấy tờ|định danh|chứng minh)[^\n\d]{0,30})\d{3}[ .]?\d{3}[ .]?\d{3}(?:[ .]?\d{3})?(?!\d)/giu

/** Identity numbers that stand in other cells are taken out of the words, to be sealed with the paper. */
export function withoutNumbers(text: string, instead: string): { text: string; found: string[] } {
  const found: string[] = []
  const rest = text.replace(strayNumber, (number) => {
    found.push(number)
    return instead
  })
  return { text: rest, found }
}
