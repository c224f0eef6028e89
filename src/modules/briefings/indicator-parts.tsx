/** One indicator on a page: its count, how many in a hundred, the change since last year, and where its records open. */
import {
  type AnyIndicator,
  comparisonForm,
  type Indicator,
  type IndicatorId,
  indicators,
  isShareOf,
  type Measured,
  measured,
  registerIndicators,
  share,
} from '../../law/comparison.ts'
import type { Period } from '../../law/report-periods.ts'
import { number } from '../../ui/parts/format.ts'
import { type Language, words } from '../../ui/words/words.ts'
import { boardPath, casesHref, withScope } from '../backlog/addresses.ts'
import { recordsPath } from '../reports/addresses.ts'
import type { Columns } from '../reports/figures.ts'
import { overviewPath } from './addresses.ts'

/** Where a dashboard lists the units with overdue cases. */
export const lateId = 'qua-han'

/** Every indicator in the order of the page. */
export const allIndicators: readonly AnyIndicator[] = [...indicators.map((one) => one.id), ...registerIndicators]

/** Is this the id of an indicator over reports' figures? */
export function isIndicator(text: string): text is IndicatorId {
  return indicators.some((one) => one.id === text)
}

/** The row of an indicator over reports' figures; null for those counted from the registers. */
export function rowOf(id: AnyIndicator): Indicator | null {
  return indicators.find((one) => one.id === id) ?? null
}

/** What is shown of one unit. */
export interface Shown {
  now: Columns | null
  before: Columns | null
  reopened: Measured | null
  overdue: Measured | null
}

/** An indicator of a unit now and in the same period of last year; the registers know no last year. */
export function valuesOf(id: AnyIndicator, shown: Shown): { now: Measured | null; before: Measured | null } {
  if (id === 'reopened' || id === 'overdue') return { now: shown[id], before: null }
  const row = rowOf(id)
  return row ? { now: measured(row, shown.now), before: measured(row, shown.before) } : { now: null, before: null }
}

/** `1,2` in a hundred, to one digit. */
export function inHundred(value: number, language: Language): string {
  return number(Math.round(value * 10) / 10, language)
}

/** The value that a bar draws: the share where the indicator is one, else the count; one digit after the comma. */
export function drawn(id: AnyIndicator, value: Measured | null): number | null {
  if (value === null) return null
  if (isShareOf(id)) {
    const found = share(value)
    return found === null ? null : Math.round(found * 10) / 10
  }
  return value.count
}

/** Where the records or the report behind an indicator of a unit open. */
export function indicatorHref(id: AnyIndicator, unit: string, level: string, period: Period): string | undefined {
  // Above the commune the dashboard says under whom the overdue cases lie; a list of one unit would show its own alone.
  const has_below = level === 'country' || level === 'province'
  if (id === 'overdue')
    return has_below ? `${overviewPath({ unit })}#${lateId}` : casesHref({ unit_id: unit }, { group: 'overdue' })
  if (id === 'reopened') return withScope(boardPath, { unit_id: unit })
  const row = rowOf(id)
  if (!row) return undefined
  return recordsPath({ form: comparisonForm, period, unit, tree_on: null, as_of: null }, unit, row.no)
}

/** A cell: the count as a link where it opens, so many in a hundred, the change since last year. Nothing told is no zero. */
export function IndicatorCell(props: {
  id: AnyIndicator
  shown: Shown
  language: Language
  /** Absent where the viewer may not open it. */
  href?: string
}) {
  const { language } = props
  const { briefings, frame } = words(language)
  const { now, before } = valuesOf(props.id, props.shown)
  if (now === null) return <span class="gd-quiet">{frame.chart.nothing}</span>
  const of_hundred = share(now)
  const change = before === null ? null : now.count - before.count
  const count = number(now.count, language)
  const details = [
    ...(of_hundred === null ? [] : [briefings.in_hundred(inHundred(of_hundred, language))]),
    ...(change === null ? [] : [briefings.change(`${change > 0 ? '+' : ''}${number(change, language)}`)]),
  ]
  return (
    <>
      {props.href && now.count > 0 ? (
        <a class="govuk-link" href={props.href}>
          {count}
        </a>
      ) : (
        count
      )}
      {details.length > 0 && <span class="gd-briefing-small">{details.join(' · ')}</span>}
    </>
  )
}
