/** How a paper's own file opens: its title and authors, which the volume prints itself, and where the authors can be reached. */
import { foldMarks } from '../../platform/text.ts'
import { type Block, type Inline, mapLines, plainOf } from './blocks.ts'
import type { Author } from './paper.ts'

/** Blocks looked at for a repeated title and for addresses of authors. */
const opening_max = 15

/** Mail addresses, and telephone numbers as people write them. */
const address = /(?<![\p{L}\p{N}._%+-])[\p{L}\p{N}._%+-]{1,64}@[\p{L}\p{N}.-]{1,200}\.\p{L}{2,}/gu
const number = /(?<![\d/.,])(?:\+?84|0)[\s.-]?\d(?:[\s.-]?\d){7,9}(?![\d/])/g
/** Signs before an address in which its label is looked for. */
const label_max = 60
const label = /(?:e-?mail|thư điện tử|số điện thoại|điện thoại|di động|đt|sđt|tel|mobile|phone)\s*[.:]*\s*$/iu

/** The blocks without the lines that only repeat title, authors and units. */
export function withoutOpening(
  blocks: readonly Block[],
  paper: { title: string; authors: readonly Author[] },
): readonly Block[] {
  const title = folded(paper.title)
  const said = paper.authors.flatMap((one) => [folded(one.name), folded(one.unit)])
  let at = 0
  while (at < Math.min(blocks.length, opening_max) && repeats(blocks[at], title, said)) at += 1
  return at === blocks.length ? blocks : blocks.slice(at)
}

const folded = (text: string) =>
  foldMarks(text)
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()

function repeats(block: Block | undefined, title: string, said: readonly string[]): boolean {
  if (!block || block.kind === 'table' || block.kind === 'item') return false
  if (block.inlines.some((one) => one.kind === 'picture')) return false
  const text = folded(plainOf(block.inlines))
  if (text === '' || /^(bai )?tham luan( so \d+)?$/.test(text)) return true
  if (text.length >= 4 && title.includes(text)) return true
  const names = text.length <= 160 && said.some((one) => one.length >= 4 && text.includes(one))
  return names || (text.length >= 6 && said.some((one) => one.includes(text)))
}

/**
 * The blocks without the authors' mail addresses and telephone numbers: wherever they stand, and near the title or in a note
 * any address at all, since there it is an author's.
 */
export function withoutContacts(blocks: readonly Block[], authors: readonly Author[]): Block[] {
  const known = new Set(authors.flatMap((one) => [one.mail?.toLowerCase(), digits(one.phone ?? '')]).filter(Boolean))
  const any = (inlines: readonly Inline[]) => clean(inlines, () => true)
  const theirs = (inlines: readonly Inline[]) =>
    clean(inlines, (found) => known.has(found.toLowerCase()) || known.has(digits(found)))
  const near = mapLines(blocks.slice(0, opening_max), any)
  return [...near, ...mapLines(blocks.slice(opening_max), theirs)].map((block) => notesCleaned(block, any))
}

const digits = (text: string) => text.replace(/\D/g, '').replace(/^84/, '0')

function notesCleaned(block: Block, change: (inlines: readonly Inline[]) => readonly Inline[]): Block {
  if (block.kind === 'table') return block
  return {
    ...block,
    inlines: block.inlines.map((one) => (one.kind === 'note' ? { ...one, blocks: mapLines(one.blocks, change) } : one)),
  }
}

/** A line without the addresses asked about. One that holds any loses its look: an address may run over its pieces. */
function clean(inlines: readonly Inline[], gone: (found: string) => boolean): readonly Inline[] {
  const whole = plainOf(inlines)
  const cleaned = strip(whole, gone)
  if (cleaned === whole) return inlines
  const rest = inlines.filter((one) => one.kind === 'picture' || one.kind === 'note')
  // Runs of blanks become one first: the expressions after it would walk along them again and again.
  const text = cleaned
    .replace(/\s+/gu, ' ')
    .replace(/ ([,;.)])/g, '$1')
    .replace(/(?<![\s,;–-])[\s,;–-]+$/u, '')
    .trim()
  return text === '' ? rest : [{ kind: 'text', text }, ...rest]
}

function strip(text: string, gone: (found: string) => boolean): string {
  let result = ''
  let from = 0
  const found = [...text.matchAll(address), ...text.matchAll(number)].toSorted((a, b) => a.index - b.index)
  for (const one of found) {
    if (one.index < from || !gone(one[0])) continue
    const before = text.slice(from, one.index)
    result += before.slice(0, -label_max) + before.slice(-label_max).replace(label, '')
    from = one.index + one[0].length
  }
  return result + text.slice(from)
}
