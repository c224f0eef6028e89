/** A sheet of an old book: its cells, what was merged, its limits and why a file is not taken. */
import type { FileFault } from '../files/check-file.ts'

/** A cell as it was found; text is cleaned, days are days. */
export type Cell = string | number | boolean | Temporal.PlainDate | null

/** Cells that were merged, zero-based, both ends included. */
export interface Merge {
  top: number
  left: number
  bottom: number
  right: number
}

/** One sheet. Row 0 is the sheet's first row, so that a cell's address is what the spreadsheet shows. */
export interface Sheet {
  name: string
  rows: Cell[][]
  merges: readonly Merge[]
}

/** Most rows of all sheets together, columns of one, and sheets of a book. */
export const bookLimits = { rows_max: 50_000, columns_max: 100, sheets_max: 20 } as const

/** Why a file is not taken as a book; each is a key of the `imports.file_faults` sentences. */
export type BookFault =
  | FileFault
  | 'book-is-old-excel'
  | 'book-is-no-table'
  | 'book-in-old-letters'
  | 'book-has-too-many-rows'
  | 'book-has-too-many-columns'
  | 'book-has-too-many-sheets'
  | 'book-is-empty'

/** The file cannot be read as a book. Says the code only: what stands in the file may be secret. */
export class UnreadableBook extends Error {
  override name = 'UnreadableBook'
  readonly code: BookFault
  constructor(code: BookFault) {
    super(code)
    this.code = code
  }
}

/** Zero-based column of its letters: A → 0, AA → 26. */
export function columnOf(letters: string): number {
  return [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1
}

/** Letters of a zero-based column. */
export function lettersOf(column: number): string {
  return (column >= 26 ? lettersOf(Math.floor(column / 26) - 1) : '') + String.fromCharCode(65 + (column % 26))
}
