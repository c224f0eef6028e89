/** The list of meetings at the desk. Pure functions of data. */
import { Button, Link } from '../../ui/parts/button.tsx'
import { DeskPage } from '../../ui/parts/desk-page.tsx'
import { shortDay } from '../../ui/parts/format.ts'
import type { Frame } from '../../ui/parts/page.tsx'
import { Table } from '../../ui/parts/table.tsx'
import { words } from '../../ui/words/words.ts'
import { meetingPath, meetingsPath } from './addresses.ts'
import { StateTag } from './meeting-parts.tsx'
import { papersPath } from './paper-addresses.ts'
import type { MeetingLine } from './queries.ts'

/** What the list shows. */
export function MeetingsPage(props: {
  frame: Frame
  lines: readonly MeetingLine[]
  may_plan: readonly { unit_id: string; name: string }[]
}) {
  const { frame, lines } = props
  const { conferences: w } = words(frame.language)
  const coming = (line: MeetingLine) => Temporal.PlainDate.compare(line.held_on, frame.on) >= 0
  return (
    <DeskPage frame={frame} title={w.title} current="conferences">
      <h1 class="govuk-heading-l">{w.title}</h1>
      <p class="govuk-body">{w.lead}</p>
      <p class="govuk-body">
        <Link href={papersPath}>{w.papers.index_lead}</Link>
      </p>
      {props.may_plan.map((one) => (
        <p key={one.unit_id} class="govuk-body">
          <Button href={`${meetingsPath}/lap/${one.unit_id}`}>{w.plan_for(one.name)}</Button>
        </p>
      ))}
      <Lines frame={frame} title={w.upcoming} lines={lines.filter(coming)} />
      <Lines frame={frame} title={w.past} lines={lines.filter((line) => !coming(line))} />
    </DeskPage>
  )
}

function Lines({ frame, title, lines }: { frame: Frame; title: string; lines: readonly MeetingLine[] }) {
  const { conferences: w } = words(frame.language)
  return (
    <Table
      caption={title}
      rows={lines}
      row_key={(line) => line.id}
      row_href={(line) => meetingPath(line)}
      empty={
        <p class="govuk-body">
          {title}: {w.none}
        </p>
      }
      columns={[
        {
          key: 'title',
          title: w.columns.title,
          row_header: true,
          cell: (line) => <Link href={meetingPath(line)}>{line.title}</Link>,
        },
        { key: 'day', title: w.columns.day, nowrap: true, cell: (line) => `${shortDay(line.held_on)} ${line.starts}` },
        {
          key: 'state',
          title: w.columns.state,
          cell: (line) => <StateTag state={line.state} language={frame.language} />,
        },
        {
          key: 'answered',
          title: w.columns.answered,
          cell: (line) =>
            line.invites_me ? w.invited_here : line.invited === 0 ? '' : `${line.answered}/${line.invited}`,
        },
        { key: 'kind', title: w.columns.kind, cell: (line) => w.kinds[line.kind] },
        { key: 'organiser', title: w.columns.organiser, cell: (line) => line.unit },
      ]}
    />
  )
}
