/** What in a text would give the denouncer away: the name, a title with the given name, the address, the numbers. */
import { foldMarks } from '../../platform/text.ts'
import type { Person } from './inputs.ts'

/** What is typed for a name or an address that nobody knows. */
const unknown = new Set(['', 'khong ro', 'khong co', 'khong ghi ten', 'khong ten', 'nac danh', 'an danh'])

/** Is this what is typed where the sender gave no name? */
export function isUnnamed(name: string): boolean {
  return unknown.has(plain(name))
}

const titles = ['ong', 'ba', 'anh', 'chi', 'co', 'chu', 'bac', 'cu', 'em', 'ong/ba']

/** Does any of these texts hold something of the denouncer? Marks, capitals and spacing make no difference. */
export function givesAway(texts: readonly string[], person: Person): boolean {
  return texts.some((text) => tells(text, person) !== null)
}

/** The piece of a text that gives the denouncer away; null where there is none. For those who know the denouncer only. */
export function tells(text: string, { name, address, phone, identity_number }: Person): string | null {
  const folded = ` ${plain(text)} `
  const given = plain(name).split(' ').at(-1) ?? ''
  const called = isUnnamed(name) ? [] : [plain(name), ...titles.map((title) => `${plain(title)} ${given}`)]
  const phrases = unknown.has(plain(address)) ? called : [...called, plain(address)]
  const found = phrases.find((phrase) => folded.includes(` ${phrase} `))
  if (found !== undefined) return found
  const digits = text.normalize('NFKC').replace(/(?<=\d)[\s.-]+(?=\d)/g, '')
  return [phone, identity_number].find((number) => number && digits.includes(number.replace(/\D/g, ''))) ?? null
}

/** Words alone: folded, without punctuation. */
function plain(text: string): string {
  return foldMarks(text)
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
}
