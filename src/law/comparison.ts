/**
 * What bodies of one kind are compared by: counts and shares of what reports count already, without denunciations. A
 * share stands beside its count, and what would flatter a share (guided away, transferred, opened again) stands beside it.
 */
import { column, type Form, term } from './form-parts.ts'

const open = (what: string) => [`complaint_${what}`, `feedback_${what}`]

/** The figures behind the indicators. Not a form of a circular: nobody sends it up. */
export const comparisonForm: Form = {
  code: '01/SS',
  instrument: 'gandan',
  title: 'Chỉ tiêu so sánh',
  from: '2012-01-01',
  until: null,
  cite: '',
  columns: [
    column('1', 'visits', term('in', 'regular_visits', 'head_visits', 'delegated_visits')),
    column('2', 'people', term('in', 'regular_people', 'head_people', 'delegated_people')),
    column('3', 'groups', term('in', 'regular_groups', 'head_groups', 'delegated_groups')),
    column('4', 'cases', term('in', 'regular_cases_first', 'head_cases_first', 'delegated_cases_first')),
    column('5', 'cases again', term('in', 'regular_cases_again', 'head_cases_again', 'delegated_cases_again')),
    column('6', 'head days', term('in', 'head_days')),
    column('7', 'delegated days', term('in', 'delegated_days')),
    column('8', 'within', term('in', ...open('within'))),
    column('9', 'guided', term('in', ...open('guided'))),
    column('10', 'transferred', term('in', ...open('transferred'))),
    column('11', 'urged', term('in', ...open('urged'))),
    column('12', 'in time', term('in', ...open('in_time'))),
    column('13', 'late', term('in', ...open('late'))),
  ],
  identities: [],
}

/** One indicator: the sum of columns, and of how much it is a share. */
export interface Indicator {
  id: string
  columns: readonly number[]
  /** Columns that make 100; absent: a count alone. */
  per?: readonly number[]
  /** The printed form on which it rests, and the column that says the same where there is one: its records open. */
  form: string
  no?: number
}

const letters = [8, 9, 10, 11]

/** In the order of the page. */
export const indicators = [
  { id: 'visits', columns: [1], form: '01/TCD', no: 1 },
  { id: 'people', columns: [2], form: '01/TCD', no: 2 },
  { id: 'groups', columns: [3], per: [1], form: '01/TCD' },
  { id: 'cases-again', columns: [5], per: [4, 5], form: '01/TCD' },
  { id: 'head-days', columns: [6], per: [6, 7], form: '01/TCD', no: 12 },
  { id: 'letters', columns: letters, form: '01/XLD' },
  { id: 'within', columns: [8], per: letters, form: '01/XLD' },
  { id: 'in-time', columns: [12], per: [12, 13], form: '01/XLD' },
  { id: 'guided', columns: [9], per: letters, form: '01/XLD' },
  { id: 'transferred', columns: [10], per: letters, form: '01/XLD' },
] as const satisfies Indicator[]

/** The id of an indicator over reports' figures. */
export type IndicatorId = (typeof indicators)[number]['id']

/** Indicators counted from the registers as they are: opened again in the period; open and overdue today. */
export const registerIndicators = ['reopened', 'overdue'] as const

/** The id of any indicator. */
export type AnyIndicator = IndicatorId | (typeof registerIndicators)[number]

/** A count and what it is a share of; null where nothing was told. */
export interface Measured {
  count: number
  per: number | null
}

/** The indicator's value in these columns; null where there are none. */
export function measured(indicator: Indicator, columns: Readonly<Record<number, number>> | null): Measured | null {
  if (columns === null) return null
  const sum = (numbers: readonly number[]) => numbers.reduce((total, no) => total + (columns[no] ?? 0), 0)
  return { count: sum(indicator.columns), per: indicator.per ? sum(indicator.per) : null }
}

/** How many in a hundred; null where there is nothing to be a share of. */
export function share(value: Measured | null): number | null {
  return value === null || value.per === null || value.per === 0 ? null : (value.count / value.per) * 100
}

/** Is the indicator drawn as so many in a hundred? Of days held the count says more. */
export function isShareOf(id: AnyIndicator): boolean {
  const rows: readonly Indicator[] = indicators
  if (id === 'reopened' || id === 'overdue') return true
  return id !== 'head-days' && rows.find((one) => one.id === id)?.per !== undefined
}
