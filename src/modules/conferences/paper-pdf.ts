/**
 * A paper read from a PDF: its text as paragraphs in our layout, so that it can be selected and searched. A page with a ruled
 * table, or without any text (a scan), is drawn as a picture: a table taken apart would say something else.
 */
import * as mupdf from 'mupdf'
import type { Block, Inline, Loss, PaperText } from './blocks.ts'
import { UnreadablePaper } from './docx-parts.ts'

/** Most pages of one paper. */
export const pdfPagesMax = 100

/** Dots an inch of a drawn page: fine print of a table stays readable. */
const dots = 130

/** A line with its place on the page, in points. */
export interface Line {
  text: string
  bold: boolean
  left: number
  right: number
  top: number
  bottom: number
}

/** The text of a paper. Throws `UnreadablePaper` where it is damaged, locked or too long. */
export function readPdf(file: Buffer): PaperText {
  const document = opened(file)
  try {
    const count = document.countPages()
    if (count < 1) throw new UnreadablePaper('damaged')
    if (count > pdfPagesMax) throw new UnreadablePaper('too-many-pages')
    const losses = new Set<Loss>()
    const pages: { lines: Line[]; height: number; drawn: boolean; index: number }[] = []
    for (let index = 0; index < count; index++) {
      const page = readPage(document, index)
      if (page.why) losses.add(page.why)
      pages.push({ ...page, drawn: page.why !== null, index })
    }
    const repeated = marginLines(pages)
    const blocks = pages.flatMap((page) =>
      page.drawn
        ? [pictureOf(file, page.index)]
        : paragraphs(page.lines.filter((line) => !inMargin(line, page, repeated))),
    )
    return { blocks: acrossPages(blocks), losses: [...losses] }
  } catch (fault) {
    throw fault instanceof UnreadablePaper ? fault : new UnreadablePaper('damaged', fault)
  } finally {
    document.destroy()
  }
}

function opened(file: Buffer): mupdf.Document {
  try {
    const document = mupdf.Document.openDocument(new Uint8Array(file), 'application/pdf')
    if (!document.needsPassword()) return document
    document.destroy()
  } catch (fault) {
    throw new UnreadablePaper('damaged', fault)
  }
  throw new UnreadablePaper('locked')
}

interface Sign {
  text: string
  left: number
  right: number
  top: number
  bottom: number
  /** Of the baseline. */
  height: number
  size: number
  bold: boolean
}

/** The lines of a page as a person reads them, and how many ruled lines it has. */
export function linesOfPage(page: mupdf.Page): { lines: Line[]; level: number; upright: number } {
  const text = page.toStructuredText('preserve-whitespace,vectors')
  const lines: Line[] = []
  const rules = { level: 0, upright: 0 }
  let signs: Sign[] = []
  try {
    text.walk({
      beginTextBlock: () => {
        signs = []
      },
      onChar: (sign, origin, font, size, quad) => {
        const [x1, y1, x2, , , y3] = quad
        signs.push({
          text: sign,
          left: x1,
          right: x2,
          top: y1,
          bottom: y3,
          height: origin[1],
          size,
          bold: font.isBold(),
        })
      },
      endTextBlock: () => {
        lines.push(...linesOf(signs))
      },
      onVector: (bounds) => {
        const [wide, high] = [bounds[2] - bounds[0], bounds[3] - bounds[1]]
        if (high <= 3 && wide >= 25) rules.level += 1
        if (wide <= 3 && high >= 8) rules.upright += 1
      },
    })
  } finally {
    text.destroy()
  }
  return { lines, ...rules }
}

/**
 * Signs of one block in lines, by their baseline: a file that takes letters with marks from a second typeface names those after
 * the others, and its own order reads "hi u qu ệ ả".
 */
function linesOf(signs: readonly Sign[]): Line[] {
  const rows: Sign[][] = []
  for (const sign of signs) {
    const row = rows.find(
      ([first]) => first && Math.abs(first.height - sign.height) < 0.35 * Math.max(first.size, sign.size),
    )
    if (row) row.push(sign)
    else rows.push([sign])
  }
  rows.sort((a, b) => (a[0]?.height ?? 0) - (b[0]?.height ?? 0))
  return rows.flatMap((row) => {
    const placed = row.toSorted((a, b) => a.left - b.left)
    let text = ''
    let end = placed[0]?.left ?? 0
    for (const sign of placed) {
      // A blank that the file has only as a distance, or that stands under a letter of the other typeface.
      if (sign.text.trim() === '') continue
      if (text !== '' && sign.left - end > 0.15 * sign.size) text += ' '
      text += sign.text
      end = Math.max(end, sign.right)
    }
    const plain = text.normalize('NFC').replace(/\s+/gu, ' ').trim()
    const inked = placed.filter((sign) => sign.text.trim() !== '')
    if (plain === '' || inked.length === 0) return []
    const bold = inked.filter((sign) => sign.bold).length > 0.8 * inked.length
    return [
      {
        text: plain,
        bold,
        left: Math.min(...inked.map((sign) => sign.left)),
        right: Math.max(...inked.map((sign) => sign.right)),
        top: Math.min(...inked.map((sign) => sign.top)),
        bottom: Math.max(...inked.map((sign) => sign.bottom)),
      },
    ]
  })
}

function readPage(document: mupdf.Document, index: number): { lines: Line[]; height: number; why: Loss | null } {
  const page = document.loadPage(index)
  try {
    const [, top, , bottom] = page.getBounds()
    const { lines, level, upright } = linesOfPage(page)
    const why = lines.length === 0 ? 'scanned-pages' : level >= 3 && upright >= 3 ? 'tables-of-a-pdf' : null
    return { lines, height: bottom - top, why }
  } finally {
    page.destroy()
  }
}

/** Lines in the upper and lower margin that stand on several pages: running heads. */
function marginLines(pages: readonly { lines: Line[]; height: number }[]): ReadonlySet<string> {
  const seen = new Map<string, number>()
  for (const { lines, height } of pages)
    for (const line of lines)
      if (line.bottom < height * 0.08 || line.top > height * 0.92) seen.set(line.text, (seen.get(line.text) ?? 0) + 1)
  return new Set([...seen].filter(([, times]) => times > 1).map(([text]) => text))
}

function inMargin(line: Line, { height }: { height: number }, repeated: ReadonlySet<string>): boolean {
  if (line.bottom >= height * 0.08 && line.top <= height * 0.92) return false
  return repeated.has(line.text) || /^[-–\s]*(trang\s*)?\d{1,4}(\s*\/\s*\d{1,4})?[-–\s]*$/iu.test(line.text)
}

/** Lines put together: a paragraph ends where the next line is indented, begins a block, or this one ends short. */
function paragraphs(lines: readonly Line[]): Block[] {
  const left = Math.min(...lines.map((line) => line.left))
  const right = Math.max(...lines.map((line) => line.right))
  const blocks: Block[] = []
  let open: Line[] = []
  const close = () => {
    if (open.length > 0) blocks.push(paragraphOf(open, left, right))
    open = []
  }
  for (const line of lines) {
    const last = open.at(-1)
    if (last) {
      const indented = line.left > left + 10 && last.left <= left + 10
      const short = last.right < right - 0.12 * (right - left)
      const apart = line.top - last.bottom > 0.9 * (last.bottom - last.top)
      if (indented || short || apart || line.bold !== last.bold || opensItem(line.text)) close()
    }
    open.push(line)
  }
  close()
  return blocks
}

const opensItem = (text: string) => /^([-–•+]|\d{1,2}[.)]|[a-zđ]\)|[IVX]{1,5}\.)\s/u.test(text)

function paragraphOf(lines: readonly Line[], left: number, right: number): Block {
  const text = lines.map((line) => line.text).join(' ')
  const bold = lines.every((line) => line.bold)
  const inlines: Inline[] = [{ kind: 'text', text, ...(bold ? { bold } : {}) }]
  const middle = (left + right) / 2
  const centred = lines.every(
    (line) => line.left > left + 20 && line.right < right - 20 && Math.abs((line.left + line.right) / 2 - middle) < 15,
  )
  return { kind: 'paragraph', align: centred ? 'center' : 'both', inlines }
}

/** A paragraph that goes on over the end of a page is one again. */
function acrossPages(blocks: readonly Block[]): Block[] {
  const whole: Block[] = []
  for (const block of blocks) {
    const last = whole.at(-1)
    if (last?.kind === 'paragraph' && block.kind === 'paragraph' && goesOn(last, block)) {
      const [a, b] = [last.inlines[0], block.inlines[0]]
      if (a?.kind === 'text' && b?.kind === 'text') {
        whole[whole.length - 1] = { ...last, inlines: [{ ...a, text: `${a.text} ${b.text}` }] }
        continue
      }
    }
    whole.push(block)
  }
  return whole
}

function goesOn(last: Extract<Block, { kind: 'paragraph' }>, next: Extract<Block, { kind: 'paragraph' }>): boolean {
  const [a, b] = [last.inlines.at(-1), next.inlines[0]]
  if (a?.kind !== 'text' || b?.kind !== 'text' || a.bold || b.bold) return false
  return /[\p{Ll}\p{M},;]$/u.test(a.text) && /^\p{Ll}/u.test(b.text)
}

/** A page as a picture, drawn when it is written. */
function pictureOf(file: Buffer, index: number): Block {
  const read = () => {
    const document = opened(file)
    const page = document.loadPage(index)
    const scale = dots / 72
    const picture = page.toPixmap(mupdf.Matrix.scale(scale, scale), mupdf.ColorSpace.DeviceRGB, false, true)
    try {
      return Promise.resolve(Buffer.from(picture.asJPEG(75)))
    } finally {
      picture.destroy()
      page.destroy()
      document.destroy()
    }
  }
  const picture = { media_type: 'image/jpeg', alt: '', read, width_mm: 150 }
  return { kind: 'paragraph', align: 'center', inlines: [{ kind: 'picture', picture }] }
}
