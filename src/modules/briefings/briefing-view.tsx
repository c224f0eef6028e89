/** The briefing of a cluster: its members side by side for a period with last year, as a table and as bars. */
import { type AnyIndicator, isShareOf } from '../../law/comparison.ts'
import { Button, Link } from '../../ui/parts/button.tsx'
import { type Bar, BarChart } from '../../ui/parts/chart.tsx'
import { DeskPage } from '../../ui/parts/desk-page.tsx'
import { Select } from '../../ui/parts/fields.tsx'
import { shortDay } from '../../ui/parts/format.ts'
import { SummaryList } from '../../ui/parts/lists.tsx'
import type { Frame } from '../../ui/parts/page.tsx'
import { type Column, Table } from '../../ui/parts/table.tsx'
import { Inset } from '../../ui/parts/text.tsx'
import { type Language, words } from '../../ui/words/words.ts'
import { clusterPath } from './addresses.ts'
import type { ClusterRow } from './cluster.ts'
import { periodItems, WithoutHeir } from './cluster-views.tsx'
import { allIndicators, drawn, IndicatorCell, indicatorHref, valuesOf } from './indicator-parts.tsx'
import type { Comparison, MemberFigures } from './queries.ts'

/** What the page of a briefing shows. */
export interface BriefingData {
  row: ClusterRow
  keeper: string
  comparison: Comparison
  /** The members' page has a step for this viewer. */
  may_change: boolean
}

/** Indicators drawn as bars; the others stand in the table. */
export const drawnIndicators: readonly AnyIndicator[] = [
  'visits',
  'letters',
  'in-time',
  'guided',
  'reopened',
  'overdue',
]

/** The page. */
export function BriefingPage({ frame, data }: { frame: Frame; data: BriefingData }) {
  const { language } = frame
  const { briefings, reports } = words(language)
  const { row, comparison } = data
  const { period } = comparison
  const closed = comparison.figures.some((one) => !one.is_open)
  return (
    <DeskPage frame={frame} title={row.name} current="reports" back={{ href: '/bao-cao/cum' }}>
      <h1 class="govuk-heading-l">{briefings.briefing_of(row.name)}</h1>
      <p class="govuk-body">{briefings.briefing_lead}</p>
      <form method="get" action={clusterPath(row.id)} class="gd-filter">
        <Select name="ky" label={reports.period} items={periodItems(frame.on, period.id, language)} value={period.id} />
        <Button kind="secondary">{reports.show}</Button>
      </form>
      <BriefingFacts frame={frame} data={data} />
      <p class="govuk-body">
        <Link href={clusterPath(row.id, 'in', period.id)}>{briefings.pack_link}</Link>
        {' · '}
        <Link href={clusterPath(row.id, 'thanh-vien')}>
          {data.may_change ? briefings.members_change : briefings.members_of(row.name)}
        </Link>
      </p>
      {closed && <Inset>{briefings.closed_members}</Inset>}
      <WithoutHeir language={language} names={comparison.without_heir} />
      <ComparisonTable frame={frame} comparison={comparison} level={row.level} />
      <p class="govuk-body-s">{briefings.how_to_read}</p>
      <Bars frame={frame} comparison={comparison} level={row.level} ids={drawnIndicators} />
    </DeskPage>
  )
}

/** Who hosts, who keeps, on which tree. */
export function BriefingFacts({ frame, data }: { frame: Frame; data: Omit<BriefingData, 'may_change'> }) {
  const { briefings, reports, units } = words(frame.language)
  const { row, comparison, keeper } = data
  const { period } = comparison
  const days = `${shortDay(period.first_on)} – ${shortDay(period.last_on)}`
  return (
    <SummaryList
      rows={[
        { key: reports.period, value: `${reports.periods[period.kind](period.year)} (${days})` },
        { key: briefings.columns.host, value: comparison.host?.name ?? briefings.no_host },
        { key: briefings.columns.members, value: `${comparison.members.length} · ${units.levels[row.level]}` },
        { key: briefings.columns.keeper, value: keeper },
      ]}
    />
  )
}

/** One row a member; in each cell the count, how many in a hundred, the change. `plain`: without links, for paper. */
export function ComparisonTable(props: {
  frame: Frame
  comparison: Comparison
  /** The kind of the members. */
  level: string
  plain?: boolean
  only?: readonly AnyIndicator[]
  /** A further table of the same comparison. */
  more?: boolean
}) {
  const { frame, comparison } = props
  const { language } = frame
  const { briefings, reports } = words(language)
  const { period } = comparison
  const columns: Column<MemberFigures>[] = (props.only ?? allIndicators).map((id) => ({
    key: id,
    title: briefings.indicators[id],
    numeric: true,
    cell: (one) =>
      one.is_open ? (
        <IndicatorCell
          id={id}
          shown={one}
          language={language}
          href={one.may_open && !props.plain ? indicatorHref(id, one.member.id, props.level, period) : undefined}
        />
      ) : (
        <span class="gd-briefing-small">{briefings.closed}</span>
      ),
  }))
  const name = `${props.more ? briefings.comparison_more : briefings.comparison} · ${reports.periods[period.kind](period.year)}`
  return (
    <Table
      caption={name}
      rows={comparison.figures}
      row_key={(one) => one.member.id}
      empty={<p class="govuk-body">{briefings.no_members}</p>}
      columns={[
        {
          key: 'member',
          title: briefings.columns.member,
          row_header: true,
          cell: (one) => <MemberName language={language} one={one} />,
        },
        ...columns,
      ]}
    />
  )
}

function MemberName({ language, one }: { language: Language; one: MemberFigures }) {
  const { briefings } = words(language)
  return (
    <>
      {one.member.name}
      {one.member.stands_for.map((old) => (
        <span key={old.id} class="gd-briefing-small">
          {briefings.stands_for(old.name, shortDay(old.since_on))}
        </span>
      ))}
    </>
  )
}

/** Bars of some indicators, members in the order of the table; last year as a mark across. */
export function Bars(props: {
  frame: Frame
  comparison: Comparison
  level: string
  ids: readonly AnyIndicator[]
  plain?: boolean
}) {
  const { frame, comparison } = props
  const { briefings, reports } = words(frame.language)
  const { period } = comparison
  return (
    <>
      {props.ids.map((id) => {
        const in_hundred = isShareOf(id)
        const title = in_hundred ? briefings.per_hundred(briefings.indicators[id]) : briefings.indicators[id]
        const bars = comparison.figures
          .filter((one) => one.is_open)
          .map((one): Bar => {
            const { now, before } = valuesOf(id, one)
            return {
              id: one.member.id,
              label: one.member.name,
              value: drawn(id, now),
              before: drawn(id, before),
              href: one.may_open && !props.plain ? indicatorHref(id, one.member.id, props.level, period) : undefined,
            }
          })
        const has_before = bars.some((one) => one.before != null)
        return (
          <BarChart
            key={id}
            id={`so-${id}`}
            title={title}
            said={briefings.bars_said(title, reports.periods[period.kind](period.year))}
            counted={reports.periods[period.kind](period.year)}
            of={briefings.columns.member}
            before={has_before ? reports.periods[period.kind](period.year - 1) : undefined}
            bars={bars}
          />
        )
      })}
    </>
  )
}
