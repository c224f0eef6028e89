/** Blocks as WordprocessingML in the volume's own styles: one look for all papers. */
import { Buffer } from 'node:buffer'
import { stripMetadata } from '../files/strip-metadata.ts'
import type { Block, Cell, Inline, Picture } from './blocks.ts'
import { extensionOf, sizeOf } from './pictures.ts'

/** Where pictures and footnotes go while a paper is written; each returns the id that the text names. */
export interface Beside {
  picture: (bytes: Buffer, extension: string) => Promise<number>
  note: (xml: string) => Promise<number>
}

/** Width of the text in millimetres: A4 less the margins. */
export const textWidth_mm = 160
const textHeight_mm = 230
const emuOfMm = 36_000
/** Twentieths of a point. */
const twipsOfMm = 56.7

/** Text as XML takes it: signs that no XML may hold are dropped. */
export function escaped(text: string): string {
  return (
    text
      // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what XML forbids
      .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Surrogate}/gu, '')
      .replace(/&/g, '&amp;')
      .replace(/</g, '&lt;')
      .replace(/>/g, '&gt;')
      .replace(/"/g, '&quot;')
  )
}

/** A run of text. */
export function run(text: string, look = ''): string {
  return `<w:r>${look && `<w:rPr>${look}</w:rPr>`}<w:t xml:space="preserve">${escaped(text)}</w:t></w:r>`
}

/** A paragraph of a style; `inside` is XML. */
export function paragraph(style: string, inside: string, more = ''): string {
  return `<w:p><w:pPr><w:pStyle w:val="${style}"/>${more}</w:pPr>${inside}</w:p>`
}

/** A complex field with what it shows until it is counted anew. */
export function field(instruction: string, shown: string, look = ''): string {
  const props = look && `<w:rPr>${look}</w:rPr>`
  const sign = (type: string) => `<w:r>${props}<w:fldChar w:fldCharType="${type}"/></w:r>`
  return `${sign('begin')}<w:r>${props}<w:instrText xml:space="preserve"> ${escaped(instruction)} </w:instrText></w:r>${sign('separate')}<w:r>${props}<w:t xml:space="preserve">${escaped(shown)}</w:t></w:r>${sign('end')}`
}

/** The blocks of a paper as XML, piece by piece. */
export async function* xmlOf(blocks: readonly Block[], beside: Beside): AsyncGenerator<string> {
  for (const block of blocks) yield await xmlOfBlock(block, beside, textWidth_mm)
}

async function xmlOfBlock(block: Block, beside: Beside, width_mm: number): Promise<string> {
  switch (block.kind) {
    case 'heading':
      return paragraph(`Heading${block.level + 2}`, await line(block.inlines, beside, width_mm))
    case 'paragraph': {
      const alone = block.inlines.every((one) => one.kind === 'picture')
      const style = alone ? 'Figure' : width_mm < textWidth_mm ? 'CellText' : 'BodyText'
      const align = block.align === 'both' || alone ? '' : `<w:ind w:firstLine="0"/><w:jc w:val="${block.align}"/>`
      return paragraph(style, await line(block.inlines, beside, width_mm), align)
    }
    case 'item': {
      const left = Math.round((8 + block.depth * 7) * twipsOfMm)
      const hanging = Math.round(7 * twipsOfMm)
      const place = `<w:tabs><w:tab w:val="left" w:pos="${left}"/></w:tabs><w:ind w:left="${left}" w:hanging="${hanging}" w:firstLine="0"/>`
      const tab = '<w:r><w:tab/></w:r>'
      return paragraph('ListText', `${run(block.label)}${tab}${await line(block.inlines, beside, width_mm)}`, place)
    }
    case 'table':
      return width_mm < textWidth_mm ? innerTable(block, beside, width_mm) : table(block, beside)
  }
}

async function line(inlines: readonly Inline[], beside: Beside, width_mm: number): Promise<string> {
  let xml = ''
  for (const one of inlines) {
    if (one.kind === 'text') xml += run(one.text, lookOf(one))
    else if (one.kind === 'break') xml += '<w:r><w:br/></w:r>'
    else if (one.kind === 'tab') xml += '<w:r><w:t xml:space="preserve"> </w:t></w:r>'
    else if (one.kind === 'note') xml += await note(one.blocks, beside)
    else xml += await picture(one.picture, beside, width_mm)
  }
  return xml
}

function lookOf(text: Extract<Inline, { kind: 'text' }>): string {
  return [
    text.bold && '<w:b/>',
    text.italic && '<w:i/>',
    text.strike && '<w:strike/>',
    text.underline && '<w:u w:val="single"/>',
    text.raised && `<w:vertAlign w:val="${text.raised}script"/>`,
  ]
    .filter(Boolean)
    .join('')
}

async function note(blocks: readonly Block[], beside: Beside): Promise<string> {
  const mark = '<w:r><w:rPr><w:vertAlign w:val="superscript"/></w:rPr><w:footnoteRef/></w:r>'
  const lines: string[] = []
  for (const block of blocks) {
    // A note holds words: its pictures and tables stay behind.
    if (block.kind === 'table') continue
    const words = block.inlines.filter((one) => one.kind === 'text' || one.kind === 'break')
    lines.push(
      paragraph('FootnoteText', `${lines.length === 0 ? `${mark}${run(' ')}` : ''}${await line(words, beside, 1)}`),
    )
  }
  if (lines.length === 0) return ''
  const id = await beside.note(lines.join(''))
  return `<w:r><w:rPr><w:vertAlign w:val="superscript"/></w:rPr><w:footnoteReference w:id="${id}"/></w:r>`
}

/** A picture in its natural size, never wider than the text or higher than a page. */
async function picture(one: Picture, beside: Beside, width_mm: number): Promise<string> {
  const bytes = stripMetadata(await one.read().catch(() => Buffer.alloc(0)), one.media_type)
  const size = sizeOf(bytes)
  if (!size) return ''
  const id = await beside.picture(bytes, extensionOf(one.media_type))
  const natural = one.width_mm ?? (size.width * 25.4) / 96
  const wide = Math.min(natural, width_mm, (textHeight_mm * size.width) / size.height)
  const [cx, cy] = [Math.round(wide * emuOfMm), Math.round((wide * emuOfMm * size.height) / size.width)]
  const named = `id="${id}" name="Hình ${id}"`
  return `<w:r><w:drawing><wp:inline distT="0" distB="0" distL="0" distR="0"><wp:extent cx="${cx}" cy="${cy}"/><wp:docPr ${named} descr="${escaped(one.alt)}"/><a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:pic><pic:nvPicPr><pic:cNvPr ${named}/><pic:cNvPicPr/></pic:nvPicPr><pic:blipFill><a:blip r:embed="p${id}"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill><pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="${cx}" cy="${cy}"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>`
}

type TableBlock = Extract<Block, { kind: 'table' }>

/** A place in the grid: the cell that begins here, or the lower part of one that began above. */
type Slot = { cell: Cell; goes_on: boolean }

/** The rows with the lower parts of cells that span rows, which Word wants to see. */
function grid(rows: TableBlock['rows']): { slots: Slot[][]; columns: number } {
  const waiting: (null | { cell: Cell; left: number })[] = []
  const slots = rows.map((row) => {
    const line: Slot[] = []
    const cells = [...row.cells]
    let at = 0
    while (cells.length > 0 || waiting.slice(at).some(Boolean)) {
      const above = waiting[at]
      const cell = above?.cell ?? cells.shift()
      if (!cell) {
        // A row that ends before a cell from above does: an empty place keeps the columns straight.
        line.push({ cell: { columns: 1, rows: 1, blocks: [] }, goes_on: false })
        at += 1
        continue
      }
      line.push({ cell, goes_on: Boolean(above) })
      const left = (above ? above.left : cell.rows) - 1
      for (let n = 0; n < cell.columns; n++) waiting[at + n] = n === 0 && left > 0 ? { cell, left } : null
      at += cell.columns
    }
    return line
  })
  const widths = slots.map((line) => line.reduce((sum, slot) => sum + slot.cell.columns, 0))
  return { slots, columns: Math.max(1, ...widths) }
}

async function table(block: TableBlock, beside: Beside): Promise<string> {
  const { slots, columns } = grid(block.rows)
  const widths = shares(slots, columns)
  let xml = `<w:tbl><w:tblPr><w:tblStyle w:val="PaperTable"/><w:tblW w:w="5000" w:type="pct"/><w:tblLayout w:type="fixed"/></w:tblPr><w:tblGrid>${widths.map((one) => `<w:gridCol w:w="${one}"/>`).join('')}</w:tblGrid>`
  for (const [at, line] of slots.entries()) {
    const head = block.rows[at]?.head ? '<w:tblHeader/>' : ''
    xml += `<w:tr><w:trPr><w:cantSplit/>${head}</w:trPr>`
    let column = 0
    for (const { cell, goes_on } of line) {
      const width = widths.slice(column, column + cell.columns).reduce((sum, one) => sum + one, 0)
      column += cell.columns
      const span = cell.columns > 1 ? `<w:gridSpan w:val="${cell.columns}"/>` : ''
      const down = goes_on ? '<w:vMerge/>' : cell.rows > 1 ? '<w:vMerge w:val="restart"/>' : ''
      xml += `<w:tc><w:tcPr><w:tcW w:w="${width}" w:type="dxa"/>${span}${down}</w:tcPr>`
      let inside = ''
      const narrow = Math.min(width / twipsOfMm - 4, textWidth_mm - 1)
      if (!goes_on) for (const one of cell.blocks) inside += await xmlOfBlock(one, beside, Math.max(narrow, 5))
      // A cell ends with a paragraph.
      xml += `${inside.endsWith('</w:p>') ? inside : `${inside}${paragraph('CellText', '')}`}</w:tc>`
    }
    xml += '</w:tr>'
  }
  return `${xml}</w:tbl>${paragraph('AfterTable', '')}`
}

/** Widths of the columns in twips, by the longest text of each, no column narrower than it must be. */
function shares(slots: readonly Slot[][], columns: number): number[] {
  const weights = Array.from({ length: columns }, () => 4)
  for (const line of slots) {
    let at = 0
    for (const { cell, goes_on } of line) {
      if (cell.columns === 1 && !goes_on) {
        const text = cell.blocks.map((one) => (one.kind === 'table' ? '' : plain(one.inlines))).join(' ')
        weights[at] = Math.max(weights[at] ?? 4, Math.min(text.length, 40))
      }
      at += cell.columns
    }
  }
  const sum = weights.reduce((total, one) => total + one, 0)
  return weights.map((one) => Math.floor((one / sum) * textWidth_mm * twipsOfMm))
}

const plain = (inlines: readonly Inline[]) => inlines.map((one) => (one.kind === 'text' ? one.text : '')).join('')

/** A table inside a cell becomes its lines: two grids in one are read by nobody. */
async function innerTable(block: TableBlock, beside: Beside, width_mm: number): Promise<string> {
  let xml = ''
  for (const row of block.rows)
    for (const cell of row.cells) for (const one of cell.blocks) xml += await xmlOfBlock(one, beside, width_mm)
  return xml
}
