/** The ledger of commitments: filters, order and place are its address. */
import { commitmentForces } from '../../law/commitment-workflow.ts'
import { Button, ButtonGroup, Link } from '../../ui/parts/button.tsx'
import { DeskPage } from '../../ui/parts/desk-page.tsx'
import { DateInput, Select } from '../../ui/parts/fields.tsx'
import { shortDay } from '../../ui/parts/format.ts'
import { known } from '../../ui/parts/letter.tsx'
import { Pagination, Tabs } from '../../ui/parts/lists.tsx'
import type { Frame } from '../../ui/parts/page.tsx'
import { type Column, Table } from '../../ui/parts/table.tsx'
import { words } from '../../ui/words/words.ts'
import { commitmentPath, deskPath, ledgerHref, printPath, sheetPath, spanPath } from './addresses.ts'
import { StandingTag } from './commitment-list.tsx'
import { type LedgerFilter, standings } from './ledger.ts'
import { type LedgerLine, type Named, openLists, rowsMax } from './queries.ts'
import { headsOf } from './sheet.ts'

/** The page. */
export function LedgerPage(props: {
  frame: Frame
  filter: LedgerFilter
  lines: readonly LedgerLine[]
  counts: Readonly<Record<(typeof openLists)[number], number>>
  units: readonly Named[]
  heads: readonly Named[]
}) {
  const { frame, filter } = props
  const { commitments: w } = words(frame.language)
  const shown = props.lines.slice(0, rowsMax)
  const last = shown.at(-1)
  const more = props.lines.length > rowsMax && last
  const after = last && { on: (filter.sort === 'due' ? last.due_on : last.said_on).toString(), id: last.id }
  return (
    <DeskPage frame={frame} title={w.title} current="commitments">
      <h1 class="govuk-heading-l">{w.title}</h1>
      <p class="govuk-body">{w.lead}</p>
      <p class="govuk-body">
        <Link href={spanPath('desk')}>{w.span_link}</Link>
      </p>
      <Tabs
        label={w.title}
        items={openLists.map((standing) => ({
          href: ledgerHref(deskPath, { standing }),
          text: standing === 'open' ? w.open : w.standing[standing],
          count: props.counts[standing],
          current: filter.standing === standing,
        }))}
      />
      <Filter {...props} />
      <Ledger frame={frame} filter={filter} lines={shown} />
      <Pagination later={more && after ? ledgerHref(deskPath, { ...filter, after }) : undefined} />
      {shown.length > 0 && (
        <ButtonGroup>
          <Button kind="secondary" href={ledgerHref(sheetPath, { ...filter, after: null })}>
            {w.sheet}
          </Button>
          <Button kind="secondary" href={ledgerHref(printPath, { ...filter, after: null })}>
            {w.print}
          </Button>
        </ButtonGroup>
      )}
    </DeskPage>
  )
}

/** The ledger on paper: no filter, no navigation, every line up to a bound. */
export function LedgerPrint(props: { frame: Frame; filter: LedgerFilter; lines: readonly LedgerLine[]; max: number }) {
  const { frame, filter, max } = props
  const { commitments: w } = words(frame.language)
  return (
    <DeskPage
      frame={frame}
      title={w.title}
      current="commitments"
      back={{ href: ledgerHref(deskPath, filter), text: w.title }}
    >
      <p class="govuk-body">{frame.office}</p>
      <h1 class="govuk-heading-l">
        {w.title} · {shortDay(frame.on)}
      </h1>
      {props.lines.length > max && <p class="govuk-body">{w.print_more(max)}</p>}
      <Ledger frame={frame} filter={filter} lines={props.lines.slice(0, max)} />
    </DeskPage>
  )
}

/** State and day stand beside the words, so that a phone shows them without scrolling. */
function Ledger(props: { frame: Frame; filter: LedgerFilter; lines: readonly LedgerLine[] }) {
  const { frame, filter } = props
  const { commitments: w } = words(frame.language)
  const sort = (by: LedgerFilter['sort']): Column<LedgerLine>['sort'] => {
    const now = filter.sort === by
    const descending = now ? !filter.descending : by === 'said'
    const href = ledgerHref(deskPath, { ...filter, sort: by, descending, after: null })
    return { href, ...(now ? { now: filter.descending ? 'descending' : 'ascending' } : {}) }
  }
  return (
    <Table
      caption={w.title}
      caption_hidden
      rows={props.lines}
      row_key={(row) => row.id}
      row_href={(row) => commitmentPath('desk', row)}
      empty={w.empty}
      columns={[
        {
          key: 'text',
          title: w.columns.text,
          row_header: true,
          cell: (row) => <Link href={commitmentPath('desk', row)}>{shortened(row.text)}</Link>,
        },
        { key: 'state', title: w.columns.state, cell: (row) => <StandingTag row={row} frame={frame} /> },
        { key: 'due', title: w.columns.due, nowrap: true, sort: sort('due'), cell: (row) => shortDay(row.due_on) },
        { key: 'unit', title: w.columns.unit, cell: (row) => row.unit },
        { key: 'head', title: w.columns.head, cell: (row) => headsOf(row) || w.page.nobody },
        {
          key: 'origin',
          title: w.columns.origin,
          cell: (row) => `${known(w.origins, row.origin_kind)}: ${row.origin_title}`,
        },
        {
          key: 'said',
          title: w.columns.said,
          nowrap: true,
          sort: sort('said'),
          cell: (row) => shortDay(row.said_on),
        },
        { key: 'force', title: w.columns.force, cell: (row) => w.promises.forces[row.force] },
      ]}
    />
  )
}

const lineMax = 140
const shortened = (text: string) => (text.length > lineMax ? `${text.slice(0, lineMax).trimEnd()}…` : text)

function Filter(props: { frame: Frame; filter: LedgerFilter; units: readonly Named[]; heads: readonly Named[] }) {
  const { filter } = props
  const { commitments: w } = words(props.frame.language)
  const chosen = (list: readonly Named[]) => list.map(({ id, name }) => ({ value: id, label: name }))
  const names: Readonly<Record<string, string>> = { open: w.open, all: w.all, ...w.standing }
  const typed = (on?: string) => (on ? shortDay(Temporal.PlainDate.from(on)) : '')
  return (
    <form method="get" action={deskPath} class="gd-filter">
      {filter.sort === 'said' && <input type="hidden" name="xep" value="said" />}
      {filter.descending && <input type="hidden" name="chieu" value="giam" />}
      <Select
        name="tinh-hinh"
        label={w.filters.standing}
        value={filter.standing}
        items={standings.map((value) => ({ value, label: names[value] ?? value }))}
      />
      <Select name="don-vi" label={w.filters.unit} value={filter.unit_id} items={chosen(props.units)} empty={w.any} />
      <Select
        name="nguoi-dung-dau"
        label={w.filters.head}
        value={filter.head_id}
        items={chosen(props.heads)}
        empty={w.any}
      />
      <Select
        name="nguon"
        label={w.filters.origin}
        value={filter.origin_kind}
        items={Object.entries(w.origins).map(([value, label]) => ({ value, label }))}
        empty={w.any}
      />
      <Select
        name="muc-do"
        label={w.filters.force}
        value={filter.force}
        items={commitmentForces.map((value) => ({ value, label: w.promises.forces[value] }))}
        empty={w.any}
      />
      <DateInput name="tu" label={w.filters.due_from} value={typed(filter.due_from)} />
      <DateInput name="den" label={w.filters.due_to} value={typed(filter.due_to)} />
      <Button kind="secondary">{w.filter}</Button>
    </form>
  )
}
