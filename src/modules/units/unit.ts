/** A unit: any body in the dated tree, with the name, place and code it has on a day. */
import { createHash } from 'node:crypto'
import { foldMarks, oneTonePlacement } from '../../platform/text.ts'

/** Levels of the tree. A village, a cluster and all organisations are no level of administration. */
export const levels = [
  'country',
  'ministry',
  'province',
  'district',
  'commune',
  'village',
  'department',
  'council',
  'front',
  'mass-organisation',
  'party-committee',
  'engagement-board',
  'steering-committee',
  'armed-force',
  'school',
  'cluster',
] as const

/** One of `levels`. */
export type Level = (typeof levels)[number]

/** Levels that officers add under a unit. */
export const bodyLevels = [
  'village',
  'department',
  'front',
  'council',
  'mass-organisation',
  'party-committee',
  'engagement-board',
  'steering-committee',
  'armed-force',
  'school',
] as const satisfies readonly Level[]

/** One of `bodyLevels`. */
export type BodyLevel = (typeof bodyLevels)[number]

/** Is this text the name of a level? */
export function isLevel(text: string): text is Level {
  return levels.some((level) => level === text)
}

/** What the sources leave open; each has a sentence in the words, shown with "to be checked". */
export type Doubt = 'first-day' | 'code' | 'no-code' | 'whole-row' | 'only-by-alias' | 'spelling'

/** A unit in one stretch of days; `until_on` is the first day after it, null while it lasts. */
export interface Unit {
  id: string
  name: string
  level: Level
  /** What a territory calls itself (`xa`, `phuong`, `dac-khu`, `tinh`, `thanh-pho` …); null for organisations. */
  designation: string | null
  code: string | null
  parent_id: string | null
  from_on: Temporal.PlainDate
  until_on: Temporal.PlainDate | null
  unverified: readonly Doubt[]
}

/** Code of the whole country. */
export const countryCode = 'TW'

/** First day of the tree: before it the sources say nothing. */
export const treeFrom = Temporal.PlainDate.from('2025-01-01')

/** The day on which 63 provinces became 34 and districts ended (NQ 202/2025/QH15). */
export const mergerDay = Temporal.PlainDate.from('2025-07-01')

/** A name as it is kept: NFC, one tone placement, one kind of apostrophe and dash. */
export function tidyName(name: string): string {
  return oneTonePlacement(name)
    .replace(/[’‘ʼ`]/g, "'")
    .replace(/\s+[–—]\s+/g, ' - ')
    .replace(/\s+/gu, ' ')
    .trim()
}

/** What two spellings of one name have in common; marks count, since Hoa Lộc and Hòa Lộc are two communes of one district. */
export function nameKey(name: string): string {
  return tidyName(name).toLowerCase()
}

/** A name or search text without tone marks and punctuation. */
export function fold(text: string): string {
  return foldMarks(text)
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
}

const designations = [
  ['thanh pho', 'thanh-pho'],
  ['thi xa', 'thi-xa'],
  ['thi tran', 'thi-tran'],
  ['dac khu', 'dac-khu'],
  ['phuong', 'phuong'],
  ['huyen', 'huyen'],
  ['quan', 'quan'],
  ['tinh', 'tinh'],
  ['xa', 'xa'],
] as const

/** What a territory calls itself, read from its full name; null where the name does not say. */
export function designationOf(name: string): string | null {
  const folded = fold(name)
  return designations.find(([start]) => folded.startsWith(`${start} `))?.[1] ?? null
}

/** A name without what the territory calls itself: `Tỉnh Lào Cai` → `Lào Cai`. */
export function shortName(name: string): string {
  return tidyName(name).replace(/^(Thành phố|Thị xã|Thị trấn|Đặc khu|Phường|Huyện|Quận|Tỉnh|Xã)\s+/iu, '')
}

/** The same id wherever the same thing is imported: UUIDv5 over a namespace of our own. */
export function unitIdOf(...parts: readonly string[]): string {
  const bytes = createHash('sha1')
    .update(`gandan unit\n${parts.join('\n')}`)
    .digest()
    .subarray(0, 16)
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x50
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80
  const hex = bytes.toString('hex')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`
}

/** Id of the country, the same everywhere. */
export const countryId = unitIdOf('country', 'việt nam')
