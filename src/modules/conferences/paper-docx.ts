/** A paper read from a Word file: mammoth reads the parts, we keep what our own layout sets. */
import mammoth from 'mammoth'
import type { Block, Cell, Inline, Loss, PaperText } from './blocks.ts'
import { Counter, type Numbering, readNumbering } from './docx-numbering.ts'
import { type DocxParts, openDocx, UnreadablePaper } from './docx-parts.ts'
import { carried } from './pictures.ts'

/** What mammoth hands over of a document, as far as it is read here. */
interface Node {
  type: string
  children?: readonly Node[]
  value?: string
  styleId?: string | null
  styleName?: string | null
  numbering?: { level: string; isOrdered: boolean; paragraphStyleId?: string } | null
  alignment?: string | null
  isBold?: boolean
  isItalic?: boolean
  isUnderline?: boolean
  isStrikethrough?: boolean
  isAllCaps?: boolean
  verticalAlignment?: string
  breakType?: string
  colSpan?: number
  rowSpan?: number
  isHeader?: boolean
  altText?: string | null
  contentType?: string
  readAsBuffer?: () => Promise<Buffer>
  notes?: { resolve: (reference: Node) => { body: readonly Node[] } | null }
  body?: readonly Node[]
}

/** Nesting deeper than this is no paper. */
const depth_max = 12

/** The text of a paper. Throws `UnreadablePaper` where the file is damaged or a part of it too large. */
export async function readDocx(file: Buffer): Promise<PaperText> {
  const parts = await openDocx(file)
  const numbering = parts.exists('word/numbering.xml')
    ? readNumbering(await parts.text('word/numbering.xml'))
    : { marked: '', levels: new Map() }
  let found: Node | null = null
  try {
    await mammoth.convertToHtml(sourceOf(parts, numbering), {
      includeEmbeddedStyleMap: false,
      externalFileAccess: false,
      transformDocument: (document: Node) => {
        found = document
        // The document itself is what is wanted: an empty one costs no second conversion.
        return { ...document, children: [] }
      },
    })
  } catch (fault) {
    throw fault instanceof UnreadablePaper ? fault : new UnreadablePaper('damaged', fault)
  }
  if (found === null) throw new UnreadablePaper('damaged')
  const reading = new Reading(found, new Counter(numbering))
  const blocks = reading.blocks((found as Node).children ?? [], 0)
  return { blocks, losses: [...(await lossesOf(parts)), ...reading.losses] }
}

/** mammoth reads from this instead of unpacking the file itself: with our limits, and with marked lists. */
function sourceOf(parts: DocxParts, numbering: Numbering) {
  const read = async (name: string, encoding?: string) => {
    if (name === 'word/numbering.xml') return encoding ? numbering.marked : Buffer.from(numbering.marked)
    const bytes = await parts.bytes(name)
    if (encoding === 'base64') return bytes.toString('base64')
    return encoding ? new TextDecoder(encoding).decode(bytes) : bytes
  }
  // mammoth's own input has this third way in beside a path and a buffer; its published type names the two.
  return { file: { exists: parts.exists, read } } as unknown as { buffer: Buffer }
}

async function lossesOf(parts: DocxParts): Promise<Loss[]> {
  const xml = await parts.text('word/document.xml').catch(() => '')
  return [
    ...(/<c:chart\b|drawingml\/2006\/diagram/.test(xml) ? (['charts'] as const) : []),
    ...(/<m:oMath\b/.test(xml) ? (['equations'] as const) : []),
    ...(/<w:txbxContent\b/.test(xml) ? (['text-boxes'] as const) : []),
  ]
}

class Reading {
  readonly losses = new Set<Loss>()
  readonly #document: Node
  readonly #counter: Counter

  constructor(document: Node, counter: Counter) {
    this.#document = document
    this.#counter = counter
  }

  blocks(nodes: readonly Node[], depth: number): Block[] {
    if (depth > depth_max) return []
    return nodes.flatMap((node) => {
      if (node.type === 'paragraph') return this.#paragraph(node, depth)
      if (node.type === 'table') return [this.#table(node, depth)]
      return node.children ? this.blocks(node.children, depth + 1) : []
    })
  }

  #paragraph(node: Node, depth: number): Block[] {
    const inlines = joined(this.#inlines(node.children ?? [], {}, depth))
    const mark = node.numbering?.paragraphStyleId
    const numbered = mark === undefined ? null : this.#counter.next(mark)
    if (inlines.length === 0) return []
    const level = headingLevel(node)
    if (level !== null) {
      const label = numbered && numbered.label !== '–' ? `${numbered.label} ` : ''
      return [{ kind: 'heading', level, inlines: label ? [{ kind: 'text', text: label }, ...inlines] : inlines }]
    }
    if (numbered) return [{ kind: 'item', depth: Math.min(numbered.depth, 4), label: numbered.label, inlines }]
    if (node.numbering)
      return [{ kind: 'item', depth: Math.min(Number(node.numbering.level) || 0, 4), label: '–', inlines }]
    return [{ kind: 'paragraph', align: alignOf(node.alignment), inlines }]
  }

  #inlines(
    nodes: readonly Node[],
    look: Omit<Extract<Inline, { kind: 'text' }>, 'kind' | 'text'>,
    depth: number,
  ): Inline[] {
    return nodes.flatMap((node): Inline[] => {
      switch (node.type) {
        case 'text':
          return node.value ? [{ kind: 'text', text: node.value, ...look }] : []
        case 'tab':
          return [{ kind: 'tab' }]
        case 'break':
          return node.breakType === 'line' ? [{ kind: 'break' }] : []
        case 'checkbox':
          return [{ kind: 'text', text: '☐', ...look }]
        case 'noteReference': {
          const note = depth < depth_max ? this.#document.notes?.resolve(node) : null
          return note ? [{ kind: 'note', blocks: this.blocks(note.body, depth_max - 1) }] : []
        }
        case 'image':
          return this.#picture(node)
        case 'run':
          return this.#inlines(node.children ?? [], lookOf(node), depth)
        case 'commentReference':
          return []
        default:
          return this.#inlines(node.children ?? [], look, depth)
      }
    })
  }

  #picture(node: Node): Inline[] {
    const { contentType: media_type = '', readAsBuffer } = node
    if (!carried(media_type) || !readAsBuffer) {
      this.losses.add('pictures-of-old-kinds')
      return []
    }
    return [{ kind: 'picture', picture: { media_type, alt: (node.altText ?? '').slice(0, 300), read: readAsBuffer } }]
  }

  #table(node: Node, depth: number): Block {
    return {
      kind: 'table',
      rows: (node.children ?? []).map((row) => ({
        head: row.isHeader === true,
        cells: (row.children ?? []).map(
          (cell): Cell => ({
            columns: cell.colSpan ?? 1,
            rows: cell.rowSpan ?? 1,
            blocks: this.blocks(cell.children ?? [], depth + 1),
          }),
        ),
      })),
    }
  }
}

function lookOf(run: Node): Omit<Extract<Inline, { kind: 'text' }>, 'kind' | 'text'> {
  const raised =
    run.verticalAlignment === 'superscript' ? 'super' : run.verticalAlignment === 'subscript' ? 'sub' : null
  return {
    ...(run.isBold ? { bold: true } : {}),
    ...(run.isItalic ? { italic: true } : {}),
    ...(run.isUnderline ? { underline: true } : {}),
    ...(run.isStrikethrough ? { strike: true } : {}),
    ...(raised ? { raised } : {}),
  }
}

/** Word's own headings in any of its names, and the title of a paper. */
function headingLevel({ styleId, styleName }: Node): 1 | 2 | 3 | null {
  const found = /^(?:heading|tiêu ?đề|đầu ?mục)\s*(\d)$/iu.exec(styleName ?? '') ?? /^Heading(\d)$/.exec(styleId ?? '')
  if (found) return Number(found[1]) <= 1 ? 1 : Number(found[1]) === 2 ? 2 : 3
  return /^title$/i.test(styleName ?? '') ? 1 : null
}

function alignOf(alignment: string | null | undefined): 'left' | 'center' | 'right' | 'both' {
  if (alignment === 'center') return 'center'
  return alignment === 'right' || alignment === 'end' ? 'right' : 'both'
}

/** Neighbours of one look become one piece; blanks at both ends go, and lines of nothing. */
function joined(inlines: readonly Inline[]): Inline[] {
  const pieces: Inline[] = []
  for (const one of inlines) {
    const last = pieces.at(-1)
    if (one.kind === 'text' && last?.kind === 'text' && sameLook(one, last)) last.text += one.text
    else pieces.push({ ...one })
  }
  const blank = (one: Inline | undefined) =>
    one !== undefined && (one.kind === 'break' || one.kind === 'tab' || (one.kind === 'text' && one.text.trim() === ''))
  while (blank(pieces[0])) pieces.shift()
  while (blank(pieces.at(-1))) pieces.pop()
  return pieces
}

function sameLook(a: Extract<Inline, { kind: 'text' }>, b: Extract<Inline, { kind: 'text' }>): boolean {
  return (
    a.bold === b.bold &&
    a.italic === b.italic &&
    a.underline === b.underline &&
    a.strike === b.strike &&
    a.raised === b.raised
  )
}
