/** Keys by which letters on the same substance find each other: the rarest pairs of neighbouring syllables. */
import { createHash } from 'node:crypto'
import { foldMarks } from '../../platform/text.ts'

/** At most so many keys a petition: enough to find paraphrases, few enough for a small index. */
export const pairsMax = 16

// Syllables that say nothing about a letter's substance; pairs made of them alone are no keys.
const common = new Set(
  'toi la cua va cho da duoc khong co nguoi dan don ong ba de nghi kinh gui uy ban nhan xa phuong tinh ve viec nay do trong cac nhung mot hai den tai o thi ma nam thang ngay gia dinh chung'.split(
    ' ',
  ),
)

/** The keys of a text: pairs hashed to 31 bits, the least common syllables first, at most `pairsMax`. */
export function pairsOf(text: string): number[] {
  const syllables = foldMarks(text)
    .split(/[^\p{L}\p{N}]+/u)
    .filter((syllable) => syllable !== '')
    .slice(0, 4000)
  const scores = new Map<string, number>()
  for (let i = 1; i < syllables.length; i++) {
    const [a, b] = [syllables[i - 1]!, syllables[i]!]
    if (common.has(a) && common.has(b)) continue
    const weight = Number(!common.has(a)) + Number(!common.has(b)) + (/\d/.test(a + b) ? 1 : 0)
    scores.set(`${a} ${b}`, weight)
  }
  return [...scores]
    .map(([pair, weight]) => ({ weight, key: createHash('sha256').update(pair).digest().readUInt32BE(0) >>> 1 }))
    .sort((x, y) => y.weight - x.weight || x.key - y.key)
    .slice(0, pairsMax)
    .map(({ key }) => key)
}
