/** Figures inside a text: `{{figure:01/TCD:1}}`, `{{figure:01/TCD:1:year-earlier}}`, `{{change:01/TCD:1,2}}`, `{{list:overdue}}`. */

/** A figure named in a text. */
export type Token =
  /** Columns of a form, added up, of this period or of the same one a year earlier. */
  | { kind: 'figure'; form: string; columns: readonly number[]; earlier: boolean }
  /** The change against a year earlier in words, one figure after the other; each may be a sum of columns. */
  | { kind: 'change'; form: string; groups: readonly (readonly number[])[] }
  /** How many rows a list has. */
  | { kind: 'list'; list: string; of: string | null }

/** A piece of a text: plain, or a figure; `token` null where the braces hold nothing that can be read. */
export type Piece = { text: string } | { source: string; token: Token | null }

/** Most figures in one section. */
export const tokensMax = 200

const braces = /\{\{([^{}]{0,100})\}\}/g
const form = '([0-9A-Za-zĐđ]{1,6}/[0-9A-Za-zĐđ-]{1,12})'
const sum = String.raw`\d{1,2}(?:\+\d{1,2}){0,11}`
const shapes = {
  figure: new RegExp(`^figure:${form}:(${sum})(:year-earlier)?$`),
  change: new RegExp(`^change:${form}:(${sum}(?:,${sum}){0,5})$`),
  list: /^list:([a-z]+(?:-[a-z]+)*)(?::([a-z]+(?:-[a-z]+)*))?$/,
}

const columnsOf = (text: string) => text.split('+').map(Number)

/** Reads what stands between the braces; null where it is no figure. */
export function readToken(inside: string): Token | null {
  const figure = shapes.figure.exec(inside)
  if (figure?.[1] && figure[2])
    return { kind: 'figure', form: figure[1], columns: columnsOf(figure[2]), earlier: figure[3] !== undefined }
  const change = shapes.change.exec(inside)
  if (change?.[1] && change[2]) return { kind: 'change', form: change[1], groups: change[2].split(',').map(columnsOf) }
  const list = shapes.list.exec(inside)
  return list?.[1] ? { kind: 'list', list: list[1], of: list[2] ?? null } : null
}

/** The text in its pieces, in order. */
export function piecesOf(text: string): Piece[] {
  const pieces: Piece[] = []
  let from = 0
  for (const found of text.matchAll(braces)) {
    if (found.index > from) pieces.push({ text: text.slice(from, found.index) })
    pieces.push({ source: found[0], token: readToken(found[1] ?? '') })
    from = found.index + found[0].length
  }
  if (from < text.length) pieces.push({ text: text.slice(from) })
  return pieces
}

/** The figures a text names, each once, as they stand in it. */
export function tokensIn(text: string): string[] {
  return [...new Set(piecesOf(text).flatMap((piece) => ('source' in piece ? [piece.source] : [])))]
}

/** The text with every figure in its place; one without a value reads as three dots, for people to see. */
export function resolved(text: string, values: Readonly<Record<string, string>>): string {
  return piecesOf(text)
    .map((piece) => ('text' in piece ? piece.text : (values[piece.source] ?? '…')))
    .join('')
}

/** Paragraphs of a text: its lines that are not empty. */
export function paragraphsIn(text: string): string[] {
  return text.split('\n').flatMap((line) => (line.trim() === '' ? [] : [line.trim()]))
}
