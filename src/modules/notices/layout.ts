/** The layout of an official document under NĐ 30/2020, Phụ lục I: data in, a Word file out. */
import {
  AlignmentType,
  BorderStyle,
  convertMillimetersToTwip,
  Document,
  Header,
  HeightRule,
  type IParagraphOptions,
  type IRunOptions,
  type ISectionOptions,
  LineRuleType,
  Packer,
  PageNumber,
  PageOrientation,
  Paragraph,
  SectionType,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  VerticalAlignTable,
  WidthType,
} from 'docx'
import { cleanText } from './wording.ts'

/** One piece of a letter's body, in reading order. */
export type Part =
  | { kind: 'ground'; text: string }
  | { kind: 'paragraph'; text: string }
  | { kind: 'heading'; text: string }
  | { kind: 'article'; label: string; text: string }
  | { kind: 'item'; text: string }
  | { kind: 'order'; text: string }
  | {
      kind: 'table'
      head: readonly string[]
      widths_mm: readonly number[]
      rows: readonly (readonly string[])[]
      /** Columns from this one on are figures, set to the right. */
      figures_from?: number
    }

/** Who signs: the lines above the name, as they are printed (`TM. ỦY BAN NHÂN DÂN`, `CHỦ TỊCH`), and the name. */
export interface SignatureLines {
  titles: readonly string[]
  /** An italic line under the titles, e.g. `(Ký, ghi rõ họ tên)`. */
  hint?: string
  name: string
}

/** A table that goes with a letter, on pages numbered for themselves. */
export interface Annex {
  /** `Phụ lục I`. */
  label: string
  title: string
  /** `(Kèm theo Báo cáo số …)`. */
  of: string
  table: Extract<Part, { kind: 'table' }>
  /** A line under the table. */
  note: string | null
}

/** A whole letter, ready to be laid out. */
export interface Letter {
  /** Parent body, upright; null for a People's Committee, which states none. */
  parent: string | null
  /** Issuing body, bold, one printed line each. */
  issuer: readonly string[]
  /** `05/QĐ-UBND`, or null for a paper without number. */
  notation: string | null
  /** `Cam Đường, ngày 05 tháng 01 năm 2026` */
  place_and_date: string
  /** Name of the type with its summary; for a công văn only the summary, printed under the number. */
  title: { type: string; about: string } | { type: null; about: string }
  /** The form's code, printed small above the title (e.g. `Mẫu số 02/TCD`). */
  form?: string
  /** The one who decides, bold and centred under the title of a decision. */
  decider?: string
  /** Addressees (`Kính gửi`); empty where the type has none. */
  to: readonly string[]
  parts: readonly Part[]
  /** One signature at the right; two: left and right (a receipt). */
  signatures: readonly SignatureLines[]
  /** `Nơi nhận`, without dashes and semicolons; empty: no such list (a receipt). */
  copies: readonly string[]
  /** Annexes, each from a page of its own. */
  annexes?: readonly Annex[]
}

/** Margins in millimetres, inside what NĐ 30/2020 allows (top and bottom 20–25, left 30–35, right 15–20). */
export const margins_mm = { top: 20, bottom: 20, left: 30, right: 15 } as const

const font = 'Times New Roman'
/** Half-points, as Word counts. */
const size = { small: 22, copies_label: 24, head: 24, number: 26, body: 28 } as const
const mm = convertMillimetersToTwip
const left_mm = 66
const right_mm = 210 - margins_mm.left - margins_mm.right - left_mm
const nothing = { style: BorderStyle.NONE, size: 0, color: 'auto' }
const noBorders = { top: nothing, bottom: nothing, left: nothing, right: nothing }
const tableWithoutBorders = { ...noBorders, insideHorizontal: nothing, insideVertical: nothing }

/** Lay the letter out as a Word file (OOXML bytes). Pages after the first carry their number centred in the top margin. */
export async function layOut(letter: Letter): Promise<Buffer> {
  const document = new Document({
    creator: 'Gần Dân',
    title: cleanText(letter.title.type ?? letter.title.about),
    styles: {
      default: {
        document: {
          run: { font, size: size.body, language: { value: 'vi-VN' }, color: '000000' },
          paragraph: { spacing: { before: 0, after: 0 } },
        },
      },
    },
    sections: [
      section([
        headTable(letter),
        ...titleBlock(letter),
        ...addressees(letter.to),
        ...bodyBlocks(letter),
        signatureTable(letter),
      ]),
      ...(letter.annexes ?? []).map((annex) => section(annexBlocks(annex))),
    ],
  })
  return Packer.toBuffer(document)
}

/** Pages of their own numbering, the first without its number. */
function section(children: (Paragraph | Table)[]): ISectionOptions {
  return {
    properties: {
      type: SectionType.NEXT_PAGE,
      titlePage: true,
      page: {
        size: { width: mm(210), height: mm(297), orientation: PageOrientation.PORTRAIT },
        margin: {
          top: mm(margins_mm.top),
          bottom: mm(margins_mm.bottom),
          left: mm(margins_mm.left),
          right: mm(margins_mm.right),
          header: mm(10),
          footer: mm(10),
        },
        pageNumbers: { start: 1 },
      },
    },
    headers: {
      first: new Header({ children: [new Paragraph({})] }),
      default: new Header({
        children: [
          new Paragraph({
            alignment: AlignmentType.CENTER,
            children: [new TextRun({ children: [PageNumber.CURRENT], font, size: size.number })],
          }),
        ],
      }),
    },
    children,
  }
}

/** Label and title of an annex, the letter it goes with, its table (NĐ 30/2020 Phụ lục I). */
function annexBlocks(annex: Annex): (Paragraph | Table)[] {
  const bold = { bold: true, size: size.body }
  return [
    centred(annex.label, bold),
    centred(annex.title.toLocaleUpperCase('vi'), bold),
    centred(annex.of, { italics: true, size: size.body }, { spacing: { after: 160 } }),
    itemTable(annex.table),
    ...(annex.note === null
      ? []
      : [
          new Paragraph({
            spacing: { before: 120 },
            children: [run(annex.note, { italics: true, size: size.number })],
          }),
        ]),
  ]
}

function run(text: string, options: Omit<IRunOptions, 'text'> = {}): TextRun {
  return new TextRun({ text: cleanText(text), font, ...options })
}

function centred(text: string, options: Omit<IRunOptions, 'text'>, paragraph: IParagraphOptions = {}): Paragraph {
  return new Paragraph({ alignment: AlignmentType.CENTER, ...paragraph, children: [run(text, options)] })
}

/** A rule of the given length, centred in a column: an almost empty line with a border under it. */
function rule(column_mm: number, length_mm: number): Paragraph {
  const indent = mm((column_mm - length_mm) / 2)
  return new Paragraph({
    indent: { left: indent, right: indent },
    spacing: { line: 70, lineRule: LineRuleType.EXACT, before: 0, after: 0 },
    border: { bottom: { style: BorderStyle.SINGLE, size: 6, space: 0, color: '000000' } },
    children: [],
  })
}

function cell(width_mm: number, children: (Paragraph | Table)[]): TableCell {
  return new TableCell({
    width: { size: mm(width_mm), type: WidthType.DXA },
    borders: noBorders,
    margins: { left: 0, right: 0, top: 0, bottom: 0 },
    verticalAlign: VerticalAlignTable.TOP,
    children,
  })
}

/** Quốc hiệu, Tiêu ngữ, issuing body, number, place and day (ô số 1–4, 5b). */
function headTable(letter: Letter): Table {
  const bold = { bold: true, size: size.head }
  const left: Paragraph[] = []
  if (letter.parent) left.push(centred(letter.parent.toLocaleUpperCase('vi'), { size: size.head }))
  for (const line of letter.issuer) left.push(centred(line.toLocaleUpperCase('vi'), bold))
  left.push(rule(left_mm, 24))
  const right = [
    centred('CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM', bold),
    centred('Độc lập - Tự do - Hạnh phúc', { bold: true, size: 26 }),
    rule(right_mm, 57),
  ]
  const underLeft: Paragraph[] = [
    letter.notation
      ? centred(`Số: ${letter.notation}`, { size: size.number }, { spacing: { before: 80 } })
      : new Paragraph({}),
  ]
  if (letter.title.type === null) {
    underLeft.push(
      centred(letter.title.about, { size: size.head }, { spacing: { before: 120 }, indent: { right: mm(4) } }),
    )
  }
  const underRight = [centred(letter.place_and_date, { italics: true, size: size.body }, { spacing: { before: 80 } })]
  return new Table({
    layout: TableLayoutType.FIXED,
    width: { size: mm(left_mm + right_mm), type: WidthType.DXA },
    columnWidths: [mm(left_mm), mm(right_mm)],
    borders: tableWithoutBorders,
    rows: [
      new TableRow({ children: [cell(left_mm, left), cell(right_mm, right)] }),
      new TableRow({ children: [cell(left_mm, underLeft), cell(right_mm, underRight)] }),
    ],
  })
}

/** Type and summary (ô số 5a), and who decides. */
function titleBlock(letter: Letter): Paragraph[] {
  const blocks: Paragraph[] = []
  const bold = { bold: true, size: size.body }
  if (letter.form) {
    blocks.push(
      new Paragraph({
        alignment: AlignmentType.RIGHT,
        spacing: { before: 120 },
        children: [run(letter.form, { italics: true, size: size.small })],
      }),
    )
  }
  if (letter.title.type !== null) {
    blocks.push(
      centred(letter.title.type.toLocaleUpperCase('vi'), bold, { spacing: { before: letter.form ? 120 : 320 } }),
    )
    blocks.push(centred(letter.title.about, bold, { indent: { left: mm(10), right: mm(10) } }))
    blocks.push(rule(left_mm + right_mm, 55), new Paragraph({ spacing: { line: 120, lineRule: LineRuleType.EXACT } }))
  }
  if (letter.decider)
    blocks.push(centred(letter.decider.toLocaleUpperCase('vi'), bold, { spacing: { before: 240, after: 120 } }))
  return blocks
}

/** `Kính gửi` (ô số 9a): one on the same line; several one a line with "-" and ";", the last with ".". */
function addressees(to: readonly string[]): Paragraph[] {
  if (to.length === 0) return []
  const spacing = { before: 160, after: 120 }
  if (to.length === 1) return [centred(`Kính gửi: ${to[0]}`, { size: size.body }, { spacing })]
  const indent = { left: mm(45), hanging: mm(3) }
  return [
    new Paragraph({ indent: { left: mm(20) }, spacing: { before: 160 }, children: [run('Kính gửi:')] }),
    ...to.map(
      (one, index) =>
        new Paragraph({
          indent,
          spacing: { after: index === to.length - 1 ? 120 : 0 },
          children: [run(`- ${one}${index === to.length - 1 ? '.' : ';'}`)],
        }),
    ),
  ]
}

const justified = {
  alignment: AlignmentType.JUSTIFIED,
  indent: { firstLine: mm(12.7) },
  spacing: { before: 60, after: 60, line: 264, lineRule: LineRuleType.AUTO },
} as const satisfies IParagraphOptions

/** Content (ô số 6): 14 points, justified, first line 1.27 cm, 6 points between paragraphs. The last line ends "./.". */
export function bodyBlocks(letter: Letter): (Paragraph | Table)[] {
  const last = letter.parts.findLastIndex((part) => part.kind === 'paragraph' || part.kind === 'article')
  return letter.parts.flatMap((part, index): (Paragraph | Table)[] => {
    const leads = letter.parts[index + 1]?.kind === 'order'
    if (part.kind === 'table') return [itemTable(part)]
    if (part.kind === 'order')
      return [centred(part.text, { bold: true }, { spacing: { before: 120, after: 120 }, keepNext: true })]
    const closes = index === last && letter.copies.length > 0
    const text = closes ? part.text.replace(/[.;\s]*$/, './.') : part.text
    const lines = cleanText(text)
      .split('\n')
      .filter((line) => line.trim() !== '')
    return lines.map((line, at) => bodyLine(part, line, at, closes || leads))
  })
}

function bodyLine(
  part: Exclude<Part, { kind: 'table' | 'order' }>,
  line: string,
  at: number,
  keepNext: boolean,
): Paragraph {
  if (part.kind === 'ground') return new Paragraph({ ...justified, children: [run(line, { italics: true })] })
  if (part.kind === 'heading')
    return new Paragraph({ ...justified, keepNext: true, children: [run(line, { bold: true })] })
  if (part.kind === 'article' && at === 0) {
    return new Paragraph({
      ...justified,
      keepNext,
      children: [run(`${part.label} `, { bold: true }), run(line)],
    })
  }
  const text = part.kind === 'item' ? `- ${line}` : line
  return new Paragraph({ ...justified, keepNext, widowControl: true, children: [run(text)] })
}

function itemTable(part: Extract<Part, { kind: 'table' }>): Table {
  const border = { style: BorderStyle.SINGLE, size: 4, color: '000000' }
  const borders = { top: border, bottom: border, left: border, right: border }
  const figures_from = part.figures_from ?? Number.POSITIVE_INFINITY
  const alignmentOf = (header: boolean, column: number) => {
    if (header || column === 0) return AlignmentType.CENTER
    return column >= figures_from ? AlignmentType.RIGHT : AlignmentType.LEFT
  }
  const row = (texts: readonly string[], header: boolean): TableRow =>
    new TableRow({
      tableHeader: header,
      cantSplit: true,
      children: texts.map(
        (text, column) =>
          new TableCell({
            borders,
            width: { size: mm(part.widths_mm[column] ?? 30), type: WidthType.DXA },
            margins: { left: 80, right: 80, top: 40, bottom: 40 },
            children: cleanText(text)
              .split('\n')
              .map(
                (line) =>
                  new Paragraph({
                    alignment: alignmentOf(header, column),
                    children: [run(line, { bold: header, size: size.number })],
                  }),
              ),
          }),
      ),
    })
  return new Table({
    layout: TableLayoutType.FIXED,
    alignment: AlignmentType.CENTER,
    columnWidths: part.widths_mm.map((width) => mm(width)),
    rows: [row(part.head, true), ...part.rows.map((texts) => row(texts, false))],
  })
}

/** Signature (ô số 7) at the right, `Nơi nhận` (ô số 9b) at the left; two signatures stand side by side. */
function signatureTable(letter: Letter): Table {
  const half = (left_mm + right_mm) / 2
  const [first, second] = letter.signatures
  const columns =
    second && first
      ? [signatureLines(first), signatureLines(second)]
      : [copies(letter.copies), first ? signatureLines(first) : [new Paragraph({})]]
  return new Table({
    layout: TableLayoutType.FIXED,
    width: { size: mm(half * 2), type: WidthType.DXA },
    columnWidths: [mm(half), mm(half)],
    borders: tableWithoutBorders,
    rows: [
      new TableRow({
        cantSplit: true,
        height: { value: 200, rule: HeightRule.ATLEAST },
        children: columns.map((children) => cell(half, children)),
      }),
    ],
  })
}

function signatureLines(signature: SignatureLines): Paragraph[] {
  const bold = { bold: true, size: size.body }
  const titles = signature.titles.map((title, index) =>
    centred(title.toLocaleUpperCase('vi'), bold, { spacing: { before: index === 0 ? 240 : 0 }, keepNext: true }),
  )
  if (signature.hint) titles.push(centred(signature.hint, { italics: true, size: size.head }, { keepNext: true }))
  return [...titles, ...roomToSign(), centred(signature.name, bold)]
}

/** Four empty lines: room for the hand, the seal, or the picture of a digital signature. */
function roomToSign(): Paragraph[] {
  return Array.from({ length: 4 }, () => new Paragraph({ keepNext: true, children: [run('')] }))
}

function copies(list: readonly string[]): Paragraph[] {
  if (list.length === 0) return [new Paragraph({})]
  return [
    new Paragraph({
      spacing: { before: 240 },
      keepNext: true,
      children: [run('Nơi nhận:', { bold: true, italics: true, size: size.copies_label })],
    }),
    ...copyLines(list),
  ]
}

/** The lines of `Nơi nhận`: "-" before and ";" after each, "." after the last. */
export function copyLines(list: readonly string[]): Paragraph[] {
  return list.map((one, index) => {
    const ours = /^\{\w+\}$/.test(one)
    const text = ours ? one : `- ${one}${index === list.length - 1 ? '.' : ';'}`
    return new Paragraph({ indent: { right: mm(4) }, keepNext: true, children: [run(text, { size: size.small })] })
  })
}
