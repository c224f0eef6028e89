/** What one period hands to the next: a column that counts what stood open before must equal last period's closing column. */
import { countedColumns } from './form-rules.ts'
import type { Form, Term, When } from './forms.ts'
import { lastEnded, type Period, type PeriodKind, periodOf } from './report-periods.ts'

/** Column `to` of a period must equal column `from` of the period before it. */
export interface CarriedColumn {
  from: number
  to: number
}

/** The terms as one text that does not depend on their order; null where one of them looks at other days. */
function sameDays(terms: readonly Term[], when: When): string | null {
  if (terms.length === 0 || terms.some((term) => term.when !== when)) return null
  return terms
    .map((term) => `${term.sign} ${[...term.measures].sort().join('+')}`)
    .sort()
    .join(' ')
}

/** Which columns carry over from `earlier` to `form`: the same sum, once up to the last day and once before the first. */
export function carriedColumns(form: Form, earlier: Form): CarriedColumn[] {
  const closing = new Map(
    countedColumns(earlier).flatMap(({ no, terms }) => {
      const key = sameDays(terms, 'until')
      return key === null ? [] : [[key, no] as const]
    }),
  )
  return countedColumns(form).flatMap(({ no, terms }) => {
    const from = closing.get(sameDays(terms, 'before') ?? '')
    return from === undefined ? [] : [{ from, to: no }]
  })
}

const quarters = ['q1', 'q2', 'q3', 'q4'] as const

/** The period that ends the day before this one begins: a quarter follows a quarter, what begins the year follows the year. */
export function periodBefore(period: Period): Period {
  const kinds: readonly PeriodKind[] = quarters
  const at = kinds.indexOf(period.kind)
  if (at > 0) return periodOf(period.year, quarters[at - 1]!)
  return periodOf(period.year - 1, at === 0 ? 'q4' : 'y')
}

/** The quarter that ended last on that day: the period that is due now. */
export function quarterEnded(on: Temporal.PlainDate): Period {
  const ended = quarters.map((kind) => lastEnded(kind, on))
  return ended.reduce((latest, one) => (Temporal.PlainDate.compare(one.last_on, latest.last_on) > 0 ? one : latest))
}
