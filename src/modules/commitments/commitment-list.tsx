/** What was promised in one place, as a part of the page of that place: each with owner, day, state and link. */
import { Link } from '../../ui/parts/button.tsx'
import { shortDay } from '../../ui/parts/format.ts'
import type { Frame } from '../../ui/parts/page.tsx'
import { Table } from '../../ui/parts/table.tsx'
import { Tag } from '../../ui/parts/text.tsx'
import { words } from '../../ui/words/words.ts'
import { commitmentPath } from './addresses.ts'
import type { CommitmentLine } from './queries.ts'
import { type Dated, type HowItStands, howItStands } from './standing.ts'

const colours: Readonly<Record<HowItStands, 'grey' | 'green' | 'red' | 'yellow' | 'blue'>> = {
  running: 'blue',
  overdue: 'red',
  unanswered: 'yellow',
  reported: 'yellow',
  kept: 'green',
  'kept-late': 'yellow',
  replaced: 'grey',
  'not-kept': 'red',
}

/** How a commitment stands on the page's day, as a tag with its words. */
export function StandingTag({ row, frame }: { row: Dated; frame: Frame }) {
  const how = howItStands(row, frame.on)
  return <Tag colour={colours[how]}>{words(frame.language).commitments.standing[how]}</Tag>
}

/** The list under its heading; `face` says where its links lead. */
export function CommitmentList(props: {
  frame: Frame
  face: 'desk' | 'public'
  lines: readonly CommitmentLine[]
  /** Left out where the page has a heading of its own. */
  heading_hidden?: boolean
}) {
  const { frame, face } = props
  const { commitments: w } = words(frame.language)
  return (
    <Table
      caption={w.promises.title}
      caption_hidden={props.heading_hidden}
      rows={props.lines}
      row_key={(row) => row.id}
      row_href={(row) => commitmentPath(face, row)}
      empty={w.list_empty}
      columns={[
        {
          key: 'text',
          title: w.columns.text,
          row_header: true,
          cell: (row) => <Link href={commitmentPath(face, row)}>{row.text ?? w.words_not_public}</Link>,
        },
        { key: 'unit', title: w.columns.unit, cell: (row) => row.unit },
        { key: 'due', title: w.columns.due, nowrap: true, cell: (row) => shortDay(row.due_on) },
        { key: 'state', title: w.columns.state, cell: (row) => <StandingTag row={row} frame={frame} /> },
      ]}
    />
  )
}
