/** What follows from a form: its derived columns, its checks, its secret cells and its headings. */
import { addedMeasures } from './added-measures.ts'
import type { Column, Form, Term } from './form-parts.ts'
import { forms } from './forms.ts'
import { type Fact, type Measure, measures } from './measures.ts'

/** The form in that version; null where there is none. `known`: the law's forms, with those added here where they count. */
export function findForm(code: string, instrument: string, known: readonly Form[] = forms): Form | null {
  return known.findLast((form) => form.code === code && form.instrument === instrument) ?? null
}

/** The version of a form in force on that day; null where there is none. Of two the one added here stands. */
export function formInForce(code: string, on: Temporal.PlainDate, known: readonly Form[] = forms): Form | null {
  const day = on.toString()
  return (
    known.findLast((form) => form.code === code && form.from <= day && (form.until === null || day < form.until)) ??
    null
  )
}

/** A measure by its name: the form's own, one with a column of its own, or one that came later. */
export function measureOf(form: Pick<Form, 'measures'>, name: string): Measure {
  const wide: Readonly<Record<string, Measure>> = measures
  const found = form.measures?.[name] ?? wide[name] ?? addedMeasures[name]
  if (!found) throw new Error(`no form counts ${name}`)
  return found
}

/** The columns that are counted, not added up. */
export function countedColumns(form: Form): { no: number; terms: readonly Term[] }[] {
  return form.columns.flatMap((column) => ('terms' in column.from ? [{ no: column.no, terms: column.from.terms }] : []))
}

/** All terms behind a column, its addends' included. */
export function termsOf(form: Form, no: number): readonly Term[] {
  const from = columnOf(form, no).from
  if ('terms' in from) return from.terms
  const flipped = (from.less ?? []).flatMap((other) =>
    termsOf(form, other).map((term): Term => ({ ...term, sign: term.sign === 1 ? -1 : 1 })),
  )
  return [...from.add.flatMap((other) => termsOf(form, other)), ...flipped]
}

/** A column by its number; a number the form lacks is a mistake in the book. */
export function columnOf(form: Form, no: number): Column {
  const found = form.columns.find((column) => column.no === no)
  if (!found) throw new Error(`form ${form.code} of ${form.instrument} has no column ${no}`)
  return found
}

/** All columns from the counted ones. */
export function completeColumns(form: Form, counted: Readonly<Record<number, number>>): Record<number, number> {
  const value = (no: number): number => {
    const from = columnOf(form, no).from
    if ('terms' in from) return counted[no] ?? 0
    const sum = (numbers: readonly number[]) => numbers.reduce((total, other) => total + value(other), 0)
    return sum(from.add) - sum(from.less ?? [])
  }
  return Object.fromEntries(form.columns.map((column) => [column.no, value(column.no)]))
}

/**
 * How a counted column of a long period follows from those of the periods that make it up: their sum, the first one's, the
 * last one's; null where it does not, since what each says refers to its own first or last day.
 */
export function overPieces(terms: readonly Term[]): 'sum' | 'first' | 'last' | null {
  const days = [...new Set(terms.map(({ when, sign }) => `${sign === 1 ? '+' : '-'}${when}`))].sort().join()
  if (days === '+in' || days === '+until,-before') return 'sum'
  if (days === '+before') return 'first'
  return days === '+until' ? 'last' : null
}

/** Do all figures of the form follow from shorter periods? */
export function addsUpOverPieces(form: Form): boolean {
  return countedColumns(form).every(({ terms }) => overPieces(terms) !== null)
}

/** One identity as found: `what` as printed, whether it holds. */
export interface Check {
  ok: boolean
  what: string
}

/** The columns an identity speaks of, side by side, and whether its sides are equal or one at most the other. */
export function readIdentity(what: string): { sides: number[][]; equal: boolean } {
  const equal = !what.includes('<=')
  return { equal, sides: what.split(equal ? '=' : '<=').map((side) => side.split('+').map(Number)) }
}

/** Rechecks every identity on these figures. Identities that touch a column left out are left out too. */
export function checkForm(form: Form, figures: Readonly<Record<number, number | null>>): Check[] {
  return form.identities.flatMap(({ what }) => {
    const { sides, equal } = readIdentity(what)
    if (sides.flat().some((no) => figures[no] === null || figures[no] === undefined)) return []
    const sums = sides.map((side) => side.reduce((sum, no) => sum + (figures[no] ?? 0), 0))
    const ok = sums.every((sum, index) => index === 0 || (equal ? sum === sums[0] : (sums[index - 1] ?? 0) <= sum))
    return [{ ok, what }]
  })
}

/** Facts that no letter stands behind: their figures tell of none. */
const aboutNoLetter: ReadonlySet<Fact> = new Set([
  'visit',
  'reception-day',
  'dialogue-held',
  'dialogue-question',
  'dialogue-answer',
  'dialogue-published',
  'commitment-made',
  'commitment-kept',
  'commitment-replaced',
  'commitment-not-kept',
  'meeting-held',
  'instrument',
  'study-session',
] as const satisfies Fact[])

function maySpeakOfDenunciations(measure: Measure): boolean {
  return (
    !aboutNoLetter.has(measure.fact) &&
    (measure.kind === undefined || measure.kind.some((kind) => ['denunciation', 'tip'].includes(kind)))
  )
}

/**
 * The cells that contain denunciations: for named positions only. Totals too, since whoever sees a total and the open
 * petitions behind it has the number of denunciations by subtraction.
 */
export function secretColumns(form: Form): ReadonlySet<number> {
  const secret = form.columns.filter((column) =>
    termsOf(form, column.no).some((term) =>
      term.measures.some((name) => maySpeakOfDenunciations(measureOf(form, name))),
    ),
  )
  return new Set(secret.map((column) => column.no))
}

/** A heading that stands over `columns` columns and `rows` rows of the head of a form. */
export interface Heading {
  text: string
  columns: number
  rows: number
}

/** The head of a form row by row, as printed: neighbours under one heading share its cell; a short path reaches down. */
export function headingRows(form: Form): Heading[][] {
  const depth = Math.max(...form.columns.map((column) => column.path.length))
  const rows: Heading[][] = Array.from({ length: depth }, () => [])
  const fill = (columns: readonly Column[], level: number) => {
    for (let start = 0; start < columns.length; ) {
      const text = columns[start]!.path[level]!
      let end = start + 1
      while (end < columns.length && columns[end]!.path[level] === text) end++
      const group = columns.slice(start, end)
      const isLeaf = group[0]!.path.length === level + 1
      rows[level]!.push({ text, columns: group.length, rows: isLeaf ? depth - level : 1 })
      if (!isLeaf) fill(group, level + 1)
      start = end
    }
  }
  fill(form.columns, 0)
  return rows
}
