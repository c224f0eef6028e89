/** What must not stand on a public wall: names of the file, numbers that lead to a person, plots, "con bà X". */
import { foldMarks } from '../../platform/text.ts'

const patterns = [
  // Telephone and identity numbers.
  /(?:\+?84|0)(?:[\s.-]?\d){9,10}(?!\d)/u,
  /(?<!\d)\d{9}(?:\d{3})?(?!\d)/u,
  /[^\s@]+@[^\s@]+\.[^\s@]+/u,
  // Plots of land and house numbers.
  /thửa(?: đất)?(?: số)?\s*\d+/iu,
  /tờ bản đồ(?: số)?\s*\d+/iu,
  /(?:số nhà|nhà số)\s*\d+/iu,
  // A person named by title or by relation: a capital letter after it makes it a name.
  /(?<!\p{L})(?:ông|bà|anh|chị|cụ|em|cháu|cô|chú|bác)\s+\p{Lu}\p{Ll}+/u,
  /(?<!\p{L})(?:Ông|Bà|Anh|Chị|Cụ)\s+\p{Lu}\p{Ll}+/u,
  /(?:con|vợ|chồng|mẹ|cha|bố)\s+(?:ông|bà|anh|chị)\s+\p{Lu}/iu,
]

/** The first piece of a text that would give a person away; null where none is found. */
export function personalData(text: string, names: readonly string[]): string | null {
  for (const pattern of patterns) {
    const found = pattern.exec(text)
    if (found) return found[0].trim()
  }
  const said = wordsOf(text)
  return names.find((name) => said.includes(wordsOf(name))) ?? null
}

/** Words alone, with a blank around each: a name before a comma or at the end of a sentence is the same name. */
const wordsOf = (text: string) =>
  ` ${foldMarks(text)
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()} `
