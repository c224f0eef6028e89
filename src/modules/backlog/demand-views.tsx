/** Pages of demands on overdue units, and the line on the worklist that leads to them. */
import { Link } from '../../ui/parts/button.tsx'
import { DeskPage } from '../../ui/parts/desk-page.tsx'
import { number, shortDay } from '../../ui/parts/format.ts'
import { known, paragraphs, recordPath } from '../../ui/parts/letter.tsx'
import { SummaryList, type SummaryRow } from '../../ui/parts/lists.tsx'
import type { Frame } from '../../ui/parts/page.tsx'
import { type OfferedStep, StepRow } from '../../ui/parts/steps.tsx'
import { Table } from '../../ui/parts/table.tsx'
import { Inset, Tag } from '../../ui/parts/text.tsx'
import { type Language, words } from '../../ui/words/words.ts'
import { boardPath, paths, rowPath } from './addresses.ts'
import { stateOf } from './board-view.tsx'
import type { DemandLetter } from './demand-letters.ts'
import type { Demand, DemandItem, UnitBelow } from './demand-reads.ts'
import { nameOf } from './list-views.tsx'

const waits = (row: Demand) => row.state === 'demanded' || row.state === 'escalated'

function AnswerBy({ row, frame }: { row: Demand; frame: Frame }) {
  const { demands } = words(frame.language).backlog
  const left = frame.on.until(row.answer_by).days
  return (
    <>
      <span class="gd-nowrap">{shortDay(row.answer_by)}</span>{' '}
      {waits(row) && (left < 0 ? <Tag colour="red">{demands.late(-left)}</Tag> : <Tag>{demands.left(left)}</Tag>)}
    </>
  )
}

const stateName = (row: Demand, language: Language) => known(words(language).law.states['overdue-demand'], row.state)

/** All demands of the viewer's units, and for a head what is overdue below. */
export function DemandsPage(props: { frame: Frame; rows: readonly Demand[]; below: readonly UnitBelow[] | null }) {
  const { frame } = props
  const { backlog } = words(frame.language)
  const { demands } = backlog
  return (
    <DeskPage frame={frame} title={demands.title} current="worklists" back={{ href: boardPath, text: backlog.title }}>
      <h1 class="govuk-heading-l">{demands.title}</h1>
      <p class="govuk-body">{demands.lead}</p>
      <Table
        caption={demands.title}
        caption_hidden
        rows={props.rows}
        row_key={(row) => row.id}
        row_href={(row) => rowPath('demands', row)}
        empty={demands.empty}
        columns={[
          { key: 'on', title: demands.demanded, nowrap: true, cell: (row) => shortDay(row.demanded_on) },
          {
            key: 'to',
            title: demands.to,
            row_header: true,
            cell: (row) => <Link href={rowPath('demands', row)}>{row.subordinate_name}</Link>,
          },
          { key: 'from', title: demands.from, cell: (row) => row.unit_name },
          { key: 'cases', title: demands.overdue, numeric: true, cell: (row) => row.items.length },
          { key: 'by', title: demands.answer_by, cell: (row) => <AnswerBy row={row} frame={frame} /> },
          { key: 'state', title: demands.state, cell: (row) => stateName(row, frame.language) },
        ]}
      />
      {props.below && <Below frame={frame} below={props.below} />}
    </DeskPage>
  )
}

function Below({ frame, below }: { frame: Frame; below: readonly UnitBelow[] }) {
  const { demands } = words(frame.language).backlog
  return (
    <section>
      <h2 class="govuk-heading-m">{demands.below}</h2>
      <Table
        caption={demands.below}
        caption_hidden
        rows={below}
        row_key={(row) => row.unit_id}
        empty={demands.below_empty}
        columns={[
          { key: 'unit', title: demands.unit, row_header: true, cell: (row) => row.name },
          { key: 'some', title: demands.overdue, numeric: true, cell: (row) => number(row.overdue, frame.language) },
          { key: 'longest', title: demands.longest, cell: (row) => demands.days(row.longest) },
          {
            key: 'ask',
            title: demands.ask,
            cell: (row) => <Link href={`${paths.demands}/${row.unit_id}/make-demand`}>{demands.ask}</Link>,
          },
        ]}
      />
    </section>
  )
}

/** One demand, for both sides. */
export function DemandPage(props: {
  frame: Frame
  row: Demand
  items: readonly DemandItem[]
  letters: readonly DemandLetter[]
  steps: readonly OfferedStep[]
}) {
  const { frame, row } = props
  const { demands } = words(frame.language).backlog
  const title = demands.of(row.subordinate_name)
  const rows: (SummaryRow | null)[] = [
    { key: demands.from, value: row.unit_name },
    { key: demands.demanded, value: shortDay(row.demanded_on) },
    row.escalated_on ? { key: demands.escalated, value: shortDay(row.escalated_on) } : null,
    { key: demands.answer_by, value: <AnswerBy row={row} frame={frame} /> },
    { key: demands.note, value: paragraphs(row.note) },
    row.answered_on ? { key: demands.answered, value: shortDay(row.answered_on) } : null,
    row.answer ? { key: demands.answer, value: paragraphs(row.answer) } : null,
    row.end_note ? { key: demands.end_note, value: paragraphs(row.end_note) } : null,
  ]
  return (
    <DeskPage frame={frame} title={title} current="worklists" back={{ href: paths.demands, text: demands.title }}>
      <h1 class="govuk-heading-l">
        {title} <Tag>{stateName(row, frame.language)}</Tag>
      </h1>
      <SummaryList rows={rows.filter((one): one is SummaryRow => one !== null)} />
      <StepRow steps={props.steps} />
      <Items frame={frame} items={props.items} />
      <ul class="govuk-list">
        {props.letters.map((one) => (
          <li key={one.id}>
            <Link href={`${rowPath('demands', row)}/van-ban/${one.id}`}>
              {`${demands.letter} ${one.number}/${one.year} (.docx)`}
            </Link>
          </li>
        ))}
      </ul>
    </DeskPage>
  )
}

function Items({ frame, items }: { frame: Frame; items: readonly DemandItem[] }) {
  const { backlog } = words(frame.language)
  const { demands, columns } = backlog
  const on = (text: string) => shortDay(Temporal.PlainDate.from(text))
  return (
    <Table
      caption={demands.items}
      rows={items}
      row_key={(item) => item.id}
      row_href={(item) => recordPath(item.kind, item)}
      empty=""
      columns={[
        {
          key: 'record',
          title: columns.record,
          row_header: true,
          cell: (item) => <Link href={recordPath(item.kind, item)}>{nameOf(item, frame.language)}</Link>,
        },
        { key: 'about', title: columns.about, cell: (item) => item.title },
        { key: 'due', title: demands.due, nowrap: true, cell: (item) => on(item.due_on) },
        { key: 'over', title: demands.over, cell: (item) => demands.days(item.days) },
        {
          key: 'now',
          title: demands.now,
          cell: (item) => (item.state ? stateOf(item.kind, item.state, frame.language) : demands.closed_now),
        },
        { key: 'new', title: demands.new_on, nowrap: true, cell: (item) => (item.new_on ? on(item.new_on) : '–') },
      ]}
    />
  )
}

/** On the worklist: what the viewer's unit owes the superior, and what units below owe. Nothing where nothing waits. */
export function DemandsWait({ language, waiting }: { language: Language; waiting: { owed: number; late: number } }) {
  const { demands } = words(language).backlog
  if (waiting.owed + waiting.late === 0) return null
  return (
    <Inset>
      {waiting.owed > 0 && <p class="govuk-body">{demands.owed(waiting.owed)}</p>}
      {waiting.late > 0 && <p class="govuk-body">{demands.unanswered(waiting.late)}</p>}
      <Link href={paths.demands}>{demands.see}</Link>
    </Inset>
  )
}
