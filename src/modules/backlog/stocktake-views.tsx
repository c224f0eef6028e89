/** Pages of stocktakes: their list, and one with every record and its finding; printed as it stands. */
import { Link } from '../../ui/parts/button.tsx'
import { DeskPage } from '../../ui/parts/desk-page.tsx'
import { shortDay } from '../../ui/parts/format.ts'
import { paragraphs, recordPath } from '../../ui/parts/letter.tsx'
import { SummaryList } from '../../ui/parts/lists.tsx'
import type { Frame } from '../../ui/parts/page.tsx'
import { type OfferedStep, StepRow } from '../../ui/parts/steps.tsx'
import { Table } from '../../ui/parts/table.tsx'
import { Tag } from '../../ui/parts/text.tsx'
import { type Language, words } from '../../ui/words/words.ts'
import { boardPath } from './addresses.ts'
import { nameOf } from './list-views.tsx'
import type { Checked, Stocktake } from './stocktake-reads.ts'

/** A record of the list by its register and number. */
export function itemName(item: Checked, language: Language): string {
  return nameOf(item, language)
}

const stateOf = (row: Stocktake, language: Language) =>
  words(language).backlog.stocktakes.states[row.state === 'closed' ? 'closed' : 'open']

/** All stocktakes of a scope. */
export function StocktakesPage(props: {
  frame: Frame
  rows: readonly Stocktake[]
  steps: readonly OfferedStep[]
  path: (row: Stocktake) => string
}) {
  const { frame } = props
  const { backlog } = words(frame.language)
  const { stocktakes } = backlog
  return (
    <DeskPage
      frame={frame}
      title={stocktakes.title}
      current="worklists"
      back={{ href: boardPath, text: backlog.title }}
    >
      <h1 class="govuk-heading-l">{stocktakes.title}</h1>
      <p class="govuk-body">{stocktakes.lead}</p>
      <StepRow steps={props.steps} />
      <Table
        caption={stocktakes.title}
        caption_hidden
        rows={props.rows}
        row_key={(row) => row.id}
        row_href={props.path}
        empty={stocktakes.empty}
        columns={[
          { key: 'on', title: stocktakes.opened, nowrap: true, cell: (row) => shortDay(row.opened_on) },
          {
            key: 'title',
            title: stocktakes.name,
            row_header: true,
            cell: (row) => <Link href={props.path(row)}>{row.title}</Link>,
          },
          { key: 'unit', title: backlog.unit, cell: (row) => row.unit_name },
          { key: 'progress', title: stocktakes.progress, cell: (row) => stocktakes.of(row.checked, row.items.length) },
          { key: 'state', title: backlog.columns.state, cell: (row) => <Tag>{stateOf(row, frame.language)}</Tag> },
        ]}
      />
    </DeskPage>
  )
}

/** One stocktake. */
export function StocktakePage(props: {
  frame: Frame
  row: Stocktake
  items: readonly Checked[]
  steps: readonly OfferedStep[]
  path: string
  may_check: boolean
}) {
  const { frame, row, path } = props
  const { backlog } = words(frame.language)
  const { stocktakes, columns } = backlog
  return (
    <DeskPage
      frame={frame}
      title={row.title}
      current="worklists"
      back={{ href: `${boardPath}/ra-soat`, text: stocktakes.title }}
    >
      <h1 class="govuk-heading-l">
        {row.title} <Tag>{stateOf(row, frame.language)}</Tag>
      </h1>
      <SummaryList
        rows={[
          { key: backlog.unit, value: row.unit_name },
          { key: stocktakes.opened, value: shortDay(row.opened_on) },
          { key: stocktakes.days_min, value: row.days_min },
          { key: stocktakes.progress, value: stocktakes.of(row.checked, row.items.length) },
          ...(row.closed_on ? [{ key: stocktakes.closed, value: shortDay(row.closed_on) }] : []),
          ...(row.result ? [{ key: stocktakes.result, value: paragraphs(row.result) }] : []),
        ]}
      />
      <StepRow steps={props.steps} />
      <Table
        caption={stocktakes.items}
        rows={props.items}
        row_key={(item) => item.id}
        row_href={(item) => recordPath(item.kind, item)}
        empty=""
        columns={[
          {
            key: 'on',
            title: columns.received,
            nowrap: true,
            cell: (item) => (item.received_on ? shortDay(item.received_on) : '–'),
          },
          {
            key: 'record',
            title: columns.record,
            row_header: true,
            cell: (item) => <Link href={recordPath(item.kind, item)}>{itemName(item, frame.language)}</Link>,
          },
          { key: 'about', title: columns.about, cell: (item) => item.title },
          {
            key: 'finding',
            title: stocktakes.finding,
            cell: (item) =>
              item.finding ? (
                `${stocktakes.findings[item.finding]}: ${item.note}`
              ) : (
                <Tag colour="grey">{stocktakes.unchecked}</Tag>
              ),
          },
          {
            key: 'by',
            title: stocktakes.checked_by,
            cell: (item) => (item.checked_on ? `${item.checked_by ?? '–'} · ${shortDay(item.checked_on)}` : '–'),
          },
          {
            key: 'step',
            title: stocktakes.step,
            cell: (item) => {
              if (!props.may_check) return '–'
              const step = item.finding ? 'correct-finding' : 'check-off'
              return <Link href={`${path}/${item.id}/${step}`}>{backlog.steps[step]}</Link>
            },
          },
        ]}
      />
    </DeskPage>
  )
}
