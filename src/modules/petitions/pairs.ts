/** Keys by which letters on the same substance find each other: the rarest pairs of neighbouring syllables. */
import { foldMarks } from '../../platform/text.ts'

/** Keys kept with a petition: enough to find paraphrases, few enough for a small index. */
export const pairsMax = 16

/** Keys asked for: more than are kept, since a paraphrase brings rare pairs of its own, which cost the index nothing. */
export const askedMax = 160

/** Letters that may have the pairs asked for, added up; some tenth of them were kept under these keys. */
const touchedMax = 60_000

/** A letter's pairs are taken from its first syllables. */
const syllablesMax = 4000

/** How common pairs are in the register: counted in a sample by a job, empty in a new office. */
export interface Rarity {
  /** Letters counted. */
  letters: number
  /** Letters in the register. */
  register: number
  /** Letters of the sample that have the pair; pairs that are not in it are rare. */
  counts: ReadonlyMap<number, number>
}

/** Nothing counted yet: the start list decides. */
export const nothingCounted: Rarity = { letters: 0, register: 0, counts: new Map() }

/** From so many counted letters on the count decides, before it the start list. */
const countedMin = 300

// What is said otherwise in another region, after folding.
const dialect: ReadonlyMap<string, string> = new Map([
  ['tui', 'toi'],
  ['hong', 'khong'],
  ['hok', 'khong'],
  ['ko', 'khong'],
  ['vay', 'the'],
  ['bieu', 'bao'],
  ['zo', 'vo'],
])

// The language has some thousands of syllables; what is misspelled beyond them is worked out each time.
const sounds = new Map<string, string>()

// Syllables that say nothing about a letter's substance, as they stand after folding sounds.
const common = new Set(
  `toi la cua va cho da duoc khong co nguoi dan don ong ba de nghi kinh gui uy ban nhan sa phuong tinh ve viec nay do
  trong cac nhung mot hai den tai o thi ma nam thang ngay gia dinh chung thon to so nha dat duong bi voi ra vao len se dang
  con em chau anh chi can bo lanh dao co quan giai quyet sem set som nhieu lan qua khi tu truoc sau moi ca hon chua van
  nen phai lam cung nhu theo dia huyen khu so hop vu truong hien dong y mong chan thanh cam on tran trong chu tich`
    .split(/\s+/u)
    .map(bySound),
)

/** One spelling for syllables that sound alike somewhere: s/x, tr/ch, d/gi, ngh/ng, gh/g, i/y, -c/-t. */
export function bySound(folded: string): string {
  const known = sounds.get(folded)
  if (known !== undefined) return known
  const sound = soundOf(dialect.get(folded) ?? folded)
  if (sounds.size < 20_000 && folded.length <= 12) sounds.set(folded, sound)
  return sound
}

function soundOf(said: string): string {
  if (/\d/.test(said)) return said
  return said
    .replace(/^ngh/, 'ng')
    .replace(/^gh/, 'g')
    .replace(/^tr/, 'ch')
    .replace(/^x/, 's')
    .replace(/^gi(?=[aeou])/, 'd')
    .replace(/(?<=^[bcdghklmnpqstv]h?)y$/, 'i')
    .replace(/t$/, 'c')
}

/** The syllables of a text, each as it is compared. */
export function syllablesOf(text: string): string[] {
  const found = foldMarks(text).match(/[\p{L}\p{N}]+/gu) ?? []
  return found.slice(0, syllablesMax).map(bySound)
}

/** A number of 31 bits for one or two syllables (FNV-1a). */
export function keyOf(first: string, second = ''): number {
  let hash = 0x811c9dc5
  for (let i = 0; i < first.length; i++) hash = Math.imul(hash ^ first.charCodeAt(i), 0x01000193)
  hash = Math.imul(hash ^ 32, 0x01000193)
  for (let i = 0; i < second.length; i++) hash = Math.imul(hash ^ second.charCodeAt(i), 0x01000193)
  // The last letters would else decide the order alone.
  hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d)
  return (hash ^ (hash >>> 13)) >>> 1
}

/**
 * All different pairs of a text, with the syllables they are made of: neighbours, without those made of two empty
 * syllables, and each number with the next one whatever stands between, since who tells a thing again keeps its numbers.
 */
function* pairsIn(text: string): Generator<[pair: number, first: string, second: string]> {
  const syllables = syllablesOf(text)
  let number = ''
  for (const [i, syllable] of syllables.entries()) {
    const before = syllables[i - 1]
    if (before !== undefined && !(common.has(before) && common.has(syllable)))
      yield [keyOf(before, syllable), before, syllable]
    if (!/^\d/.test(syllable)) continue
    if (number !== '') yield [keyOf(number, `+${syllable}`), number, syllable]
    number = syllable
  }
}

/** All different pairs of a text. */
export function allPairs(text: string): Set<number> {
  const pairs = new Set<number>()
  for (const [pair] of pairsIn(text)) pairs.add(pair)
  return pairs
}

/** Pairs from the rarest on. Alike rare ones stand in one order for every letter, so that two letters choose the same. */
function byRarity(text: string, rarity: Rarity): number[] {
  if (rarity.letters >= countedMin) {
    const band = (pair: number) => Math.floor(Math.log2((rarity.counts.get(pair) ?? 0) + 1))
    return [...allPairs(text)]
      .map((pair) => ({ pair, band: band(pair) }))
      .sort((x, y) => x.band - y.band || x.pair - y.pair)
      .map(({ pair }) => pair)
  }
  const weights = new Map<number, number>()
  for (const [pair, first, second] of pairsIn(text))
    weights.set(pair, Number(!common.has(first)) + Number(!common.has(second)) + (/\d/.test(first + second) ? 1 : 0))
  return [...weights].sort(([x, a], [y, b]) => b - a || x - y).map(([pair]) => pair)
}

/** The keys kept with a letter, rarest first, at most `pairsMax`. */
export function pairsOf(text: string, rarity: Rarity = nothingCounted): number[] {
  return byRarity(text, rarity).slice(0, pairsMax)
}

/** The keys by which letters like this one are asked for: at most `askedMax`, and no more than the index answers at once. */
export function askedPairs(text: string, rarity: Rarity): number[] {
  const keys = byRarity(text, rarity).slice(0, askedMax)
  if (rarity.letters < countedMin) return keys
  let touched = 0
  const asked = keys.filter((pair) => {
    touched += ((rarity.counts.get(pair) ?? 0) / rarity.letters) * rarity.register
    return touched <= touchedMax
  })
  return asked.length >= pairsMax / 2 ? asked : keys.slice(0, pairsMax / 2)
}

/** With fewer keys than these any one of them is enough. */
const halvedMin = 24

/**
 * The keys in two halves, alike rare: a letter on the same substance has keys of both, while nine of ten letters that the
 * index names for any one key share just that one. Asked for both halves, the index drops them before a row is read.
 */
export function halvesOf(keys: readonly number[]): [number[], number[]] {
  if (keys.length < halvedMin) return [[...keys], [...keys]]
  const half = (which: number) => keys.filter((_, n) => n % 2 === which)
  return [half(0), half(1)]
}

/** How much a shared pair tells. */
export function weightOf(pair: number, rarity: Rarity): number {
  if (rarity.letters < countedMin) return 1
  return Math.log((rarity.letters + 1) / ((rarity.counts.get(pair) ?? 0) + 1))
}

/** What a comparison says: 0 to 1, and how many telling pairs two letters share. */
export interface Likeness {
  score: number
  common: number
}

/** How alike others are to one letter: the weight of their shared pairs beside that of each one's own. */
export function likenessTo(one: ReadonlySet<number>, rarity: Rarity): (other: ReadonlySet<number>) => Likeness {
  const weights = new Map<number, number>()
  const total = (pairs: ReadonlySet<number>) => {
    let sum = 0
    for (const pair of pairs) sum += weights.get(pair) ?? weightOf(pair, rarity)
    return sum
  }
  for (const pair of one) weights.set(pair, weightOf(pair, rarity))
  const own = total(one)
  const telling = rarity.letters < countedMin ? 0 : Math.log(20)
  return (other) => {
    let shared = 0
    let common = 0
    for (const pair of other) {
      const weight = weights.get(pair)
      if (weight === undefined) continue
      shared += weight
      if (weight > telling) common += 1
    }
    const whole = Math.sqrt(own * total(other))
    return { score: whole === 0 ? 0 : shared / whole, common }
  }
}

/** How alike two letters are. */
export function likeness(one: ReadonlySet<number>, other: ReadonlySet<number>, rarity: Rarity): Likeness {
  return likenessTo(one, rarity)(other)
}
