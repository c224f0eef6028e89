/** The page of findings: each scope with its list and chart, the map for the centre, what the scan does and does not see. */

import { Button, Link } from '../../ui/parts/button.tsx'
import { BarChart } from '../../ui/parts/chart.tsx'
import { DeskPage } from '../../ui/parts/desk-page.tsx'
import { number, shortDay } from '../../ui/parts/format.ts'
import { known } from '../../ui/parts/letter.tsx'
import { SummaryList } from '../../ui/parts/lists.tsx'
import type { Frame } from '../../ui/parts/page.tsx'
import { ProvinceMap } from '../../ui/parts/province-map.tsx'
import { provinceShapes } from '../../ui/parts/province-shapes.ts'
import { type OfferedStep, StepRow } from '../../ui/parts/steps.tsx'
import { Table } from '../../ui/parts/table.tsx'
import { Details, Inset } from '../../ui/parts/text.tsx'
import { type Language, words } from '../../ui/words/words.ts'
import { findingPath, planPath, scanPath } from './addresses.ts'
import { hotspotInputs, intakeField } from './inputs.ts'
import { PlanList } from './plan-views.tsx'
import type { Finding, HotspotRun, PlanFigures, PlanLine } from './queries.ts'

/** What a field is called; null: all of them together. */
export function fieldName(field: string | null, language: Language): string {
  const { hotspots: h, law } = words(language)
  if (field === null) return h.all_fields
  return field === intakeField ? h.intake : known(law.fields, field)
}

/** The stretch of days in which the work fell due. */
export function windowName(
  row: { window_days: number | null; since_on: Temporal.PlainDate },
  language: Language,
): string {
  const { hotspots: h } = words(language)
  return h.windows[String(row.window_days)] ?? h.any_window(shortDay(row.since_on))
}

/** An expected number, with one decimal at most. */
const about = (value: number, language: Language) =>
  value.toLocaleString(language === 'vi' ? 'vi-VN' : 'en-GB', { maximumFractionDigits: 1 })

/** Of more scopes than these, those without a finding are told in one sentence. */
const sectionsMax = 3

/** Everything of the page. */
export interface HotspotsData {
  runs: readonly HotspotRun[]
  findings: readonly Finding[]
  plans: readonly PlanLine[]
  ended: readonly PlanLine[]
  figures: PlanFigures
  may_ask: boolean
  /** What became of the request for a scan. */
  note: 'asked' | 'asked-often' | null
}

/** The page. */
export function HotspotsPage(props: { frame: Frame; data: HotspotsData }) {
  const { frame, data } = props
  const { language } = frame
  const { hotspots: h } = words(language)
  const n = (value: number) => number(value, language)
  const { figures } = data
  const many = data.runs.length > sectionsMax
  const named = new Set(data.findings.map((one) => one.run_id))
  const shown = many ? data.runs.filter((run) => run.level === 'country' || named.has(run.id)) : data.runs
  const unnamed = data.runs.length - shown.length
  return (
    <DeskPage frame={frame} title={h.title} current="reports">
      <h1 class="govuk-heading-l">{h.title}</h1>
      <p class="govuk-body">{h.lead}</p>
      {data.note && <Inset>{data.note === 'asked' ? h.asked : h.asked_often}</Inset>}
      {data.runs.length === 0 && <Inset>{h.no_run}</Inset>}
      {data.runs.some((run) => run.level === 'country' && run.whole) && (
        <CountryMap runs={data.runs} findings={data.findings} language={language} />
      )}
      {shown.map((run) => (
        <RunSection
          key={run.id}
          frame={frame}
          run={run}
          findings={data.findings.filter((one) => one.run_id === run.id)}
          may_ask={data.may_ask}
          alone={data.runs.length === 1}
          many={many}
        />
      ))}
      {unnamed > 0 && <p class="govuk-body">{h.unnamed(n(unnamed))}</p>}
      <h2 class="govuk-heading-m">{h.plans.running}</h2>
      <PlanList frame={frame} rows={data.plans} ended={false} />
      {data.ended.length > 0 && (
        <Details summary={h.plans.ended}>
          <PlanList frame={frame} rows={data.ended} ended />
        </Details>
      )}
      <h3 class="govuk-heading-s">{h.figures}</h3>
      <p class="govuk-body">
        {h.figures_said({
          opened: n(figures.opened),
          closed: n(figures.closed),
          withdrawn: n(figures.withdrawn),
          running: n(figures.running),
          overdue: n(figures.overdue),
        })}{' '}
        {figures.closed > 0 && h.figures_fell(n(figures.behind_then), n(figures.behind_at_end))}
      </p>
      <How language={language} />
    </DeskPage>
  )
}

function CountryMap(props: { runs: readonly HotspotRun[]; findings: readonly Finding[]; language: Language }) {
  const { map } = words(props.language).hotspots
  const counts = new Map<string, number>()
  for (const one of props.findings)
    if (one.province_code) counts.set(one.province_code, (counts.get(one.province_code) ?? 0) + 1)
  const areas = props.runs.flatMap(({ level, code, scope }) =>
    level === 'province' && code ? [{ code, name: scope, value: counts.get(code) ?? 0 }] : [],
  )
  if (areas.length === 0 || provinceShapes().size === 0) return null
  return (
    <>
      <ProvinceMap
        id="hotspots-map"
        title={map.title}
        said={map.said}
        counted={map.counted}
        of={map.of}
        areas={areas}
      />
      <p class="govuk-body-s">{map.source}</p>
    </>
  )
}

function RunSection(props: {
  frame: Frame
  run: HotspotRun
  findings: readonly Finding[]
  may_ask: boolean
  /** It is the only one on the page. */
  alone: boolean
  /** One of the many that the centre sees: its list is enough. */
  many: boolean
}) {
  const { frame, run, findings } = props
  const { language } = frame
  const { hotspots: h } = words(language)
  // Single places of a country of which the viewer sees one: nothing to say where nothing was found.
  if (!run.whole && run.level === 'country' && findings.length === 0) return null
  const n = (value: number) => number(value, language)
  const title = run.level === 'country' ? h.scope.country : h.scope.province(run.scope)
  const said = run.whole
    ? h.run(shortDay(run.run_on), n(run.cases), n(run.places), shortDay(run.since_on))
    : h.run_part(shortDay(run.run_on))
  return (
    <section>
      <h2 class="govuk-heading-m">{title}</h2>
      <p class="govuk-body">{said}</p>
      <FindingList frame={frame} title={title} findings={findings} />
      {findings.length > 1 && (run.level === 'country' || !props.many) && (
        <BarChart
          id={`hotspots-${run.id}`}
          title={`${h.chart.title} · ${run.scope}`}
          said={h.chart.said}
          counted={h.chart.counted}
          of={h.chart.of}
          before={h.chart.before}
          bars={findings.map((one) => ({
            id: one.id,
            label: `${one.place}, ${fieldName(one.field, language)}`,
            value: one.behind,
            before: Math.round(one.expected * 10) / 10,
            href: findingPath(one.id),
          }))}
        />
      )}
      {props.may_ask && (props.many ? run.level === 'country' : run.whole || props.alone) && (
        <form method="post" action={scanPath}>
          <input type="hidden" name="scope_id" value={run.scope_id} />
          <Button kind="secondary">{h.ask}</Button>
          <p class="govuk-body-s">{h.ask_hint}</p>
        </form>
      )}
    </section>
  )
}

function FindingList(props: { frame: Frame; title: string; findings: readonly Finding[] }) {
  const { language } = props.frame
  const { hotspots: h } = words(language)
  const n = (value: number) => number(value, language)
  return (
    <Table
      caption={props.title}
      caption_hidden
      rows={props.findings}
      row_key={(row) => row.id}
      row_href={(row) => findingPath(row.id)}
      empty={h.none}
      columns={[
        {
          key: 'place',
          title: h.columns.place,
          row_header: true,
          nowrap: true,
          cell: (row) => (
            <>
              {row.place} <br />
              <Link href={findingPath(row.id)}>{h.why}</Link>
            </>
          ),
        },
        { key: 'behind', title: h.columns.behind, cell: (row) => h.share(n(row.behind), n(row.cases)) },
        { key: 'field', title: h.columns.field, cell: (row) => fieldName(row.field, language) },
        { key: 'window', title: h.columns.window, cell: (row) => windowName(row, language) },
        { key: 'expected', title: h.columns.expected, numeric: true, cell: (row) => about(row.expected, language) },
        {
          key: 'plan',
          title: h.columns.plan,
          cell: (row) =>
            row.plan_id ? (
              <Link href={planPath({ unit_id: row.place_id, id: row.plan_id })}>{h.has_plan}</Link>
            ) : (
              h.no_plan
            ),
        },
      ]}
    />
  )
}

function How({ language }: { language: Language }) {
  const { how } = words(language).hotspots
  return (
    <section id="xem-gi">
      <h2 class="govuk-heading-m">{how.title}</h2>
      <p class="govuk-body">{how.sees}</p>
      <ul class="govuk-list govuk-list--bullet">
        {hotspotInputs.map(({ id }) => (
          <li key={id}>{how.inputs[id]}</li>
        ))}
      </ul>
      <p class="govuk-body">{how.not_seen}</p>
      <p class="govuk-body">{how.household}</p>
      <p class="govuk-body">{how.chance('5')}</p>
      <p class="govuk-body">{how.blind}</p>
      <p class="govuk-body">{how.services}</p>
    </section>
  )
}

/** One finding, explained. */
export function FindingPage(props: {
  frame: Frame
  found: Finding
  steps: readonly OfferedStep[]
  /** The viewer's own overdue worklist, where it is theirs. */
  own_list: string | null
  back: string
}) {
  const { frame, found } = props
  const { language } = frame
  const { hotspots: h } = words(language)
  const { explain } = h
  const n = (value: number) => number(value, language)
  const field = fieldName(found.field, language)
  const within = windowName(found, language)
  return (
    <DeskPage
      frame={frame}
      title={explain.title(found.place)}
      current="reports"
      wide={false}
      back={{ href: props.back, text: h.back }}
    >
      <h1 class="govuk-heading-l">{explain.title(found.place)}</h1>
      <ul class="govuk-list govuk-list--bullet">
        <li>{explain.what(field, within)}</li>
        <li>{explain.counted(n(found.cases), n(found.behind))}</li>
        <li>{explain.expected(about(found.expected, language))}</li>
        <li>{explain.chance(about(Math.max(1, Math.round(found.chance * 1000)), language))}</li>
        <li>{explain.run(shortDay(found.run_on))}</li>
      </ul>
      <SummaryList
        rows={[
          { key: h.columns.behind, value: h.share(n(found.behind), n(found.cases)) },
          { key: h.columns.expected, value: about(found.expected, language) },
          {
            key: explain.chance_label,
            value: (found.chance * 100)
              .toLocaleString(language === 'vi' ? 'vi-VN' : 'en-GB', {
                maximumFractionDigits: 1,
              })
              .concat(' %'),
          },
          {
            key: h.columns.plan,
            value: found.plan_id ? (
              <Link href={planPath({ unit_id: found.place_id, id: found.plan_id })}>{h.plans.open_href}</Link>
            ) : (
              h.no_plan
            ),
          },
        ]}
      />
      {props.own_list && (
        <p class="govuk-body">
          <Link href={props.own_list}>{explain.own_list}</Link>
        </p>
      )}
      <StepRow steps={props.steps} />
      <p class="govuk-body">{h.how.not_seen}</p>
      <p class="govuk-body">{explain.no_people}</p>
      <p class="govuk-body">{h.how.services}</p>
    </DeskPage>
  )
}
