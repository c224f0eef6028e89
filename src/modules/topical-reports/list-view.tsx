/** The page of topical reports: what waits for an answer, and what was asked. */
import { Button, Link } from '../../ui/parts/button.tsx'
import { DeskPage } from '../../ui/parts/desk-page.tsx'
import { number } from '../../ui/parts/format.ts'
import type { Frame } from '../../ui/parts/page.tsx'
import { Table } from '../../ui/parts/table.tsx'
import { words } from '../../ui/words/words.ts'
import { answerPath, callPath, preparePath } from './addresses.ts'
import type { AnswerLine, CallLine } from './queries.ts'
import { hourSaid } from './said.ts'

/** The page. */
export function TopicalPage(props: {
  frame: Frame
  owed: readonly AnswerLine[]
  calls: readonly CallLine[]
  units: readonly { id: string; name: string }[]
  /** The viewer has a unit that could be asked. */
  answers: boolean
}) {
  const { frame } = props
  const { 'topical-reports': topical } = words(frame.language)
  return (
    <DeskPage frame={frame} title={topical.title} current="reports" back={{ href: '/bao-cao' }}>
      <h1 class="govuk-heading-l">{topical.title}</h1>
      <p class="govuk-body">{topical.lead}</p>
      {(props.answers || props.owed.length > 0) && (
        <>
          <h2 class="govuk-heading-m">{topical.owed}</h2>
          {props.owed.length === 0 && <p class="govuk-body">{topical.owed_none}</p>}
          {props.owed.map((one) => (
            <OwedAnswer key={one.id} frame={frame} one={one} />
          ))}
        </>
      )}
      <h2 class="govuk-heading-m">{topical.made}</h2>
      {props.units.map((unit) => (
        <p key={unit.id} class="govuk-body">
          <Button kind="secondary" href={preparePath(unit.id)}>
            {topical.prepare(unit.name)}
          </Button>
        </p>
      ))}
      <Calls frame={frame} calls={props.calls} />
    </DeskPage>
  )
}

function OwedAnswer({ frame, one }: { frame: Frame; one: AnswerLine }) {
  const { 'topical-reports': topical } = words(frame.language)
  return (
    <div class="gd-topical-owed">
      <p class="govuk-body">
        <strong>{one.title}</strong>
        <br />
        {topical.answer.due(hourSaid(one.due_at))} {one.asking} → {one.unit_name}
      </p>
      <Button href={answerPath(one)}>{topical.answer_now}</Button>
    </div>
  )
}

function Calls({ frame, calls }: { frame: Frame; calls: readonly CallLine[] }) {
  const { 'topical-reports': topical, law } = words(frame.language)
  const n = (value: number) => number(value, frame.language)
  return (
    <Table
      caption={topical.made}
      caption_hidden
      rows={calls}
      row_key={(row) => row.id}
      row_href={callPath}
      empty={<p class="govuk-body">{topical.made_none}</p>}
      columns={[
        {
          key: 'title',
          title: topical.columns.title,
          row_header: true,
          cell: (row) => <Link href={callPath(row)}>{row.title}</Link>,
        },
        { key: 'asking', title: topical.columns.asking, cell: (row) => row.unit_name },
        { key: 'state', title: topical.columns.state, cell: (row) => law.states['topical-call'][row.state] },
        { key: 'due', title: topical.columns.due, nowrap: true, cell: (row) => hourSaid(row.due_at) },
        {
          key: 'answered',
          title: topical.columns.answered,
          numeric: true,
          cell: (row) => (row.round === 0 ? '–' : `${n(row.answered)}/${n(row.asked)}`),
        },
      ]}
    />
  )
}
