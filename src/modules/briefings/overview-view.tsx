/** The dashboard of a unit: what is due, what changed, how the units below stand. Every figure opens its list or report. */
import type { ComponentChildren } from 'preact'
import { type IndicatorId, indicators, isShareOf, measured, share } from '../../law/comparison.ts'
import { periodOf } from '../../law/report-periods.ts'
import { Button, Link } from '../../ui/parts/button.tsx'
import { type Bar, BarChart, LineChart } from '../../ui/parts/chart.tsx'
import { DeskPage } from '../../ui/parts/desk-page.tsx'
import { Select } from '../../ui/parts/fields.tsx'
import { number, shortDay } from '../../ui/parts/format.ts'
import { OutlineMap } from '../../ui/parts/outline-map.tsx'
import type { Frame } from '../../ui/parts/page.tsx'
import { ProvinceMap } from '../../ui/parts/province-map.tsx'
import { Table } from '../../ui/parts/table.tsx'
import { Inset } from '../../ui/parts/text.tsx'
import { words } from '../../ui/words/words.ts'
import { boardPath, casesHref, withScope } from '../backlog/addresses.ts'
import { ages } from '../backlog/terms.ts'
import type { ReportUnit } from '../reports/report.ts'
import { clustersPath, overviewPath } from './addresses.ts'
import { periodItems } from './cluster-views.tsx'
import { allIndicators, drawn, IndicatorCell, indicatorHref, inHundred, lateId, valuesOf } from './indicator-parts.tsx'
import { type Below, type Overview, trendLines } from './overview-queries.ts'

interface Shown {
  frame: Frame
  data: Overview
  indicator: IndicatorId
}

/** Bars drawn: all that told something, then silent ones up to so many; the table beneath has all. */
const bars_max = 34
/** Units in the list of those that are late. */
const late_max = 20

/** The page. */
export function OverviewPage(props: Shown & { units: readonly ReportUnit[] }) {
  const { frame, data } = props
  const { briefings } = words(frame.language)
  const title = briefings.overview_of(data.unit.name)
  const has_below = data.below.length > 0
  return (
    <DeskPage frame={frame} title={title} current="overview">
      <h1 class="govuk-heading-l">{title}</h1>
      <Pickers {...props} />
      <Tiles frame={frame} data={data} />
      <Changes {...props} />
      {data.duty.per !== null && <Duty frame={frame} data={data} />}
      <Trend frame={frame} data={data} />
      {has_below && <BelowPart {...props} />}
      {has_below && <Late frame={frame} data={data} />}
      <p class="govuk-body-s">{briefings.without_sealed}</p>
      <p class="govuk-body">
        <Link href={clustersPath}>{briefings.clusters}</Link>
      </p>
    </DeskPage>
  )
}

function Pickers(props: Shown & { units: readonly ReportUnit[] }) {
  const { frame, data } = props
  const { briefings, reports } = words(frame.language)
  const own = props.units.map((one) => ({ value: one.id, label: one.name }))
  const known = own.some((one) => one.value === data.unit.id)
  return (
    <form method="get" action="/toan-canh" class="gd-filter">
      <Select
        name="don_vi"
        label={reports.unit}
        items={known ? own : [...own, { value: data.unit.id, label: data.unit.name }]}
        value={data.unit.id}
      />
      <Select
        name="ky"
        label={reports.period}
        items={periodItems(frame.on, data.period.id, frame.language)}
        value={data.period.id}
      />
      {data.below.length > 0 && (
        <Select
          name="chi_so"
          label={briefings.columns.indicator}
          items={indicators.map(({ id }) => ({ value: id, label: briefings.indicators[id] }))}
          value={props.indicator}
        />
      )}
      <Button kind="secondary">{reports.show}</Button>
    </form>
  )
}

function Tiles({ frame, data }: { frame: Frame; data: Overview }) {
  const { language } = frame
  const { briefings, backlog, frame: f } = words(language)
  const { work, unit } = data
  const scope = { unit_id: unit.id }
  const is_country = unit.level === 'country'
  const on_time = indicators.find((one) => one.id === 'in-time')
  const share_in_time = on_time ? share(measured(on_time, data.now)) : null
  const open = is_country ? (data.registers?.open ?? 0) : work.open
  const overdue = is_country ? (data.registers?.overdue ?? 0) : work.overdue
  const list = (group?: 'overdue' | 'due-soon') =>
    is_country ? withScope(boardPath, 'below') : casesHref(scope, { group })
  return (
    <>
      <h2 class="govuk-heading-m">{is_country ? briefings.today_below : briefings.today(unit.name)}</h2>
      <ul class="gd-tiles">
        <Tile count={number(open, language)} href={list()} text={briefings.tiles.open} />
        <Tile
          count={number(overdue, language)}
          href={list('overdue')}
          text={briefings.tiles.overdue}
          late={overdue > 0}
        />
        {!is_country && (
          <>
            <Tile count={number(work.due_soon, language)} href={list('due-soon')} text={briefings.tiles.due_soon} />
            <Tile
              count={number(work.to_sign, language)}
              href="/ban-lam-viec?danh-sach=sign"
              text={briefings.tiles.to_sign}
            />
          </>
        )}
        <Tile
          count={share_in_time === null ? f.chart.nothing : `${inHundred(share_in_time, language)}/100`}
          href={indicatorHref('in-time', unit.id, unit.level, data.period)}
          text={briefings.tiles.in_time}
        />
      </ul>
      {!is_country && (
        <BarChart
          id="tuoi"
          title={briefings.by_age}
          said={briefings.by_age_said(work.open)}
          counted={briefings.columns.cases}
          of={briefings.columns.age}
          bars={ages.map(
            (age): Bar => ({
              id: age.id,
              label: backlog.ages[age.id],
              value: work.ages[age.id],
              href: casesHref(scope, { age: age.id }),
            }),
          )}
        />
      )}
    </>
  )
}

function Tile(props: { count: ComponentChildren; text: string; href?: string; late?: boolean }) {
  return (
    <li class={props.late ? 'gd-tile-late' : undefined}>
      <strong>{props.href ? <Link href={props.href}>{props.count}</Link> : props.count}</strong>
      {props.text}
    </li>
  )
}

function Changes({ frame, data }: Shown) {
  const { language } = frame
  const { briefings, reports } = words(language)
  const { period, unit } = data
  const shown = { ...registersShown(data), now: data.now, before: data.before }
  return (
    <Table
      caption={briefings.period_figures(reports.periods[period.kind](period.year))}
      rows={allIndicators}
      row_key={(id) => id}
      empty=""
      columns={[
        {
          key: 'indicator',
          title: briefings.columns.indicator,
          row_header: true,
          cell: (id) => briefings.indicators[id],
        },
        {
          key: 'now',
          title: reports.periods[period.kind](period.year),
          numeric: true,
          cell: (id) => (
            <IndicatorCell
              id={id}
              shown={shown}
              language={language}
              href={indicatorHref(id, unit.id, unit.level, period)}
            />
          ),
        },
        {
          key: 'before',
          title: reports.periods[period.kind](period.year - 1),
          numeric: true,
          cell: (id) => {
            const { before } = valuesOf(id, shown)
            return before === null ? '–' : number(before.count, language)
          },
        },
      ]}
    />
  )
}

const registersShown = ({ registers }: Pick<Below, 'registers'>) => ({
  reopened: registers && { count: registers.reopened, per: registers.answered },
  overdue: registers && { count: registers.overdue, per: registers.open },
})

function Duty({ frame, data }: { frame: Frame; data: Overview }) {
  const { receptions, briefings } = words(frame.language)
  const { desk } = receptions
  const { per, periods } = data.duty
  const name = (from: Temporal.PlainDate) =>
    per === 'week' ? desk.duty_week(shortDay(from)) : desk.duty_month(shortDay(from).slice(3))
  return (
    <BarChart
      id="ky-tiep"
      title={briefings.duty}
      said={briefings.duty_said}
      counted={briefings.duty_held}
      of={briefings.columns.period}
      before={briefings.duty_required}
      bars={periods.map(
        (one): Bar => ({
          id: one.from.toString(),
          label: name(one.from),
          value: one.held,
          before: one.required,
          href: `/tiep-dan/so-ngay?don_vi=${data.unit.id}`,
        }),
      )}
    />
  )
}

const roman = { q1: 'I', q2: 'II', q3: 'III', q4: 'IV', '6m': '6m', '9m': '9m', y: '' } as const

function Trend({ frame, data }: { frame: Frame; data: Overview }) {
  const { briefings } = words(frame.language)
  const rows = indicators.filter((one) => trendLines.some((id) => id === one.id))
  return (
    <LineChart
      id="xu-huong"
      title={briefings.trend}
      said={briefings.trend_said(data.trend.length)}
      over={briefings.columns.period}
      periods={data.trend.map(({ period }) => `${roman[period.kind]}/${period.year}`)}
      series={rows.map((row) => ({
        id: row.id,
        name: briefings.indicators[row.id],
        values: data.trend.map(({ columns }) => measured(row, columns)?.count ?? null),
      }))}
    />
  )
}

/** Those that told something first, the largest on top; then those that did not, hatched. */
function sortedBars({ frame, data, indicator }: Shown): Bar[] {
  const bars = data.below.map((one): Bar => {
    const { now, before } = valuesOf(indicator, { ...registersShown(one), now: one.now, before: one.before })
    return {
      id: one.unit.id,
      label: one.unit.name,
      value: drawn(indicator, now),
      before: drawn(indicator, before),
      href: overviewPath({ unit: one.unit.id, period: data.period.id }),
    }
  })
  const collator = new Intl.Collator(frame.language)
  return bars.toSorted((a, b) => (b.value ?? -1) - (a.value ?? -1) || collator.compare(a.label, b.label))
}

function BelowPart(props: Shown) {
  const { frame, data, indicator } = props
  const { language } = frame
  const { briefings, reports } = words(language)
  const { period } = data
  const name = briefings.indicators[indicator]
  const title = isShareOf(indicator) ? briefings.per_hundred(name) : name
  const when = reports.periods[period.kind](period.year)
  const said = briefings.bars_said(title, when)
  const bars = sortedBars(props)
  const silent = bars.filter((one) => one.value === null).length
  const drawnBars = Math.min(60, Math.max(bars_max, bars.length - silent))
  const hidden = Math.max(0, bars.length - drawnBars)
  const last_year = periodOf(period.year - 1, period.kind)
  const map = { title, said, counted: when, of: reports.unit }
  return (
    <section>
      <h2 class="govuk-heading-m">{briefings.below}</h2>
      {silent > 0 && <p class="govuk-body">{briefings.silent(silent, bars.length)}</p>}
      {data.unit.level === 'country' && (
        <ProvinceMap
          id="ban-do"
          {...map}
          areas={bars.map((bar) => ({
            code: data.below.find((one) => one.unit.id === bar.id)?.unit.code ?? bar.id,
            name: bar.label,
            value: bar.value,
            href: bar.href,
          }))}
        />
      )}
      {data.unit.level === 'country' && <p class="govuk-body-s">{briefings.map_source}</p>}
      {data.outlines.length > 0 && (
        <OutlineMap
          id="ban-do"
          {...map}
          outlines={data.outlines}
          areas={bars.map((bar) => ({ code: bar.id, name: bar.label, value: bar.value, href: bar.href }))}
        />
      )}
      {data.unit.level === 'province' && data.outlines.length === 0 && <Inset>{briefings.no_outlines}</Inset>}
      <BarChart
        id="don-vi"
        title={title}
        said={hidden > 0 ? `${said} ${briefings.more_in_table(hidden)}` : said}
        counted={when}
        of={reports.unit}
        before={reports.periods[last_year.kind](last_year.year)}
        bars={bars}
        drawn={drawnBars}
      />
    </section>
  )
}

function Late({ frame, data }: { frame: Frame; data: Overview }) {
  const { language } = frame
  const { briefings, reports } = words(language)
  const late = data.below
    .filter((one) => (one.registers?.overdue ?? 0) > 0)
    .toSorted((a, b) => (b.registers?.overdue ?? 0) - (a.registers?.overdue ?? 0))
  const shown = late.slice(0, late_max)
  return (
    <section id={lateId}>
      <Table
        caption={briefings.late(late.length)}
        rows={shown}
        row_key={(one) => one.unit.id}
        empty={<p class="govuk-body">{briefings.nobody_late}</p>}
        columns={[
          {
            key: 'unit',
            title: reports.unit,
            row_header: true,
            cell: (one) => (
              <Link href={overviewPath({ unit: one.unit.id, period: data.period.id })}>{one.unit.name}</Link>
            ),
          },
          {
            key: 'overdue',
            title: briefings.tiles.overdue,
            numeric: true,
            cell: (one) => (
              <IndicatorCell
                id="overdue"
                shown={{ ...registersShown(one), now: null, before: null }}
                language={language}
                href={indicatorHref('overdue', one.unit.id, one.unit.level, data.period)}
              />
            ),
          },
          {
            key: 'open',
            title: briefings.tiles.open,
            numeric: true,
            cell: (one) => number(one.registers?.open ?? 0, language),
          },
        ]}
      />
    </section>
  )
}
