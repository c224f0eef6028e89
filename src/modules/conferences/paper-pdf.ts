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

interface Line {
  text: string
  bold: boolean
  left: number
  right: number
  top: number
  bottom: number
  /** Position in the text block the file has it in. */
  first: boolean
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

function readPage(document: mupdf.Document, index: number): { lines: Line[]; height: number; why: Loss | null } {
  const page = document.loadPage(index)
  const text = page.toStructuredText('preserve-whitespace,vectors')
  const lines: Line[] = []
  const rules = { level: 0, upright: 0 }
  let first = true
  let letters = { text: '', bold: 0 }
  let box: mupdf.Rect = [0, 0, 0, 0]
  const [, top, , bottom] = page.getBounds()
  try {
    text.walk({
      beginTextBlock: () => {
        first = true
      },
      beginLine: (bounds) => {
        box = bounds
        letters = { text: '', bold: 0 }
      },
      onChar: (sign, _origin, font) => {
        letters.text += sign
        if (font.isBold() && sign.trim() !== '') letters.bold += 1
      },
      endLine: () => {
        const plain = letters.text.normalize('NFC').replace(/\s+/gu, ' ').trim()
        if (plain === '') return
        const bold = letters.bold > 0.8 * plain.replace(/ /g, '').length
        lines.push({ text: plain, bold, left: box[0], top: box[1], right: box[2], bottom: box[3], first })
        first = false
      },
      onVector: (bounds) => {
        const [wide, high] = [bounds[2] - bounds[0], bounds[3] - bounds[1]]
        if (high <= 3 && wide >= 25) rules.level += 1
        if (wide <= 3 && high >= 8) rules.upright += 1
      },
    })
  } finally {
    text.destroy()
    page.destroy()
  }
  const why = lines.length === 0 ? 'scanned-pages' : rules.level >= 3 && rules.upright >= 3 ? 'tables-of-a-pdf' : null
  return { lines, height: bottom - top, why }
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
