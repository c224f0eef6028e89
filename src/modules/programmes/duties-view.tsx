/** What a unit and its head answer for on a day: overdue first, each line leads to its record; prints on A4. */
import { Button, Link } from '../../ui/parts/button.tsx'
import { DeskPage } from '../../ui/parts/desk-page.tsx'
import { type Choice, DateInput, Select } from '../../ui/parts/fields.tsx'
import { shortDay } from '../../ui/parts/format.ts'
import type { Frame } from '../../ui/parts/page.tsx'
import { Table } from '../../ui/parts/table.tsx'
import { Inset, Tag, ToBeChecked } from '../../ui/parts/text.tsx'
import { words } from '../../ui/words/words.ts'
import { commitmentPath } from '../commitments/addresses.ts'
import { paths, rowPath } from './addresses.ts'
import type { Duties, DutyLine } from './duties.ts'
import { known, Parts } from './parts.tsx'

function hrefOf(line: DutyLine): string {
  if (line.kind === 'commitment') return commitmentPath('desk', line)
  return rowPath(line.kind === 'study' ? 'instruments' : 'programmes', line)
}

/** The page. */
export function DutiesPage(props: {
  frame: Frame
  duties: Duties | null
  unit_id: string
  typed: string
  wrong: boolean
  units: readonly Choice[]
}) {
  const { frame, duties } = props
  const { programmes: p } = words(frame.language)
  const d = p.duties
  return (
    <DeskPage frame={frame} title={d.title} current="programmes">
      <h1 class="govuk-heading-l">{d.title}</h1>
      <div class="gd-noprint">
        <Parts frame={frame} current="duties" />
        <form method="get" action={paths.duties} class="gd-filter">
          <Select name="don-vi" label={d.unit} value={props.unit_id} items={props.units} />
          <DateInput name="ngay" label={d.on} value={props.typed} error={props.wrong ? d.not_a_day : undefined} />
          <Button kind="secondary">{d.show}</Button>
        </form>
      </div>
      {duties && <Owed frame={frame} duties={duties} unit_id={props.unit_id} />}
    </DeskPage>
  )
}

function Owed({ frame, duties, unit_id }: { frame: Frame; duties: Duties; unit_id: string }) {
  const { programmes: p } = words(frame.language)
  const d = p.duties
  const { head, owed, ended, on } = duties
  const overdue = owed.filter((one) => one.overdue)
  const other = owed.filter((one) => !one.overdue)
  return (
    <>
      <h2 class="govuk-heading-m">{d.of(duties.unit_name, shortDay(on))}</h2>
      <p class="govuk-body">
        {d.head}: <strong>{head ? p.head_of_day(head.name, head.title) : p.nobody}</strong>
      </p>
      {Temporal.PlainDate.compare(on, frame.on) > 0 && <Inset>{d.future}</Inset>}
      <p class="govuk-body">
        <a class="govuk-link" href="#viec">
          {d.counts(owed.length, overdue.length)}
        </a>{' '}
        {d.ended(ended.kept, ended.late, ended.otherwise)}{' '}
        <Link href={paths.instruments}>{d.instruments(duties.instruments)}</Link>.
      </p>
      <div id="viec" data-unit={unit_id}>
        {overdue.length > 0 && <Lines frame={frame} title={d.overdue} lines={overdue} on={on} />}
        {(other.length > 0 || overdue.length === 0) && <Lines frame={frame} title={d.other} lines={other} on={on} />}
      </div>
      <Dialogues frame={frame} owed={duties.dialogues} />
      <p class="govuk-hint gd-noprint">{d.print}</p>
    </>
  )
}

function Lines(props: { frame: Frame; title: string; lines: readonly DutyLine[]; on: Temporal.PlainDate }) {
  const { programmes: p } = words(props.frame.language)
  const d = p.duties
  return (
    <Table
      caption={props.title}
      rows={props.lines}
      row_key={(row) => `${row.kind}${row.id}${row.title}`}
      row_href={hrefOf}
      empty={p.empty.owed}
      columns={[
        {
          key: 'what',
          title: p.columns.what,
          row_header: true,
          cell: (row) => <Link href={hrefOf(row)}>{row.title}</Link>,
        },
        {
          key: 'due',
          title: p.columns.due_on,
          nowrap: true,
          cell: (row) => (
            <>
              {row.due_on ? shortDay(row.due_on) : d.no_due}
              {row.overdue && (
                <div>
                  <Tag colour="red">▲ {p.late}</Tag>
                </div>
              )}
              {row.reported && (
                <div>
                  <Tag colour="yellow">{d.reported}</Tag>
                </div>
              )}
              {row.force === 'recommended' && (
                <div>
                  <Tag colour="grey">{d.recommended}</Tag>
                </div>
              )}
            </>
          ),
        },
        { key: 'origin', title: p.columns.origin, cell: (row) => `${d.kinds[row.kind]} · ${row.origin}` },
        { key: 'since', title: p.columns.since, nowrap: true, cell: (row) => shortDay(row.since_on) },
        { key: 'head', title: p.columns.then_head, cell: (row) => row.head_then ?? '–' },
      ]}
    />
  )
}

/** Dialogues and conferences of the year, held by the day against those the law asks for. */
function Dialogues({ frame, owed }: { frame: Frame; owed: Duties['dialogues'] }) {
  const { programmes: p, dialogues } = words(frame.language)
  if (owed.length === 0) return null
  return (
    <Table
      caption={p.duties.dialogues}
      rows={owed}
      row_key={(row) => row.kind}
      empty=""
      columns={[
        {
          key: 'kind',
          title: p.columns.what,
          row_header: true,
          cell: (row) => (
            <>
              {known(dialogues.kinds, row.kind)} <span class="gd-cite">({row.cite})</span>{' '}
              {row.unverified && <ToBeChecked />}
            </>
          ),
        },
        { key: 'required', title: p.duties.required, numeric: true, cell: (row) => row.required },
        { key: 'held', title: p.duties.held, numeric: true, cell: (row) => <Link href={row.href}>{row.held}</Link> },
      ]}
    />
  )
}
