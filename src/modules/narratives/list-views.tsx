/** The list of narratives, and the list behind a number of one. */
import { lastEnded, periodKinds, periodOf, readPeriod } from '../../law/report-periods.ts'
import { Button, Link } from '../../ui/parts/button.tsx'
import { DeskPage } from '../../ui/parts/desk-page.tsx'
import { Select } from '../../ui/parts/fields.tsx'
import { number, shortDay } from '../../ui/parts/format.ts'
import { known, recordPath } from '../../ui/parts/letter.tsx'
import type { Frame } from '../../ui/parts/page.tsx'
import { Table } from '../../ui/parts/table.tsx'
import { Inset, Tag } from '../../ui/parts/text.tsx'
import { type Language, words } from '../../ui/words/words.ts'
import { narrativePath, narrativesPath } from './addresses.ts'
import { type ListName, type ListRow, listRowsMax } from './lists.ts'
import type { NarrativeLine } from './queries.ts'

/** A period in words: `6 tháng đầu năm 2026`. */
export function periodName(id: string, language: Language): string {
  const period = readPeriod(id)
  return period ? words(language).reports.periods[period.kind](period.year) : id
}

/** Which version of which period. */
export function nameOf(row: { period: string; version: number }, language: Language): string {
  return words(language).narratives.of(periodName(row.period, language), row.version)
}

/** All narratives the reader may read, with the way to begin one. */
export function NarrativesPage(props: {
  frame: Frame
  lines: readonly NarrativeLine[]
  period: string | null
  /** For those who write: their unit, the id of the report to be, why none may be begun. */
  begin: { unit: string; id: string; error: string | null } | null
}) {
  const { frame, begin } = props
  const { narratives: w, reports, law } = words(frame.language)
  const periods = [frame.on.year, frame.on.year - 1].flatMap((year) => periodKinds.map((kind) => periodOf(year, kind)))
  const begun = periods.filter((period) => Temporal.PlainDate.compare(period.first_on, frame.on) <= 0)
  const items = begun.map(({ id, kind, year }) => ({ value: id, label: reports.periods[kind](year) }))
  return (
    <DeskPage
      frame={frame}
      title={w.title}
      current="reports"
      faulty={begin?.error != null}
      back={{ href: '/bao-cao', text: reports.title }}
    >
      <h1 class="govuk-heading-l">{w.title}</h1>
      <p class="govuk-body">{w.lead}</p>
      {begin && (
        <form method="post" action={`${narrativesPath}/draft-narrative`} class="gd-form">
          <input type="hidden" name="id" value={begin.id} />
          <Select
            name="period"
            label={w.begin}
            hint={w.begin_lead(begin.unit)}
            items={items}
            value={lastEnded('6m', frame.on).id}
            error={begin.error ?? undefined}
          />
          <Button>{law.steps.narrative['draft-narrative'].button}</Button>
        </form>
      )}
      <form method="get" action={narrativesPath} class="gd-filter">
        <Select name="ky" label={w.labels.period} items={items} value={props.period ?? ''} empty={w.all} />
        <Button kind="secondary">{w.filter}</Button>
      </form>
      <Table
        caption={w.title}
        caption_hidden
        rows={props.lines}
        row_key={(row) => row.id}
        row_href={narrativePath}
        empty={w.empty}
        columns={[
          {
            key: 'report',
            title: w.columns.report,
            row_header: true,
            cell: (row) => <Link href={narrativePath(row)}>{nameOf(row, frame.language)}</Link>,
          },
          { key: 'unit', title: w.columns.unit, cell: (row) => row.unit },
          { key: 'state', title: w.columns.state, cell: (row) => <Tag>{known(law.states.narrative, row.state)}</Tag> },
          {
            key: 'signed',
            title: w.columns.signed,
            nowrap: true,
            cell: (row) => (row.signed_on ? shortDay(row.signed_on) : '–'),
          },
        ]}
      />
    </DeskPage>
  )
}

/** Where a row of a list leads; days owed lead to no record. */
function rowHref(row: ListRow): string | null {
  return row.kind === 'reception-days-owed' ? null : recordPath(row.kind, row)
}

/** The rows behind one number. */
export function CountedPage(props: {
  frame: Frame
  list: ListName
  of: string | null
  unit: string
  period: string
  found: { count: number; rows: readonly ListRow[] }
}) {
  const { frame, list, found } = props
  const { narratives: w, backlog } = words(frame.language)
  const causes: Readonly<Record<string, string>> = backlog.causes
  const title = props.of === null ? w.lists[list] : `${w.lists[list]}: ${causes[props.of] ?? props.of}`
  return (
    <DeskPage frame={frame} title={title} current="reports" back={{ href: narrativesPath, text: w.list_back }}>
      <h1 class="govuk-heading-l">{title}</h1>
      <p class="govuk-body">
        {props.unit} · {periodName(props.period, frame.language)} · {w.list_on(shortDay(frame.on))}
      </p>
      <p class="govuk-body">
        <strong>{w.list_count(number(found.count, frame.language))}</strong>
      </p>
      {found.rows.length >= listRowsMax && <Inset>{w.list_cut(listRowsMax)}</Inset>}
      <Table
        caption={title}
        caption_hidden
        rows={found.rows}
        row_key={(row) => `${row.unit_id}${row.id}`}
        empty={w.list_empty}
        columns={[
          {
            key: 'what',
            title: w.columns.what,
            row_header: true,
            cell: (row) => {
              const name = [known(w.kinds, row.kind), row.title].filter((text) => text !== '').join(': ')
              const href = rowHref(row)
              return href ? <Link href={href}>{name}</Link> : name
            },
          },
          { key: 'unit', title: w.columns.unit, cell: (row) => row.unit },
          { key: 'day', title: w.columns.day, nowrap: true, cell: (row) => (row.on_day ? shortDay(row.on_day) : '–') },
          { key: 'counts', title: w.columns.counts, numeric: true, cell: (row) => number(row.counts, frame.language) },
        ]}
      />
    </DeskPage>
  )
}
