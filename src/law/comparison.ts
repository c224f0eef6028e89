/**
 * What bodies of one kind are compared by: counts and shares of what reports count already, without denunciations. A
 * share stands beside its count, and what would flatter a share (guided away, transferred, opened again) stands beside it.
 */
import { column, type Form, term } from './form-parts.ts'

const open = (what: string) => [`complaint_${what}`, `feedback_${what}`]

/** The figures behind the indicators. Not a form of a circular: nobody sends it up; its columns open their records. */
export const comparisonForm: Form = {
  code: '01/SS',
  instrument: 'gandan',
  title: 'Chỉ tiêu so sánh',
  from: '2012-01-01',
  until: null,
  cite: 'chỉ tiêu so sánh của Gần Dân',
  columns: [
    column('1', 'Tiếp công dân > Lượt tiếp', term('in', 'regular_visits', 'head_visits', 'delegated_visits')),
    column('2', 'Tiếp công dân > Người được tiếp', term('in', 'regular_people', 'head_people', 'delegated_people')),
    column('3', 'Tiếp công dân > Đoàn đông người', term('in', 'regular_groups', 'head_groups', 'delegated_groups')),
    column(
      '4',
      'Tiếp công dân > Vụ việc tiếp lần đầu',
      term('in', 'regular_cases_first', 'head_cases_first', 'delegated_cases_first'),
    ),
    column(
      '5',
      'Tiếp công dân > Vụ việc tiếp nhiều lần',
      term('in', 'regular_cases_again', 'head_cases_again', 'delegated_cases_again'),
    ),
    column('6', 'Tiếp công dân > Kỳ tiếp của Thủ trưởng', term('in', 'head_days')),
    column('7', 'Tiếp công dân > Kỳ ủy quyền tiếp', term('in', 'delegated_days')),
    column('8', 'Đơn khiếu nại, kiến nghị, phản ánh > Thuộc thẩm quyền', term('in', ...open('within'))),
    column('9', 'Đơn khiếu nại, kiến nghị, phản ánh > Hướng dẫn', term('in', ...open('guided'))),
    column('10', 'Đơn khiếu nại, kiến nghị, phản ánh > Chuyển đơn', term('in', ...open('transferred'))),
    column('11', 'Đơn khiếu nại, kiến nghị, phản ánh > Đôn đốc giải quyết', term('in', ...open('urged'))),
    column('12', 'Đơn khiếu nại, kiến nghị, phản ánh > Giải quyết đúng hạn', term('in', ...open('in_time'))),
    column('13', 'Đơn khiếu nại, kiến nghị, phản ánh > Giải quyết quá hạn', term('in', ...open('late'))),
    column('14=8+9+10+11', 'Đơn khiếu nại, kiến nghị, phản ánh > Đơn đã xử lý', { add: [8, 9, 10, 11] }),
  ],
  identities: [{ what: '14=8+9+10+11' }],
}

/** One indicator: a column, and of how much it is a share. */
export interface Indicator {
  id: string
  /** The column that counts it and opens its records. */
  no: number
  /** Columns that make 100; absent: a count alone. */
  per?: readonly number[]
}

/** In the order of the page. */
export const indicators = [
  { id: 'visits', no: 1 },
  { id: 'people', no: 2 },
  { id: 'groups', no: 3, per: [1] },
  { id: 'cases-again', no: 5, per: [4, 5] },
  { id: 'head-days', no: 6, per: [6, 7] },
  { id: 'letters', no: 14 },
  { id: 'within', no: 8, per: [14] },
  { id: 'in-time', no: 12, per: [12, 13] },
  { id: 'guided', no: 9, per: [14] },
  { id: 'transferred', no: 10, per: [14] },
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
  return { count: sum([indicator.no]), per: indicator.per ? sum(indicator.per) : null }
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
