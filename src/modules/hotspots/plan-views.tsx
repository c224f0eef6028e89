/** Plans to catch up: their list, and one with its figures then and now. */
import type { Happened } from '../../platform/actions/timeline.ts'
import { Link } from '../../ui/parts/button.tsx'
import { DeskPage } from '../../ui/parts/desk-page.tsx'
import { number, shortDay } from '../../ui/parts/format.ts'
import { known, paragraphs } from '../../ui/parts/letter.tsx'
import { SummaryList, type SummaryRow } from '../../ui/parts/lists.tsx'
import type { Frame } from '../../ui/parts/page.tsx'
import { History } from '../../ui/parts/step-page.tsx'
import { type OfferedStep, StepRow } from '../../ui/parts/steps.tsx'
import { Table } from '../../ui/parts/table.tsx'
import { Tag } from '../../ui/parts/text.tsx'
import { words } from '../../ui/words/words.ts'
import { findingPath, hotspotsPath, planPath } from './addresses.ts'
import type { FiguresNow } from './hotspot-plan.ts'
import { fieldName, windowName } from './hotspot-views.tsx'
import type { PlanLine } from './queries.ts'

function Target({ row, frame }: { row: PlanLine; frame: Frame }) {
  const late = row.ended_on === null && Temporal.PlainDate.compare(frame.on, row.target_on) > 0
  return (
    <>
      {shortDay(row.target_on)} {late && <Tag colour="red">{words(frame.language).hotspots.plans.late}</Tag>}
    </>
  )
}

/** Running plans by day, or those that ended. */
export function PlanList(props: { frame: Frame; rows: readonly PlanLine[]; ended: boolean }) {
  const { frame, ended } = props
  const { hotspots: h, law } = words(frame.language)
  const n = (value: number) => number(value, frame.language)
  const { plans } = h
  const caption = ended ? plans.ended : plans.running
  return (
    <Table
      caption={caption}
      caption_hidden
      rows={props.rows}
      row_key={(row) => row.id}
      row_href={planPath}
      empty={ended ? plans.none_ended : plans.none}
      columns={[
        {
          key: 'place',
          title: plans.columns.place,
          row_header: true,
          nowrap: true,
          cell: (row) => <Link href={planPath(row)}>{row.place}</Link>,
        },
        {
          key: 'target',
          title: plans.columns.target_on,
          nowrap: true,
          cell: (row) => <Target row={row} frame={frame} />,
        },
        { key: 'field', title: plans.columns.field, cell: (row) => fieldName(row.field, frame.language) },
        { key: 'owner', title: plans.columns.owner, cell: (row) => row.owner },
        ended
          ? {
              key: 'figures',
              title: plans.columns.figures_ended,
              cell: (row) => `${n(row.behind_then)} → ${row.behind_at_end === null ? '–' : n(row.behind_at_end)}`,
            }
          : { key: 'figures', title: plans.facts.behind_then, numeric: true, cell: (row) => n(row.behind_then) },
        { key: 'state', title: plans.columns.state, cell: (row) => known(law.states['hotspot-plan'], row.state) },
      ]}
    />
  )
}

/** One plan. `now` is null once it has ended. */
export function PlanPage(props: {
  frame: Frame
  row: PlanLine
  now: FiguresNow | null
  /** The finding may have been swept meanwhile. */
  finding_is_there: boolean
  steps: readonly OfferedStep[]
  happened: readonly Happened[]
}) {
  const { frame, row, now } = props
  const { hotspots: h, law } = words(frame.language)
  const { plans } = h
  const n = (value: number) => number(value, frame.language)
  const title = plans.of(row.place)
  const rows: (SummaryRow | null | false)[] = [
    { key: plans.columns.field, value: fieldName(row.field, frame.language) },
    { key: plans.facts.window, value: windowName(row, frame.language) },
    { key: plans.facts.found_on, value: shortDay(row.found_on) },
    { key: plans.columns.owner, value: row.owner },
    { key: plans.columns.target_on, value: <Target row={row} frame={frame} /> },
    { key: plans.facts.behind_then, value: plans.facts.then_said(n(row.behind_then), n(row.cases_then)) },
    now && { key: plans.facts.still, value: n(now.still) },
    now && { key: plans.facts.all, value: n(now.all) },
    row.behind_at_end !== null && { key: plans.facts.at_end, value: n(row.behind_at_end) },
    row.ended_on && { key: plans.facts.ended_on, value: shortDay(row.ended_on) },
    row.end_note !== null && { key: plans.labels.end_note, value: paragraphs(row.end_note) },
  ]
  const steps: Readonly<Record<string, { done: string }>> = law.steps['hotspot-plan']
  const done = Object.fromEntries(Object.entries(steps).map(([step, said]) => [step, said.done]))
  return (
    <DeskPage frame={frame} title={title} current="reports" wide={false} back={{ href: hotspotsPath, text: h.back }}>
      <h1 class="govuk-heading-l">
        {title} <Tag>{known(law.states['hotspot-plan'], row.state)}</Tag>
      </h1>
      <SummaryList rows={rows.filter((one): one is SummaryRow => Boolean(one))} />
      {props.finding_is_there && (
        <p class="govuk-body">
          <Link href={findingPath(row.finding_id)}>{plans.facts.finding}</Link>
        </p>
      )}
      <h2 class="govuk-heading-m">{plans.what}</h2>
      {paragraphs(row.what)}
      {row.progress.length > 0 && (
        <>
          <h2 class="govuk-heading-m">{plans.progress}</h2>
          <ul class="govuk-list govuk-list--spaced">
            {row.progress.map((note) => (
              <li key={`${note.on}${note.text}`}>
                {shortDay(Temporal.PlainDate.from(note.on))} · {note.by}: {note.text}
              </li>
            ))}
          </ul>
        </>
      )}
      <StepRow steps={props.steps} />
      <History frame={frame} happened={props.happened} steps={done} />
    </DeskPage>
  )
}
