/** The pages of clusters: which there are, and one cluster's members and hosts. Pure functions of data. */
import { type Period, periodKinds, periodOf } from '../../law/report-periods.ts'
import type { Happened } from '../../platform/actions/timeline.ts'
import { Button, Link } from '../../ui/parts/button.tsx'
import { DeskPage } from '../../ui/parts/desk-page.tsx'
import { DateInput } from '../../ui/parts/fields.tsx'
import { shortDay } from '../../ui/parts/format.ts'
import { SummaryList } from '../../ui/parts/lists.tsx'
import type { Frame } from '../../ui/parts/page.tsx'
import { History } from '../../ui/parts/step-page.tsx'
import { type OfferedStep, Steps } from '../../ui/parts/steps.tsx'
import { Table } from '../../ui/parts/table.tsx'
import { Inset } from '../../ui/parts/text.tsx'
import { type Language, words } from '../../ui/words/words.ts'
import { clusterPath, clustersPath } from './addresses.ts'
import type { ClusterRow } from './cluster.ts'
import type { Member, Membership } from './queries.ts'

/** Periods to choose from, the latest year first. */
export function periodItems(on: Temporal.PlainDate, chosen: string, language: Language) {
  const { reports } = words(language)
  const periods: Period[] = [0, 1, 2].flatMap((back) => periodKinds.map((kind) => periodOf(on.year - back, kind)))
  const items = periods.map((one) => ({ value: one.id, label: reports.periods[one.kind](one.year) }))
  return items.some((one) => one.value === chosen) ? items : [{ value: chosen, label: chosen }, ...items]
}

/** Which clusters there are. */
export function ClustersPage(props: {
  frame: Frame
  rows: readonly { row: ClusterRow; keeper: string; members: number }[]
  /** Units for which the viewer may add one. */
  may_add: readonly { unit_id: string; name: string; href: string }[]
}) {
  const { frame } = props
  const { briefings, units } = words(frame.language)
  return (
    <DeskPage frame={frame} title={briefings.clusters} current="reports" back={{ href: '/bao-cao' }}>
      <h1 class="govuk-heading-l">{briefings.clusters}</h1>
      <p class="govuk-body">{briefings.clusters_lead}</p>
      <Table
        caption={briefings.clusters}
        caption_hidden
        rows={props.rows}
        row_key={({ row }) => row.id}
        row_href={({ row }) => clusterPath(row.id)}
        empty={<p class="govuk-body">{briefings.no_cluster}</p>}
        columns={[
          {
            key: 'name',
            title: briefings.columns.name,
            row_header: true,
            cell: ({ row }) => <Link href={clusterPath(row.id)}>{row.name}</Link>,
          },
          { key: 'kind', title: briefings.columns.kind, cell: ({ row }) => units.levels[row.level] },
          { key: 'keeper', title: briefings.columns.keeper, cell: ({ keeper }) => keeper },
          { key: 'members', title: briefings.columns.members, numeric: true, cell: ({ members }) => members },
          {
            key: 'days',
            title: briefings.columns.days,
            cell: ({ row }) => daysText(row.from_on, row.until_on, frame.language),
          },
        ]}
      />
      {props.may_add.map((one) => (
        <p key={one.unit_id} class="govuk-body">
          <Button kind="secondary" href={one.href}>
            {briefings.add_for(one.name)}
          </Button>
        </p>
      ))}
    </DeskPage>
  )
}

function daysText(from: Temporal.PlainDate, until: Temporal.PlainDate | null, language: Language): string {
  const { units } = words(language)
  if (until === null) return units.unit.since(shortDay(from))
  return units.unit.between(shortDay(from), shortDay(until.subtract({ days: 1 })))
}

/** What the page of members shows. */
export interface MembersData {
  row: ClusterRow
  keeper: string
  day: Temporal.PlainDate
  day_typed: string
  day_fault: string | null
  membership: Membership
  /** Names of all that were ever in it, by id. */
  names: ReadonlyMap<string, string>
  steps: readonly OfferedStep[]
  happened: readonly Happened[]
}

/** Members of a cluster on a day, its hosts, and all memberships through time. */
export function MembersPage({ frame, data }: { frame: Frame; data: MembersData }) {
  const { language } = frame
  const { briefings, units, reports } = words(language)
  const { row } = data
  const title = briefings.members_of(row.name)
  const periodName = (id: string) => periodItems(frame.on, id, language).find((one) => one.value === id)?.label ?? id
  return (
    <DeskPage
      frame={frame}
      title={title}
      current="reports"
      back={{ href: clusterPath(row.id) }}
      faulty={data.day_fault !== null}
    >
      <h1 class="govuk-heading-l">{title}</h1>
      <SummaryList
        rows={[
          { key: briefings.columns.kind, value: units.levels[row.level] },
          { key: briefings.columns.keeper, value: data.keeper },
          { key: briefings.columns.days, value: daysText(row.from_on, row.until_on, language) },
        ]}
      />
      {data.steps.length > 0 && (
        <Steps steps={data.steps} words={{ closed: briefings.closed_steps, none: briefings.no_steps }} />
      )}
      <form method="get" action={clusterPath(row.id, 'thanh-vien')} class="gd-filter">
        <DateInput name="ngay" label={units.search.day} value={data.day_typed} error={data.day_fault ?? undefined} />
        <Button kind="secondary">{reports.show}</Button>
      </form>
      <MembersTable frame={frame} members={data.membership.members} day={data.day} />
      <WithoutHeir language={language} names={data.membership.without_heir} />
      {row.hosts.length > 0 && (
        <Table
          caption={briefings.hosts}
          rows={row.hosts.toSorted((a, b) => (a.period < b.period ? 1 : -1))}
          row_key={(one) => one.period}
          empty=""
          columns={[
            {
              key: 'period',
              title: reports.period,
              row_header: true,
              cell: (one) => <Link href={clusterPath(row.id, '', one.period)}>{periodName(one.period)}</Link>,
            },
            { key: 'host', title: briefings.columns.host, cell: (one) => data.names.get(one.unit_id) ?? '' },
          ]}
        />
      )}
      <Table
        caption={briefings.through_time}
        rows={row.members}
        row_key={(one) => one.unit_id + one.from_on}
        empty={<p class="govuk-body">{briefings.no_members}</p>}
        columns={[
          {
            key: 'name',
            title: briefings.columns.member,
            row_header: true,
            cell: (one) => data.names.get(one.unit_id) ?? '',
          },
          { key: 'from', title: units.columns.from_on, nowrap: true, cell: (one) => isoDay(one.from_on) },
          {
            key: 'until',
            title: units.columns.until_on,
            nowrap: true,
            cell: (one) =>
              one.until_on === null ? '' : shortDay(Temporal.PlainDate.from(one.until_on).subtract({ days: 1 })),
          },
        ]}
      />
      <History frame={frame} happened={data.happened} steps={briefings.steps} />
      <p class="govuk-body">
        <Link href={clustersPath}>{briefings.clusters}</Link>
      </p>
    </DeskPage>
  )
}

const isoDay = (text: string) => shortDay(Temporal.PlainDate.from(text))

function MembersTable(props: { frame: Frame; members: readonly Member[]; day: Temporal.PlainDate }) {
  const { briefings, units } = words(props.frame.language)
  return (
    <Table
      caption={briefings.members_on(shortDay(props.day))}
      rows={props.members}
      row_key={(one) => one.id}
      empty={<p class="govuk-body">{briefings.no_members}</p>}
      columns={[
        {
          key: 'name',
          title: briefings.columns.member,
          row_header: true,
          cell: (one) => <Link href={`/don-vi/${one.id}?ngay=${props.day}`}>{one.name}</Link>,
        },
        { key: 'code', title: units.columns.code, nowrap: true, cell: (one) => one.code ?? '–' },
        {
          key: 'heir',
          title: units.columns.note,
          cell: (one) => one.stands_for.map((old) => briefings.stands_for(old.name, shortDay(old.since_on))).join('; '),
        },
      ]}
    />
  )
}

/** Members that ended and left no body of their kind. */
export function WithoutHeir({ language, names }: { language: Language; names: readonly string[] }) {
  if (names.length === 0) return null
  return <Inset>{words(language).briefings.without_heir(names.join(', '))}</Inset>
}
