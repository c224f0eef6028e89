/** The list of study sessions and the page of one. */
import type { Happened } from '../../platform/actions/timeline.ts'
import { Link } from '../../ui/parts/button.tsx'
import { DeskPage } from '../../ui/parts/desk-page.tsx'
import { number, shortDay } from '../../ui/parts/format.ts'
import { paragraphs } from '../../ui/parts/letter.tsx'
import { SummaryList } from '../../ui/parts/lists.tsx'
import type { Frame } from '../../ui/parts/page.tsx'
import { History } from '../../ui/parts/step-page.tsx'
import { type OfferedStep, StepRow, Steps } from '../../ui/parts/steps.tsx'
import { Table } from '../../ui/parts/table.tsx'
import { words } from '../../ui/words/words.ts'
import { paths, rowPath } from './addresses.ts'
import { known, Parts } from './parts.tsx'
import type { StudySession } from './queries.ts'

/** The list. */
export function SessionsPage(props: { frame: Frame; rows: readonly StudySession[]; steps: readonly OfferedStep[] }) {
  const { frame, rows, steps } = props
  const { programmes: p } = words(frame.language)
  return (
    <DeskPage frame={frame} title={p.tabs.sessions} current="programmes">
      <h1 class="govuk-heading-l">{p.tabs.sessions}</h1>
      <Parts frame={frame} current="sessions" />
      <StepRow steps={steps} />
      <Table
        caption={p.tabs.sessions}
        caption_hidden
        rows={rows}
        row_key={(row) => row.id}
        row_href={(row) => rowPath('sessions', row)}
        empty={p.empty.sessions}
        columns={[
          {
            key: 'title',
            title: p.labels.instrument,
            row_header: true,
            cell: (row) => <Link href={rowPath('sessions', row)}>{row.instrument_title}</Link>,
          },
          { key: 'on', title: p.columns.held_on, nowrap: true, cell: (row) => shortDay(row.held_on) },
          { key: 'unit', title: p.columns.unit, cell: (row) => row.unit_name },
          { key: 'mode', title: p.columns.mode, cell: (row) => known(p.modes, row.mode) },
          { key: 'people', title: p.columns.people, numeric: true, cell: (row) => number(row.people, frame.language) },
        ]}
      />
    </DeskPage>
  )
}

/** One session. */
export function SessionPage(props: {
  frame: Frame
  row: StudySession
  names: ReadonlyMap<string, string>
  steps: readonly OfferedStep[]
  happened: readonly Happened[]
}) {
  const { frame, row, names } = props
  const { programmes: p, law } = words(frame.language)
  const steps: Readonly<Record<string, { done: string }>> = law.steps['study-session']
  const instrument = { unit_id: row.instrument_unit_id, id: row.instrument_id }
  return (
    <DeskPage
      frame={frame}
      title={row.instrument_title}
      current="programmes"
      wide={false}
      back={{ href: paths.sessions, text: p.tabs.sessions }}
    >
      <h1 class="govuk-heading-l">{row.instrument_title}</h1>
      <SummaryList
        rows={[
          {
            key: p.labels.instrument,
            value: <Link href={rowPath('instruments', instrument)}>{row.instrument_title}</Link>,
          },
          { key: p.columns.held_on, value: shortDay(row.held_on) },
          { key: p.columns.place, value: row.place },
          { key: p.columns.mode, value: known(p.modes, row.mode) },
          { key: p.columns.unit, value: row.unit_name },
        ]}
      />
      <Table
        caption={p.attendance}
        rows={row.attendance}
        row_key={(one) => one.unit_id}
        empty=""
        columns={[
          { key: 'unit', title: p.columns.unit, row_header: true, cell: (one) => names.get(one.unit_id) ?? '' },
          { key: 'people', title: p.columns.people, numeric: true, cell: (one) => number(one.people, frame.language) },
        ]}
        foot={[p.all_people, number(row.people, frame.language)]}
      />
      {row.questions.length > 0 && <h2 class="govuk-heading-m">{p.questions}</h2>}
      {row.questions.map((one) => (
        <div key={one.question}>
          <strong>{one.question}</strong>
          {paragraphs(one.answer ?? p.no_answer)}
        </div>
      ))}
      <Steps steps={props.steps} words={p.steps} />
      <History
        frame={frame}
        happened={props.happened}
        steps={Object.fromEntries(Object.entries(steps).map(([step, said]) => [step, said.done]))}
      />
    </DeskPage>
  )
}
