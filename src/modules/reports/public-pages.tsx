/** `/so-lieu`: figures for everybody, and the same as CSV. No account, no script, no day to choose. */
import type { Context, Hono } from 'hono'
import type { AppEnv } from '../../http/env.ts'
import { frameOf, renderPage } from '../../http/pages.ts'
import type { Period } from '../../law/report-periods.ts'
import type { Db } from '../../platform/database.ts'
import { Button } from '../../ui/parts/button.tsx'
import { BarChart } from '../../ui/parts/chart.tsx'
import { Select } from '../../ui/parts/fields.tsx'
import { number, percent, shortDay } from '../../ui/parts/format.ts'
import { SummaryList } from '../../ui/parts/lists.tsx'
import type { Frame } from '../../ui/parts/page.tsx'
import { PortalPage } from '../../ui/parts/portal-page.tsx'
import { ProvinceMap } from '../../ui/parts/province-map.tsx'
import { type Column, Table } from '../../ui/parts/table.tsx'
import { Inset } from '../../ui/parts/text.tsx'
import { type Language, words } from '../../ui/words/words.ts'
import { type PublicCounts, processedOf, shareOf } from './coarsen.ts'
import {
  type PublicFigures,
  type PublicRow,
  provincesToday,
  publicFigures,
  publishedPeriods,
} from './public-queries.ts'
import type { ReportUnit } from './report.ts'

/** Where the figures stand. */
export const publicFiguresPath = '/so-lieu'

const country = 'TW'
/** More bars than these are no picture any more. */
const bars_max = 60

const pathOf = (unit: string, period: string, path = publicFiguresPath) =>
  `${path}?${new URLSearchParams({ don_vi: unit, ky: period })}`

/** Registers the page and its CSV. */
export function publicPages(app: Hono<AppEnv>, { db }: { db: Db }): void {
  app.get(publicFiguresPath, async (c) => {
    const { periods, period, found } = await read(c, db)
    if (period && !found) return c.notFound()
    const provinces = await provincesToday(c.var.viewer, db.pool)
    return renderPage(c, <PublicFiguresPage frame={frameOf(c)} {...{ periods, found, provinces }} />)
  })
  app.get(`${publicFiguresPath}.csv`, async (c) => {
    const { found } = await read(c, db)
    if (!found) return c.notFound()
    const name = `so-lieu_${found.unit.code ?? found.unit.id}_${found.period.id}.csv`
    return c.body(csvOf(found, c.var.language), 200, {
      'Content-Type': 'text/csv; charset=utf-8',
      'Content-Disposition': `attachment; filename="${name}"`,
    })
  })
}

/** The unit and the period of the address; without them the country and the latest. */
async function read(c: Context<AppEnv>, db: Db) {
  const { viewer } = c.var
  const periods = publishedPeriods(viewer.on)
  const id = c.req.query('ky')
  const period = id === undefined ? periods[0] : periods.find((one) => one.id === id)
  const unit = c.req.query('don_vi') || country
  const found = period ? await publicFigures(viewer, db.pool, { unit, period }) : null
  return { periods, period: period ?? (id === undefined ? null : id), found }
}

/** The page; without figures it says when the first will come. */
export function PublicFiguresPage(props: {
  frame: Frame
  periods: readonly Period[]
  found: PublicFigures | null
  provinces: readonly ReportUnit[]
}) {
  const { frame, found } = props
  const { public_figures: w } = words(frame.language)
  return (
    <PortalPage frame={frame} title={w.title}>
      <h1 class="govuk-heading-l">{w.title}</h1>
      <p class="govuk-body">{w.lead}</p>
      {found ? <Shown {...props} found={found} /> : <Inset>{w.none}</Inset>}
      <h2 class="govuk-heading-m">{w.how}</h2>
      <ul class="govuk-list govuk-list--bullet">
        {w.rules.map((rule) => (
          <li key={rule}>{rule}</li>
        ))}
      </ul>
    </PortalPage>
  )
}

function Picker(props: {
  frame: Frame
  periods: readonly Period[]
  found: PublicFigures
  provinces: readonly ReportUnit[]
}) {
  const { frame, found } = props
  const { public_figures: w, reports } = words(frame.language)
  const codes = [country, ...props.provinces.map((one) => one.code ?? one.id)]
  const own = found.unit.code ?? found.unit.id
  const units = [
    { value: country, label: w.country },
    ...(codes.includes(own) ? [] : [{ value: own, label: found.unit.name }]),
    ...props.provinces.map((one) => ({ value: one.code ?? one.id, label: one.name })),
  ]
  const periods = props.periods.map((one) => ({ value: one.id, label: reports.periods[one.kind](one.year) }))
  return (
    <form method="get" action={publicFiguresPath} class="gd-filter">
      <Select name="ky" label={w.period} items={periods} value={found.period.id} />
      <Select name="don_vi" label={w.province} items={units} value={own} />
      <Button kind="secondary">{w.show}</Button>
    </form>
  )
}

function Shown(props: {
  frame: Frame
  periods: readonly Period[]
  found: PublicFigures
  provinces: readonly ReportUnit[]
}) {
  const { frame, found } = props
  const { language } = frame
  const { public_figures: w, reports } = words(language)
  const name = found.unit.level === 'country' ? w.country : found.unit.name
  const period = reports.periods[found.period.kind](found.period.year)
  const unit = found.unit.code ?? found.unit.id
  const empty = Object.values(found.total).every((count) => count === 0)
  const told = found.rows.filter((row) => row.counts !== null)
  const above = found.above && (found.above.level === 'country' ? w.country : found.above.name)
  return (
    <>
      <Picker {...props} />
      <h2 class="govuk-heading-m">{w.of(name, period)}</h2>
      {found.above && above && (
        <p class="govuk-body">
          <a class="govuk-link" href={pathOf(found.above.code ?? found.above.id, found.period.id)}>
            {w.back(above)}
          </a>
        </p>
      )}
      <p class="govuk-body">{w.days(shortDay(found.period.first_on), shortDay(found.period.last_on))}</p>
      {empty && <Inset>{w.nothing}</Inset>}
      {!empty && <Summary counts={found.total} language={language} />}
      {!empty && told.length > 0 && <Pictures found={found} name={name} period={period} language={language} />}
      {told.length > 0 && (
        <Table
          caption={w.by_unit}
          columns={columnsOf<PublicRow>(language, w.unit, (row) => rowName(row, found.period, language))}
          rows={told}
          row_key={(row) => row.unit?.id ?? row.kind}
          empty=""
        />
      )}
      {told.length > 0 && told.length < found.rows.length && (
        <p class="govuk-body">{w.others(number(found.rows.length - told.length, language))}</p>
      )}
      {found.quarters.length > 0 && (
        <Table
          caption={w.by_quarter}
          columns={columnsOf<PublicFigures['quarters'][number]>(language, w.quarter, (row) =>
            reports.periods[row.period.kind](row.period.year),
          )}
          rows={found.quarters}
          row_key={(row) => row.period.id}
          empty=""
        />
      )}
      {!empty && (
        <p class="govuk-body">
          <a class="govuk-link" href={pathOf(unit, found.period.id, `${publicFiguresPath}.csv`)}>
            {w.csv}
          </a>
        </p>
      )}
    </>
  )
}

const settledOf = (counts: PublicCounts) => counts.settled_in_time + counts.settled_late

/** Nought is said as "few": it may be up to four, or none. */
function counted(count: number | undefined, language: Language): string {
  return count ? number(count, language) : words(language).public_figures.few
}

function shared(part: number, whole: number, language: Language): string {
  const share = shareOf(part, whole)
  return share === null ? '–' : percent(Math.min(share, 1), language)
}

function Summary({ counts, language }: { counts: PublicCounts; language: Language }) {
  const { public_figures: w } = words(language)
  const rows = [
    { key: w.received, value: counted(counts.received, language) },
    { key: w.processed, value: counted(processedOf(counts), language) },
    { key: w.guided_share, value: shared(counts.guided, processedOf(counts), language) },
    { key: w.settled, value: counted(settledOf(counts), language) },
    { key: w.in_time_share, value: shared(counts.settled_in_time, settledOf(counts), language) },
  ]
  return <SummaryList rows={rows} />
}

function columnsOf<Row extends { counts: PublicCounts | null }>(
  language: Language,
  title: string,
  name: Column<Row>['cell'],
): Column<Row>[] {
  const { public_figures: w } = words(language)
  const figure = (key: string, heading: string, cell: (counts: PublicCounts) => string): Column<Row> => ({
    key,
    title: heading,
    numeric: true,
    cell: ({ counts }) => (counts ? cell(counts) : w.few),
  })
  return [
    { key: 'of', title, row_header: true, cell: name },
    figure('received', w.received, (counts) => counted(counts.received, language)),
    figure('processed', w.processed, (counts) => counted(processedOf(counts), language)),
    figure('guided', w.guided, (counts) => counted(counts.guided, language)),
    figure('guided_share', w.guided_share, (counts) => shared(counts.guided, processedOf(counts), language)),
    figure('settled', w.settled, (counts) => counted(settledOf(counts), language)),
    figure('in_time', w.in_time_share, (counts) => shared(counts.settled_in_time, settledOf(counts), language)),
  ]
}

function rowName(row: PublicRow, period: Period, language: Language) {
  const { public_figures: w } = words(language)
  if (!row.unit) return row.kind === 'unit' ? '' : w[row.kind]
  return (
    <a class="govuk-link" href={pathOf(row.unit.code ?? row.unit.id, period.id)}>
      {row.unit.name}
    </a>
  )
}

function Pictures(props: { found: PublicFigures; name: string; period: string; language: Language }) {
  const { found, language } = props
  const { public_figures: w } = words(language)
  const units = found.rows.flatMap(({ unit, counts }) => (unit ? [{ unit, value: counts?.received || null }] : []))
  const href = (unit: ReportUnit) => pathOf(unit.code ?? unit.id, found.period.id)
  const areas = units.map(({ unit, value }) => ({ code: unit.code ?? '', name: unit.name, value, href: href(unit) }))
  const bars = units
    .filter(({ value }) => value !== null)
    .map(({ unit, value }) => ({ id: unit.id, label: unit.name, value, href: href(unit) }))
  return (
    <>
      {found.unit.level === 'country' && (
        <>
          <ProvinceMap
            id="received-map"
            title={w.map_title(props.period)}
            said={w.map_said}
            counted={w.received}
            of={w.unit}
            areas={areas}
          />
          <p class="govuk-body-s">{w.map_source}</p>
        </>
      )}
      {bars.length > 0 && bars.length <= bars_max && (
        <BarChart
          id="received-bars"
          title={w.bars_title(props.name)}
          said={w.bars_said}
          counted={w.received}
          of={w.unit}
          bars={bars}
        />
      )}
    </>
  )
}

const quoted = (cell: string | number) =>
  typeof cell === 'number' ? String(cell) : `"${cell.replace(/^(?=[=+\-@\t\r])/, "'").replaceAll('"', '""')}"`

/** The rows as CSV with a byte-order mark, so that spreadsheets read the Vietnamese; nought for what was too small. */
export function csvOf(found: PublicFigures, language: Language): string {
  const { public_figures: w } = words(language)
  const { code, unit, period, ...counts } = w.csv_columns
  const names = [
    'received',
    'handled_here',
    'guided',
    'transferred',
    'otherwise',
    'settled_in_time',
    'settled_late',
  ] as const
  const line = (row: { code: string; name: string; counts: PublicCounts | null }) =>
    [row.code, row.name, found.period.id, ...names.map((name) => row.counts?.[name] ?? 0)].map(quoted).join(',')
  const total = { code: found.unit.code ?? '', name: found.unit.name, counts: found.total }
  const rows = found.rows.map((row) => ({
    code: row.unit?.code ?? '',
    name: row.unit?.name ?? (row.kind === 'unit' ? '' : w[row.kind]),
    counts: row.counts,
  }))
  const head = [code, unit, period, ...names.map((name) => counts[name])].map(quoted).join(',')
  return `\uFEFF${[head, ...[total, ...rows].map(line)].join('\r\n')}\r\n`
}
