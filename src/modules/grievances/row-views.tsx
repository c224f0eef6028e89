/** The list of grievances and the page of one. */
import type { Happened } from '../../platform/actions/timeline.ts'
import { Button, Link } from '../../ui/parts/button.tsx'
import { DeskPage } from '../../ui/parts/desk-page.tsx'
import { type Choice, Select } from '../../ui/parts/fields.tsx'
import { shortDay } from '../../ui/parts/format.ts'
import { known, paragraphs, recordPath as petitionPath } from '../../ui/parts/letter.tsx'
import { Pagination, SummaryList, type SummaryRow, Tabs } from '../../ui/parts/lists.tsx'
import type { Frame } from '../../ui/parts/page.tsx'
import { History } from '../../ui/parts/step-page.tsx'
import { type OfferedStep, StepRow } from '../../ui/parts/steps.tsx'
import { Table } from '../../ui/parts/table.tsx'
import { Inset, Tag } from '../../ui/parts/text.tsx'
import { words } from '../../ui/words/words.ts'
import { listHref, listPath, recordPath } from './addresses.ts'
import type { Grievance, GrievanceFilter, GrievanceLine } from './queries.ts'

const rowsMax = 50

/** The list, by what its address asks for. */
export function GrievancesPage(props: {
  frame: Frame
  filter: GrievanceFilter
  lines: readonly GrievanceLine[]
  places: readonly Choice[]
  may_record: boolean
}) {
  const { frame, filter } = props
  const { grievances: g, law } = words(frame.language)
  const shown = props.lines.slice(0, rowsMax)
  const last = shown.at(-1)
  const more = props.lines.length > rowsMax && last
  const { after: _, ...now } = filter
  return (
    <DeskPage frame={frame} title={g.title} current="grievances">
      <h1 class="govuk-heading-l">{g.title}</h1>
      <p class="govuk-body">{g.lead}</p>
      {props.may_record && <Button href={`${listPath}/record`}>{law.steps.grievance.record.button}</Button>}
      <Tabs
        label={g.title}
        items={[
          {
            href: listHref({ ...now, ended: false, mine: false }),
            text: g.tabs.open,
            current: !now.ended && !now.mine,
          },
          { href: listHref({ ...now, ended: false, mine: true }), text: g.tabs.mine, current: !now.ended && now.mine },
          {
            href: listHref({ ...now, ended: true, mine: false, overdue: false }),
            text: g.tabs.ended,
            current: now.ended,
          },
        ]}
      />
      <Filter frame={frame} filter={filter} places={props.places} />
      <Table
        caption={g.title}
        caption_hidden
        rows={shown}
        row_key={(row) => row.id}
        row_href={recordPath}
        empty={g.empty}
        columns={[
          {
            key: 'title',
            title: g.columns.title,
            row_header: true,
            cell: (row) => <Link href={recordPath(row)}>{row.title}</Link>,
          },
          { key: 'place', title: g.columns.place, cell: (row) => row.place },
          { key: 'field', title: g.columns.field, cell: (row) => known(law.fields, row.field) },
          { key: 'source', title: g.columns.source, cell: (row) => known(g.sources, row.source) },
          { key: 'known', title: g.columns.known_on, nowrap: true, cell: (row) => shortDay(row.known_on) },
          { key: 'owner', title: g.columns.owner, cell: (row) => row.owner ?? g.no_owner },
          filter.ended
            ? {
                key: 'end',
                title: g.columns.end,
                cell: (row) =>
                  `${row.end_kind ? g.ends[row.end_kind] : ''} · ${row.ended_on ? shortDay(row.ended_on) : ''}`,
              }
            : {
                key: 'target',
                title: g.columns.target_on,
                nowrap: true,
                cell: (row) => <Target row={row} frame={frame} />,
              },
        ]}
      />
      <Pagination
        later={more ? listHref({ ...filter, after: { on: last.sort_on.toString(), id: last.id } }) : undefined}
      />
    </DeskPage>
  )
}

function Target({ row, frame }: { row: Pick<GrievanceLine, 'target_on' | 'ended_on'>; frame: Frame }) {
  const { grievances: g } = words(frame.language)
  if (row.target_on === null) return <>–</>
  const late = row.ended_on === null && Temporal.PlainDate.compare(frame.on, row.target_on) > 0
  return (
    <>
      {shortDay(row.target_on)} {late && <Tag colour="red">{g.late}</Tag>}
    </>
  )
}

function Filter(props: { frame: Frame; filter: GrievanceFilter; places: readonly Choice[] }) {
  const { filter } = props
  const { grievances: g, law } = words(props.frame.language)
  const items = (names: Readonly<Record<string, string>>) =>
    Object.entries(names).map(([value, label]) => ({ value, label }))
  return (
    <form method="get" action={listPath} class="gd-filter">
      {filter.ended && <input type="hidden" name="trang-thai" value="ket-thuc" />}
      {filter.mine && <input type="hidden" name="cua" value="toi" />}
      <Select name="linh-vuc" label={g.columns.field} value={filter.field} items={items(law.fields)} empty={g.all} />
      <Select name="nguon" label={g.columns.source} value={filter.source} items={items(g.sources)} empty={g.all} />
      <Select name="noi" label={g.columns.place} value={filter.place_unit_id} items={props.places} empty={g.all} />
      {!filter.ended && (
        <Select
          name="qua-ngay"
          label={g.columns.target_on}
          value={filter.overdue ? 'co' : ''}
          items={[{ value: 'co', label: g.overdue_only }]}
          empty={g.all}
        />
      )}
      <Button kind="secondary">{g.filter}</Button>
    </form>
  )
}

/** One grievance. */
export function GrievancePage(props: {
  frame: Frame
  row: Grievance
  steps: readonly OfferedStep[]
  happened: readonly Happened[]
}) {
  const { frame, row } = props
  const { grievances: g, law } = words(frame.language)
  const petition = row.petition_id && { unit_id: row.unit_id, id: row.petition_id }
  const merged = row.merged_into_id && { unit_id: row.unit_id, id: row.merged_into_id }
  const rows: (SummaryRow | null | '')[] = [
    { key: g.columns.place, value: row.place },
    { key: g.columns.field, value: known(law.fields, row.field) },
    { key: g.columns.source, value: known(g.sources, row.source) },
    { key: g.columns.known_on, value: shortDay(row.known_on) },
    { key: g.columns.owner, value: row.owner ?? g.no_owner },
    { key: g.target_on_own, value: <Target row={row} frame={frame} /> },
    row.end_kind && {
      key: g.columns.end,
      value: `${g.ends[row.end_kind]} · ${row.ended_on ? shortDay(row.ended_on) : ''}`,
    },
    row.end_note && { key: g.labels.end_note, value: paragraphs(row.end_note) },
    petition && {
      key: g.petition,
      value: (
        <Link
          href={petitionPath('petition', petition)}
        >{`${row.petition_number ?? '–'}/${row.petition_year ?? ''}`}</Link>
      ),
    },
    merged && { key: g.labels.merged_into_id, value: <Link href={recordPath(merged)}>{row.merged_title ?? '–'}</Link> },
  ]
  const steps: Readonly<Record<string, { done: string }>> = law.steps.grievance
  const done = Object.fromEntries(Object.entries(steps).map(([step, said]) => [step, said.done]))
  return (
    <DeskPage
      frame={frame}
      title={row.title}
      current="grievances"
      wide={false}
      back={{ href: listPath, text: g.title }}
    >
      <h1 class="govuk-heading-l">
        {row.title} <Tag>{known(law.states.grievance, row.state)}</Tag>
      </h1>
      <Inset>{g.no_clock}</Inset>
      <SummaryList rows={rows.filter((one) => one !== null && one !== '')} />
      <h2 class="govuk-heading-m">{g.labels.text}</h2>
      {paragraphs(row.text)}
      {row.progress.length > 0 && (
        <>
          <h2 class="govuk-heading-m">{g.progress}</h2>
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
