/**
 * The labels of numbered paragraphs as their author saw them: `I.`, `1.2`, `a)`. The reader of Word files tells only that a
 * paragraph is numbered and how deep, so each level of each list is marked with a name of our own before it reads them.
 */

/** One level of a list. */
interface Level {
  format: string
  /** `%1.%2`, with the number of each level. */
  pattern: string
  start: number
}

/** Marks and levels of a file's lists. */
export interface Numbering {
  /** The part with a mark on each level, for the reader. */
  marked: string
  levels: ReadonlyMap<string, { list: string; depth: number; levels: readonly (Level | undefined)[] }>
}

// Tags of bounded length, and as many ends as beginnings: no file makes these expressions walk to its end again and again.
const listed = /<w:abstractNum\b[^<>]{0,500}w:abstractNumId="(\d+)"[^<>]{0,500}>([\s\S]*?)<\/w:abstractNum>/g
const level = /<w:lvl\b[^<>]{0,500}w:ilvl="(\d)"[^<>]{0,500}>([\s\S]*?)<\/w:lvl>/g
const number = /<w:num\b[^<>]{0,500}w:numId="(\d+)"[^<>]{0,500}>([\s\S]*?)<\/w:num>/g
const valueIn = (xml: string, name: string) => new RegExp(`<w:${name}\\b[^<>]{0,500}w:val="([^"<>]*)"`).exec(xml)?.[1]

/** Does each of these elements that begins also end? One that holds nothing ends itself. */
function isWhole(xml: string): boolean {
  const count = (expression: RegExp) => [...xml.matchAll(expression)].length
  return ['abstractNum', 'lvl', 'num'].every(
    (name) =>
      count(new RegExp(`<w:${name}(?=[\\s>/])[^<>]*(?<!/)>`, 'g')) === count(new RegExp(`</w:${name}>`, 'g')) &&
      count(new RegExp(`<w:${name}(?=[\\s>/])`, 'g')) === count(new RegExp(`<w:${name}(?=[\\s>/])[^<>]*>`, 'g')),
  )
}

/** Reads the part `numbering.xml`. Lists that begin anew though they share a form become lists of their own. */
export function readNumbering(xml: string): Numbering {
  if (!isWhole(xml)) return { marked: xml, levels: new Map() }
  const levels = new Map<string, { list: string; depth: number; levels: (Level | undefined)[] }>()
  const whole = withRestarts(xml)
  const marked = whole.replace(listed, (all, list: string, inside: string) => {
    const own: (Level | undefined)[] = []
    const changed = inside.replace(level, (one, depth: string, body: string) => {
      own[Number(depth)] = {
        format: valueIn(body, 'numFmt') ?? 'decimal',
        pattern: decode(valueIn(body, 'lvlText') ?? ''),
        start: Number(valueIn(body, 'start') ?? 1),
      }
      const style = valueIn(body, 'pStyle')
      const mark = style ?? `gd-list-${list}-${depth}`
      levels.set(mark, { list, depth: Number(depth), levels: own })
      return style === undefined ? one.replace(body, () => `<w:pStyle w:val="${mark}"/>${body}`) : one
    })
    return all.replace(inside, () => changed)
  })
  return { marked, levels }
}

/** A `w:num` with an override counts for itself: it gets a copy of its list. */
function withRestarts(xml: string): string {
  const copies: string[] = []
  const lists = new Map([...xml.matchAll(listed)].toReversed().map((one) => [one[1], one]))
  const changed = xml.replace(number, (all, id: string, body) => {
    if (!/<w:startOverride\b/.test(body)) return all
    const of = valueIn(body, 'abstractNumId')
    const found = lists.get(of)
    if (!found || copies.length > 2_000) return all
    const own = `9${id}`
    copies.push(
      found[0].replace(/w:abstractNumId="\d+"/, `w:abstractNumId="${own}"`).replace(/<w:pStyle\b[^>]*\/>/g, ''),
    )
    return all.replace(/(<w:abstractNumId\b[^>]*w:val=")\d+"/, `$1${own}"`)
  })
  const at = changed.search(/<w:num\b/)
  return at < 0 ? changed : changed.slice(0, at) + copies.join('') + changed.slice(at)
}

const decode = (text: string) =>
  text
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&quot;/g, '"')
    .replace(/&amp;/g, '&')

/** Counts along a paper: the label of the next paragraph with this mark. */
export class Counter {
  readonly #numbering: Numbering
  readonly #counts = new Map<string, number[]>()

  constructor(numbering: Numbering) {
    this.#numbering = numbering
  }

  /** Null where the mark is none of ours. */
  next(mark: string): { label: string; depth: number } | null {
    const found = this.#numbering.levels.get(mark)
    if (!found) return null
    const { list, depth, levels } = found
    const counts = this.#counts.get(list) ?? []
    this.#counts.set(list, counts)
    counts[depth] = counts[depth] === undefined ? (levels[depth]?.start ?? 1) : counts[depth] + 1
    counts.length = depth + 1
    const own = levels[depth]
    if (!own || own.format === 'bullet') return { label: '–', depth }
    const label = own.pattern.replace(/%(\d)/g, (_, digit: string) => {
      const at = Number(digit) - 1
      return numeral(counts[at] ?? levels[at]?.start ?? 1, levels[at]?.format ?? 'decimal')
    })
    return { label, depth }
  }
}

/** A number in one of Word's formats. */
function numeral(count: number, format: string): string {
  if (format === 'none') return ''
  if (format === 'upperRoman') return roman(count)
  if (format === 'lowerRoman') return roman(count).toLowerCase()
  if (format === 'upperLetter') return letter(count)
  if (format === 'lowerLetter') return letter(count).toLowerCase()
  return format === 'decimalZero' ? String(count).padStart(2, '0') : String(count)
}

/** 27 is AA, as in Word. */
const letter = (count: number) =>
  String.fromCharCode(65 + ((count - 1) % 26)).repeat(Math.min(1 + Math.floor((count - 1) / 26), 9))

/** `IX` for 9. */
export function roman(count: number): string {
  const signs = [
    [1000, 'M'],
    [900, 'CM'],
    [500, 'D'],
    [400, 'CD'],
    [100, 'C'],
    [90, 'XC'],
    [50, 'L'],
    [40, 'XL'],
    [10, 'X'],
    [9, 'IX'],
    [5, 'V'],
    [4, 'IV'],
    [1, 'I'],
  ] as const
  let rest = Math.min(Math.max(count, 0), 3999)
  let text = ''
  for (const [value, sign] of signs)
    while (rest >= value) {
      text += sign
      rest -= value
    }
  return text
}
