/** What a paper is made of, whatever file it came in: headings, paragraphs, lists, tables, pictures, footnotes. */

/** A picture, read only when it is written. */
export interface Picture {
  media_type: string
  alt: string
  read: () => Promise<Buffer>
  /** Width in millimetres where the source says it; otherwise the pixels tell. */
  width_mm?: number
}

/** A piece of a line. */
export type Inline =
  | {
      kind: 'text'
      text: string
      bold?: boolean
      italic?: boolean
      underline?: boolean
      strike?: boolean
      raised?: 'super' | 'sub'
    }
  | { kind: 'break' }
  | { kind: 'tab' }
  | { kind: 'note'; blocks: readonly Block[] }
  | { kind: 'picture'; picture: Picture }

/** A cell of a table, with how many columns and rows it spans. */
export interface Cell {
  columns: number
  rows: number
  blocks: readonly Block[]
}

/** One block of a paper, in reading order. */
export type Block =
  | { kind: 'heading'; level: 1 | 2 | 3; inlines: readonly Inline[] }
  | { kind: 'paragraph'; align: 'left' | 'center' | 'right' | 'both'; inlines: readonly Inline[] }
  | { kind: 'item'; depth: number; label: string; inlines: readonly Inline[] }
  | { kind: 'table'; rows: readonly { head: boolean; cells: readonly Cell[] }[] }

/** What a volume cannot carry over from a file; each is a sentence of the words. */
export type Loss = 'charts' | 'equations' | 'text-boxes' | 'pictures-of-old-kinds' | 'tables-of-a-pdf' | 'scanned-pages'

/** A paper as it was read. */
export interface PaperText {
  blocks: readonly Block[]
  losses: readonly Loss[]
}

/** The plain text of a line. */
export function plainOf(inlines: readonly Inline[]): string {
  return inlines
    .map((one) => (one.kind === 'text' ? one.text : one.kind === 'tab' || one.kind === 'break' ? ' ' : ''))
    .join('')
}

/** The plain text of blocks, one line a block; notes stand where they are referred to. */
export function textOf(blocks: readonly Block[]): string {
  return blocks
    .map((block) =>
      block.kind === 'table'
        ? block.rows.map((row) => row.cells.map((cell) => textOf(cell.blocks)).join(' | ')).join('\n')
        : `${block.kind === 'item' ? `${block.label} ` : ''}${plainOf(block.inlines)}`,
    )
    .join('\n')
}

/** The blocks with every line changed by `change`, in cells and notes too. */
export function mapLines(blocks: readonly Block[], change: (inlines: readonly Inline[]) => readonly Inline[]): Block[] {
  return blocks.map((block) => {
    if (block.kind === 'table')
      return {
        ...block,
        rows: block.rows.map((row) => ({
          ...row,
          cells: row.cells.map((cell) => ({ ...cell, blocks: mapLines(cell.blocks, change) })),
        })),
      }
    const inlines = block.inlines.map((one) =>
      one.kind === 'note' ? { ...one, blocks: mapLines(one.blocks, change) } : one,
    )
    return { ...block, inlines: change(inlines) }
  })
}
