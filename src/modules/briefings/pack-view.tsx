/** The pack for a briefing, made to be printed: one A4 page for the whole cluster, then a page for each member. */
import { type AnyIndicator, registerIndicators, share } from '../../law/comparison.ts'
import { DeskPage } from '../../ui/parts/desk-page.tsx'
import { number, shortDay } from '../../ui/parts/format.ts'
import { known } from '../../ui/parts/letter.tsx'
import { OutlineMap } from '../../ui/parts/outline-map.tsx'
import type { Frame } from '../../ui/parts/page.tsx'
import { ProvinceMap } from '../../ui/parts/province-map.tsx'
import { Table } from '../../ui/parts/table.tsx'
import { words } from '../../ui/words/words.ts'
import { intakeField } from '../hotspots/inputs.ts'
import type { Finding } from '../hotspots/queries.ts'
import type { Outline } from '../units/outlines.ts'
import { clusterPath } from './addresses.ts'
import { Bars, type BriefingData, BriefingFacts, ComparisonTable, drawnIndicators } from './briefing-view.tsx'
import { allIndicators, drawn, inHundred, valuesOf } from './indicator-parts.tsx'
import type { MemberFigures } from './queries.ts'

type PackData = Omit<BriefingData, 'may_change'> & {
  outlines: readonly Outline[]
  /** Findings of the latest scans that this reader sees; null where they read none. */
  hotspots: readonly Finding[] | null
}

/** Indicators of the first landscape table; the others stand on the second. */
const half = 6

/** The whole pack on one page; the browser breaks it into sheets and makes the PDF. */
export function PackPage({ frame, data }: { frame: Frame; data: PackData }) {
  const { briefings, reports } = words(frame.language)
  const { row, comparison } = data
  const { period } = comparison
  const title = briefings.pack_of(row.name, reports.periods[period.kind](period.year))
  return (
    <DeskPage frame={frame} title={title} current="reports" back={{ href: clusterPath(row.id, '', period.id) }}>
      <div class="gd-pack">
        <section class="gd-pack-sheet">
          <h1 class="govuk-heading-l">{title}</h1>
          <p class="govuk-body gd-screen-only">{briefings.pack_lead}</p>
          <BriefingFacts frame={frame} data={data} />
          <p class="govuk-body">{briefings.briefing_lead}</p>
          <PackMap frame={frame} data={data} />
          <p class="govuk-body-s">{briefings.made_on(shortDay(frame.on))}</p>
        </section>
        <section class="gd-pack-wide">
          <ComparisonTable
            frame={frame}
            comparison={comparison}
            level={row.level}
            plain
            only={allIndicators.slice(0, half)}
          />
          <ComparisonTable
            frame={frame}
            comparison={comparison}
            level={row.level}
            plain
            more
            only={allIndicators.slice(half)}
          />
          <p class="govuk-body-s">{briefings.how_to_read}</p>
        </section>
        <section class="gd-pack-sheet">
          <h2 class="govuk-heading-m">{briefings.charts}</h2>
          <Bars frame={frame} comparison={comparison} level={row.level} ids={drawnIndicators} plain />
        </section>
        {comparison.figures
          .filter((one) => one.is_open)
          .map((one) => (
            <MemberSheet key={one.member.id} frame={frame} data={data} one={one} />
          ))}
      </div>
    </DeskPage>
  )
}

/** Provinces by the map that is there; communes by outlines, where an operator brought some. */
function PackMap({ frame, data }: { frame: Frame; data: PackData }) {
  const { briefings, reports } = words(frame.language)
  const { comparison, row, outlines } = data
  const { period } = comparison
  const name = reports.periods[period.kind](period.year)
  const open = comparison.figures.filter((one) => one.is_open)
  const shown = {
    id: 'ban-do',
    title: briefings.indicators.letters,
    said: briefings.bars_said(briefings.indicators.letters, name),
    counted: name,
    of: briefings.columns.member,
  }
  const areasBy = (code: (one: MemberFigures) => string | null) =>
    open.flatMap((one) => {
      const key = code(one)
      const value = drawn('letters', valuesOf('letters', one).now)
      return key === null ? [] : [{ code: key, name: one.member.name, value }]
    })
  if (row.level === 'province')
    return (
      <>
        <ProvinceMap {...shown} areas={areasBy((one) => one.member.code)} />
        <p class="govuk-body-s">{briefings.map_source}</p>
      </>
    )
  if (outlines.length === 0) return null
  return <OutlineMap {...shown} outlines={outlines} areas={areasBy((one) => one.member.id)} />
}

function MemberSheet({ frame, data, one }: { frame: Frame; data: PackData; one: MemberFigures }) {
  const { language } = frame
  const { briefings, reports } = words(language)
  const { frame: f } = words(language)
  const { period } = data.comparison
  const said = (value: number | null | undefined) => (value == null ? f.chart.nothing : number(value, language))
  const hundred = (id: AnyIndicator, which: 'now' | 'before') => {
    const found = share(valuesOf(id, one)[which])
    return found === null ? '–' : inHundred(found, language)
  }
  const knowsNoYear: readonly AnyIndicator[] = registerIndicators
  const then = (id: AnyIndicator, text: string) => (knowsNoYear.includes(id) ? '–' : text)
  return (
    <section class="gd-pack-sheet">
      <h2 class="govuk-heading-m">{one.member.name}</h2>
      <p class="govuk-body-s">
        {data.row.name} · {reports.periods[period.kind](period.year)}
        {one.member.stands_for.map((old) => ` · ${briefings.stands_for(old.name, shortDay(old.since_on))}`)}
      </p>
      <Table
        caption={one.member.name}
        caption_hidden
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
            cell: (id) => said(valuesOf(id, one).now?.count),
          },
          { key: 'now100', title: briefings.columns.in_hundred, numeric: true, cell: (id) => hundred(id, 'now') },
          {
            key: 'before',
            title: reports.periods[period.kind](period.year - 1),
            numeric: true,
            cell: (id) => then(id, said(valuesOf(id, one).before?.count)),
          },
          {
            key: 'before100',
            title: briefings.columns.in_hundred,
            numeric: true,
            cell: (id) => hundred(id, 'before'),
          },
          {
            key: 'change',
            title: reports.change,
            numeric: true,
            cell: (id) => {
              const { now, before } = valuesOf(id, one)
              if (now === null || before === null) return '–'
              const change = now.count - before.count
              return `${change > 0 ? '+' : ''}${number(change, language)}`
            },
          },
        ]}
      />
      <MemberHotspots frame={frame} data={data} one={one} />
      <div class="gd-pack-notes">
        <p class="govuk-body">{briefings.notes}</p>
      </div>
    </section>
  )
}

/** Most places of a member on its page; the strongest come first. */
const places_max = 6

/** Where much is overdue in the member: of the latest scan, whatever the period. Nothing for whoever reads no findings. */
function MemberHotspots({ frame, data, one }: { frame: Frame; data: PackData; one: MemberFigures }) {
  const { briefings, hotspots: h, law } = words(frame.language)
  if (data.hotspots === null || !one.may_open) return null
  const { id, code } = one.member
  const within = (found: Finding) =>
    found.place_id === id || (data.row.level === 'province' && found.province_code === code)
  const found = data.hotspots.filter(within)
  if (found.length === 0) return <p class="govuk-body-s">{briefings.no_hotspots}</p>
  const field = (row: Finding) =>
    row.field === null ? h.all_fields : row.field === intakeField ? h.intake : known(law.fields, row.field)
  return (
    <Table
      caption={briefings.hotspots(shortDay(found[0]!.run_on))}
      rows={found.slice(0, places_max)}
      row_key={(row) => row.id}
      empty=""
      columns={[
        { key: 'place', title: h.columns.place, row_header: true, cell: (row) => row.place },
        { key: 'field', title: h.columns.field, cell: field },
        {
          key: 'behind',
          title: h.columns.behind,
          cell: (row) => h.share(number(row.behind, frame.language), number(row.cases, frame.language)),
        },
        { key: 'plan', title: h.columns.plan, cell: (row) => (row.plan_id === null ? h.no_plan : h.has_plan) },
      ]}
    />
  )
}
