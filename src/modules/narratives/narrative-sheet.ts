/** The figures of a narrative as a spreadsheet: those in its text, then each annex. */
import type { Row, SheetData } from 'write-excel-file/node'
import writeSheet from 'write-excel-file/node'
import { type Language, words } from '../../ui/words/words.ts'
import type { Annex } from './annex.ts'

const font = { fontFamily: 'Times New Roman', fontSize: 11 } as const
const border = { borderStyle: 'thin', borderColor: '#000000', alignVertical: 'top', wrap: true } as const
const head = { ...border, fontWeight: 'bold', align: 'center', alignVertical: 'center' } as const

/** One figure as it stands in the text. */
export interface FigureLine {
  section: string
  what: string
  text: string
  source: string
}

/** The workbook. `title` and `days` stand above each sheet. */
export async function narrativeSheet(
  of: { title: string; days: string; figures: readonly FigureLine[]; annexes: readonly Annex[] },
  language: Language,
): Promise<Buffer> {
  const { narratives: w, reports } = words(language)
  const above = (wide: number, ...lines: string[]): SheetData =>
    lines.map(
      (value, index): Row => [
        { value, columnSpan: wide, ...(index === 0 ? { fontWeight: 'bold' as const } : {}) },
        ...Array.from({ length: wide - 1 }, () => null),
      ],
    )
  const columns = w.sheet_columns
  const figures: SheetData = [
    ...above(4, of.title, of.days),
    [columns.section, columns.figure, columns.text, columns.token].map((value) => ({ ...head, value })),
    ...of.figures.map(
      (line): Row => [
        { ...border, value: line.section },
        { ...border, value: line.what },
        { ...border, value: line.text, align: 'right' },
        { ...border, value: line.source },
      ],
    ),
  ]
  const annexes = of.annexes.map((annex, index) => ({
    sheet: w.sheet_names.annex(index + 1),
    columns: [{ width: 8 }, { width: 60 }, { width: 14 }, { width: 18 }, { width: 14 }],

    data: [
      ...above(5, annex.title, of.days),
      ...(annex.left_out.length > 0 ? above(5, reports.without_denunciations(annex.left_out.join(', '))) : []),
      w.annex_columns.map((value) => ({ ...head, value })),
      ...annex.rows.map(
        (row): Row => [
          { ...border, value: row.no, type: Number },
          { ...border, value: row.heading },
          { ...border, value: row.now, type: Number, format: '#,##0' },
          row.before === null
            ? { ...border, value: '–' }
            : { ...border, value: row.before, type: Number, format: '#,##0' },
          row.before === null
            ? { ...border, value: '–' }
            : { ...border, value: row.now - row.before, type: Number, format: '#,##0' },
        ],
      ),
    ] satisfies SheetData,
  }))
  const first = {
    sheet: w.sheet_names.figures,
    columns: [{ width: 34 }, { width: 60 }, { width: 30 }, { width: 34 }],
    orientation: 'landscape' as const,
    data: figures,
  }
  return writeSheet([first, ...annexes], font).toBuffer()
}
