/** Two versions cell by cell, and a period against the one before it with the records that differ. */
import { DeskPage } from '../../ui/parts/desk-page.tsx'
import { number, shortDay } from '../../ui/parts/format.ts'
import type { Frame } from '../../ui/parts/page.tsx'
import { type Column, Table } from '../../ui/parts/table.tsx'
import { Inset } from '../../ui/parts/text.tsx'
import { type Language, words } from '../../ui/words/words.ts'
import type { Counted } from '../reports/behind.ts'
import { returnPath } from './addresses.ts'
import { type Difference, differences } from './figures.ts'
import { rowName } from './figures-table.tsx'
import { periodName } from './list-view.tsx'
import type { ShownReturn } from './queries.ts'
import type { Astray, Carried, Reconciliation } from './reconcile.ts'
import { formOf, type UnitReturnRow } from './unit-return.ts'

const signed = (change: number, language: Language) => `${change > 0 ? '+' : ''}${number(change, language)}`
const told = (figure: number | null, language: Language, empty: string) =>
  figure === null ? empty : number(figure, language)

/** What differs between a version and the one before it. */
export function ComparePage(props: {
  frame: Frame
  before: UnitReturnRow
  after: ShownReturn
  closed: ReadonlySet<number>
}) {
  const { frame, before, after, closed } = props
  const { returns, reports } = words(frame.language)
  const form = formOf(after)
  const cells = differences(form, before.figures, after.figures).filter(({ no }) => !closed.has(no))
  const heading = (no: number) =>
    (form.columns.find((column) => column.no === no)?.path ?? []).map(reports.heading).join(' › ')
  const columns: Column<Difference>[] = [
    { key: 'row', title: returns.row, row_header: true, cell: (one) => rowName(one, frame.language) },
    { key: 'no', title: returns.column, cell: (one) => `${one.no}. ${heading(one.no)}` },
    {
      key: 'before',
      title: returns.before,
      numeric: true,
      cell: (one) => told(one.before, frame.language, returns.not_given),
    },
    {
      key: 'after',
      title: returns.after,
      numeric: true,
      cell: (one) => told(one.after, frame.language, returns.not_given),
    },
    {
      key: 'change',
      title: returns.change,
      numeric: true,
      cell: (one) => (one.before === null || one.after === null ? '–' : signed(one.after - one.before, frame.language)),
    },
  ]
  const title = returns.compare_title(before.version, after.version)
  return (
    <DeskPage
      frame={frame}
      title={title}
      current="reports"
      back={{ href: returnPath(after), text: returns.back_to_return }}
    >
      <h1 class="govuk-heading-l">{title}</h1>
      <p class="govuk-body">
        {reports.of_form(after.form)} · {periodName(after, frame.language)} · {after.unit_name}
      </p>
      {after.reason && (
        <p class="govuk-body">
          {returns.reason}: {after.reason}
        </p>
      )}
      {closed.size > 0 && <Inset>{returns.closed_cells([...closed].join(', '))}</Inset>}
      <Table
        caption={title}
        caption_hidden
        columns={columns}
        rows={cells}
        row_key={(one) => `${one.row} ${one.no}`}
        empty={<p class="govuk-body">{returns.no_difference}</p>}
      />
    </DeskPage>
  )
}

/** What was carried over against what the period before closed with. */
export function ReconcilePage(props: { frame: Frame; row: ShownReturn; found: Reconciliation | null }) {
  const { frame, row, found } = props
  const { returns, reports } = words(frame.language)
  const earlier = found ? reports.periods[found.earlier_period.kind](found.earlier_period.year) : ''
  return (
    <DeskPage
      frame={frame}
      title={returns.reconcile}
      current="reports"
      back={{ href: returnPath(row), text: returns.back_to_return }}
    >
      <h1 class="govuk-heading-l">{returns.reconcile}</h1>
      <p class="govuk-body">
        {reports.of_form(row.form)} · {periodName(row, frame.language)} · {row.unit_name}
      </p>
      {!found || found.pairs.length === 0 ? (
        <p class="govuk-body">{returns.reconcile_none}</p>
      ) : (
        <>
          <p class="govuk-body">{returns.reconcile_lead(earlier)}</p>
          {!found.earlier && <Inset>{returns.reconcile_no_earlier(earlier)}</Inset>}
          {found.earlier && found.pairs.map((pair) => <Pair key={pair.to} frame={frame} pair={pair} />)}
        </>
      )}
      {found && found.since.length > 0 && <Since frame={frame} since={found.since} />}
    </DeskPage>
  )
}

function Pair({ frame, pair }: { frame: Frame; pair: Carried }) {
  const { returns } = words(frame.language)
  const { before, now } = pair
  const equal = before !== null && before === now
  return (
    <section>
      <h2 class="govuk-heading-m">{returns.pair(pair.from, pair.to)}</h2>
      <p class="govuk-body">
        {told(before, frame.language, returns.not_given)} → {told(now, frame.language, returns.not_given)}:{' '}
        <strong>
          {equal
            ? `✓ ${returns.equal}`
            : before !== null && now !== null && `▲ ${returns.differs_by(signed(now - before, frame.language))}`}
        </strong>
      </p>
      {pair.astray === null && !equal && <p class="govuk-body">{returns.astray_closed}</p>}
      {pair.cut && <p class="govuk-body">{returns.astray_cut}</p>}
      {pair.astray && (
        <Table
          caption={returns.astray}
          columns={astrayColumns(frame)}
          rows={pair.astray.slice(0, 200)}
          row_key={(one) => `${one.record.unit_id} ${one.record.record_kind} ${one.record.record_id}`}
          empty={<p class="govuk-body">{returns.astray_none}</p>}
        />
      )}
    </section>
  )
}

function astrayColumns(frame: Frame): Column<Astray>[] {
  const { returns, reports } = words(frame.language)
  const name = (record: Counted) =>
    record.closed ? reports.closed_record : `${record.number ?? ''} ${record.title ?? record.record_kind}`.trim()
  return [
    {
      key: 'record',
      title: returns.record,
      row_header: true,
      cell: ({ record }) =>
        record.closed ? (
          name(record)
        ) : (
          <a class="govuk-link" href={`/ho-so/${record.unit_id}/${record.record_kind}/${record.record_id}`}>
            {name(record)}
          </a>
        ),
    },
    { key: 'unit', title: returns.unit, cell: ({ record }) => record.unit },
    {
      key: 'received',
      title: reports.received_on,
      nowrap: true,
      cell: ({ record }) => (record.received_on ? shortDay(record.received_on) : '–'),
    },
    { key: 'before', title: returns.counted_before, numeric: true, cell: (one) => number(one.before, frame.language) },
    { key: 'now', title: returns.counted_now, numeric: true, cell: (one) => number(one.now, frame.language) },
  ]
}

function Since({ frame, since }: { frame: Frame; since: Reconciliation['since'] }) {
  const { returns } = words(frame.language)
  type One = Reconciliation['since'][number]
  const columns: Column<One>[] = [
    {
      key: 'unit',
      title: returns.unit,
      row_header: true,
      cell: (one) => (
        <a class="govuk-link" href={returnPath(one)}>
          {one.name}
        </a>
      ),
    },
    { key: 'version', title: returns.version, numeric: true, cell: (one) => one.version },
    { key: 'on', title: returns.handed_in_on, nowrap: true, cell: (one) => shortDay(one.handed_in_on) },
    { key: 'late', title: returns.late, cell: (one) => (one.late ? `▲ ${returns.late_mark}` : '–') },
    { key: 'reason', title: returns.reason, cell: (one) => one.reason ?? '–' },
  ]
  return (
    <section>
      <h2 class="govuk-heading-m">{returns.since}</h2>
      <p class="govuk-body">{returns.since_lead}</p>
      <Table caption={returns.since} caption_hidden columns={columns} rows={since} row_key={(one) => one.id} empty="" />
    </section>
  )
}
