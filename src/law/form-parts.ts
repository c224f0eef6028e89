/** What a report form is made of, and short ways to write one down. */
import type { Measure } from './measures.ts'
import type { ChainId } from './report-chains.ts'

/**
 * Which days count: `in` the period, `before` its first day, `until` its last day, or `of`: what refers back to a day in
 * the period and was known by its end. `in-from-before` and `in-from-in` lie in the period and refer back to a day before
 * it, or in it.
 */
export const whens = ['in', 'before', 'until', 'of', 'in-from-before', 'in-from-in'] as const
export type When = (typeof whens)[number]

/** A sum of measures over days, added or taken away. Measures are named: the law's, or the form's own. */
export interface Term {
  measures: readonly string[]
  when: When
  sign: 1 | -1
}

/** A column as printed: `path` from the outermost heading to its own. */
export interface Column {
  no: number
  path: readonly string[]
  /** What stands in the row of numbers, e.g. `1=4+13+22`. */
  printed: string
  from: { terms: readonly Term[] } | { add: readonly number[]; less?: readonly number[] }
  unverified?: 'own-reading'
  /** Words, no figure: nothing is counted here. */
  words?: true
  /** Added up from what is typed at a decision: records without it count nothing here. */
  typed?: true
}

/** An identity that must hold: `1=2+3=4+5` or `9<=5`. */
export interface Identity {
  what: string
  /** Not printed on the form but follows from what the columns say. */
  inferred?: true
}

/** A check against other forms of the same instrument: column `no` = the sum of theirs. */
export interface CrossCheck {
  no: number
  of: readonly { code: string; no: readonly number[] }[]
}

/** One version of a form. `until` is the first day without it. */
export interface Form {
  code: string
  instrument: string
  title: string
  from: string
  until: string | null
  cite: string
  columns: readonly Column[]
  identities: readonly Identity[]
  across?: readonly CrossCheck[]
  /** What was not compared with the Gazette. */
  unverified?: string
  /** To whom its figures go; absent: as the forms of its instrument. */
  chain?: ChainId
  /** Measures of its own, by name. */
  measures?: Readonly<Record<string, Measure>>
}

/** Adds measures. */
export const term = (when: When, ...measures: string[]): Term => ({ measures, when, sign: 1 })

/** Takes measures away. */
export const less = (when: When, ...measures: string[]): Term => ({ measures, when, sign: -1 })

/** A column; its number is read from what is printed. */
export function column(
  printed: string,
  path: string,
  from: Column['from'] | Term | readonly Term[],
  more: Pick<Column, 'unverified' | 'words' | 'typed'> = {},
): Column {
  const terms = Array.isArray(from) ? from : 'when' in from ? [from] : null
  const no = Number.parseInt(printed, 10)
  // Arrays and single terms were taken above; what is left is a `from`.
  return { no, printed, path: path.split(' > '), from: terms ? { terms } : (from as Column['from']), ...more }
}

/** Why the columns of the circular of 2024 carry a mark. */
export const fromVendor = 'columns as a vendor of state software implements them; to be compared with the annex'

/** A form of 2021 that goes on because no version of 2024 was found. */
export const goesOn = 'no version of 2024 was found: the layout of 2021 goes on; to be compared with the annex'

/** Both versions of a form whose columns did not change, or for which none of 2024 was found. */
export function bothVersions(form: Omit<Form, 'instrument' | 'from' | 'until' | 'cite'>, doubt: string): Form[] {
  const versions = [
    { instrument: 'TT02/2021', from: '2021-05-10', until: '2024-03-05', cite: 'TT 02/2021/TT-TTCP' },
    { instrument: 'TT01/2024', from: '2024-03-05', until: null, cite: 'TT 01/2024/TT-TTCP', unverified: doubt },
  ]
  return versions.map((version) => ({ ...form, ...version }))
}

/** A form of 2021 and its successor of 2024. */
export function twoVersions(
  form: Pick<Form, 'code' | 'title'>,
  of2021: Pick<Form, 'columns' | 'identities' | 'across'>,
  of2024: Pick<Form, 'columns' | 'identities' | 'across'>,
): Form[] {
  return [
    {
      ...form,
      instrument: 'TT02/2021',
      from: '2021-05-10',
      until: '2024-03-05',
      cite: 'TT 02/2021/TT-TTCP',
      ...of2021,
    },
    {
      ...form,
      instrument: 'TT01/2024',
      from: '2024-03-05',
      until: null,
      cite: 'TT 01/2024/TT-TTCP',
      unverified: fromVendor,
      ...of2024,
    },
  ]
}
