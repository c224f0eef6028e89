/** The figures inside a return: rows of columns as they stood, what is still empty, what does not add up, what differs. */
import { checkForm } from '../../law/form-rules.ts'
import type { Column, Form } from '../../law/forms.ts'

/** Column number → figure. A column that is absent was not handed in, which is not zero. */
export type Given = Readonly<Record<number, number>>

/** Which row of the form: the sum, the unit's own, a unit below by its id, or parts that stand apart. */
export type RowKey = string

/** One row as it stood when the figures were taken. */
export interface ReturnFiguresRow {
  row: RowKey
  /** Name of the unit below on that day; null for the rows that stand for no single unit. */
  name: string | null
  columns: Given
}

/** A remark of the receiver on one cell, or on the whole row or form where no column is named. */
export interface Remark {
  row: RowKey
  no: number | null
  text: string
  on: string
}

/** Largest figure of one cell. */
export const figureMax = 99_999_999

/** The row of the sum. */
export function totalOf(rows: readonly ReturnFiguresRow[]): Given {
  return rows.find(({ row }) => row === 'total')?.columns ?? {}
}

/** Columns that hold a figure; a column of words holds none. */
export function figureColumns(form: Form): readonly Column[] {
  return form.columns.filter((column) => !column.words)
}

/** Columns of the form without a figure. */
export function emptyColumns(form: Form, given: Given): number[] {
  return figureColumns(form)
    .map(({ no }) => no)
    .filter((no) => given[no] === undefined)
}

/** What does not add up in this row, as printed on the form: its identities, and its sums of other columns. */
export function wrongSums(form: Form, given: Given): string[] {
  const broken = checkForm(form, given).filter(({ ok }) => !ok)
  const sums = form.columns.flatMap(({ no, from }) => {
    if (!('add' in from) || given[no] === undefined) return []
    const parts = [...from.add, ...(from.less ?? [])]
    if (parts.some((one) => given[one] === undefined)) return []
    const sum = (numbers: readonly number[]) => numbers.reduce((total, one) => total + given[one]!, 0)
    if (sum(from.add) - sum(from.less ?? []) === given[no]) return []
    return [`${no}=${from.add.join('+')}${(from.less ?? []).map((one) => `-${one}`).join('')}`]
  })
  // What an identity says already is not said twice.
  const said = broken.map(({ what }) => what)
  return [...said, ...sums.filter((one) => !said.some((what) => what === one || what.startsWith(`${one}=`)))]
}

/** Sums left empty follow from their parts where all of them are there. */
export function withSums(form: Form, given: Given): Given {
  const full: Record<number, number> = { ...given }
  // A sum may be made of sums that stand after it.
  for (let round = 0; round < 3; round++) {
    for (const { no, from } of form.columns) {
      if (full[no] !== undefined || !('add' in from)) continue
      const parts = [...from.add, ...(from.less ?? [])]
      if (parts.some((one) => full[one] === undefined)) continue
      const sum = (numbers: readonly number[]) => numbers.reduce((total, one) => total + full[one]!, 0)
      full[no] = sum(from.add) - sum(from.less ?? [])
    }
  }
  return full
}

/** One cell that is not the same in two versions; null: the cell is not there. */
export interface Difference {
  row: RowKey
  name: string | null
  no: number
  before: number | null
  after: number | null
}

/** What differs between two versions, cell by cell, in the order of the form. */
export function differences(
  form: Form,
  before: readonly ReturnFiguresRow[],
  after: readonly ReturnFiguresRow[],
): Difference[] {
  const keys = [...new Set([...after, ...before].map(({ row }) => row))]
  const find = (rows: readonly ReturnFiguresRow[], key: RowKey) => rows.find(({ row }) => row === key)
  return keys.flatMap((key) => {
    const [old, now] = [find(before, key), find(after, key)]
    return form.columns.flatMap(({ no }): Difference[] => {
      const [was, is] = [old?.columns[no] ?? null, now?.columns[no] ?? null]
      return was === is ? [] : [{ row: key, name: now?.name ?? old?.name ?? null, no, before: was, after: is }]
    })
  })
}
