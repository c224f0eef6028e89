/** The list of instruments and the page of one: validity, whom it binds, the chain both ways, what rests on it. */
import type { Happened } from '../../platform/actions/timeline.ts'
import { Button, Link } from '../../ui/parts/button.tsx'
import { DeskPage } from '../../ui/parts/desk-page.tsx'
import { shortDay } from '../../ui/parts/format.ts'
import { recordPath } from '../../ui/parts/letter.tsx'
import { SummaryList } from '../../ui/parts/lists.tsx'
import type { Frame } from '../../ui/parts/page.tsx'
import { History } from '../../ui/parts/step-page.tsx'
import { type OfferedStep, StepRow, Steps } from '../../ui/parts/steps.tsx'
import { Details, Tag } from '../../ui/parts/text.tsx'
import { words } from '../../ui/words/words.ts'
import { paths, rowPath } from './addresses.ts'
import type { BoundEvent } from './bind-event.ts'
import { known, MaybeLink, Names, Parts, RecordTable, Search } from './parts.tsx'
import type { ChainLink, Instrument, Movement, NamedUnit, Programme, StudySession } from './queries.ts'
import { referenceTo } from './references.ts'
import { sourcePath } from './sources.ts'

/** The list. */
export function InstrumentsPage(props: {
  frame: Frame
  rows: readonly Instrument[]
  steps: readonly OfferedStep[]
  typed: string
}) {
  const { frame, rows, steps } = props
  const { programmes: p, law } = words(frame.language)
  return (
    <DeskPage frame={frame} title={p.tabs.instruments} current="programmes">
      <h1 class="govuk-heading-l">{p.tabs.instruments}</h1>
      <Parts frame={frame} current="instruments" />
      <StepRow steps={steps} />
      <Search frame={frame} path={paths.instruments} typed={props.typed} shown={rows.length} />
      <RecordTable
        frame={frame}
        part="instruments"
        caption={p.tabs.instruments}
        rows={rows}
        columns={[
          { key: 'number', title: p.columns.number, nowrap: true, cell: (row) => row.number ?? '–' },
          { key: 'issued', title: p.columns.issued_on, nowrap: true, cell: (row) => shortDay(row.issued_on) },
          { key: 'issuer', title: p.columns.issuer, cell: (row) => row.issuer },
          { key: 'state', title: p.columns.state, cell: (row) => known(law.states.instrument, row.state) },
        ]}
      />
    </DeskPage>
  )
}

/** What the page of one shows beside it. */
export interface InstrumentData {
  row: Instrument
  replaced_by: Instrument | null
  up: readonly ChainLink[]
  down: readonly ChainLink[]
  binds: readonly string[]
  not_studied: readonly NamedUnit[]
  sessions: readonly StudySession[]
  programmes: readonly Programme[]
  movements: readonly Movement[]
  events: readonly BoundEvent[]
  files: readonly { id: string; name: string }[]
  steps: readonly OfferedStep[]
  may_study: boolean
  happened: readonly Happened[]
}

/** One instrument. */
export function InstrumentPage({ frame, data }: { frame: Frame; data: InstrumentData }) {
  const { row, replaced_by } = data
  const { programmes: p, law } = words(frame.language)
  const steps: Readonly<Record<string, { done: string }>> = law.steps.instrument
  const path = rowPath('instruments', row)
  const valid = row.valid_until
    ? p.valid_between(shortDay(row.valid_from), shortDay(row.valid_until))
    : p.valid_from(shortDay(row.valid_from))
  const rows = [
    { key: p.columns.kind, value: known(p.kinds, row.kind) + (row.theme_year ? ` ${row.theme_year}` : '') },
    { key: p.columns.number, value: row.number ?? '–' },
    { key: p.columns.issued_on, value: shortDay(row.issued_on) },
    { key: p.columns.issuer, value: row.issuer },
    { key: p.valid, value: valid },
    replaced_by && {
      key: p.replaced_by,
      value: <Link href={rowPath('instruments', replaced_by)}>{replaced_by.title}</Link>,
    },
    row.end_note && { key: p.labels.end_note, value: row.end_note },
    data.files.length > 0 && {
      key: p.files,
      value: data.files.map((file) => (
        <div key={file.id}>
          <Link href={`${path}/tep/${file.id}`}>{file.name}</Link>
        </div>
      )),
    },
  ]
  return (
    <DeskPage
      frame={frame}
      title={row.title}
      current="programmes"
      wide={false}
      back={{ href: paths.instruments, text: p.tabs.instruments }}
    >
      <h1 class="govuk-heading-l">
        {row.title} <Tag colour={row.state === 'recorded' ? 'green' : 'grey'}>{law.states.instrument[row.state]}</Tag>
      </h1>
      <SummaryList rows={rows.filter((one) => one !== null && one !== false && one !== '')} />
      <Chain frame={frame} data={data} />
      <Studied frame={frame} data={data} />
      <Resting frame={frame} data={data} />
      <Steps steps={data.steps} words={p.steps} />
      <History
        frame={frame}
        happened={data.happened}
        steps={Object.fromEntries(Object.entries(steps).map(([step, said]) => [step, said.done]))}
      />
    </DeskPage>
  )
}

/** From what it grew and what grew from it: the farthest first, this one in the middle. */
function Chain({ frame, data }: { frame: Frame; data: InstrumentData }) {
  const { programmes: p } = words(frame.language)
  const line = (one: ChainLink) => {
    const href = one.opens ? sourcePath(one) : null
    return (
      <li key={`${one.depth}${one.id ?? one.title}`}>
        {known(p.kinds, one.kind)} {one.number} · <MaybeLink href={href} text={one.title} />
      </li>
    )
  }
  return (
    <>
      <h2 class="govuk-heading-m">{p.chain.title}</h2>
      <h3 class="govuk-heading-s">{p.chain.up}</h3>
      {data.up.length === 0 ? <p>{p.chain.none_up}</p> : <ul class="govuk-list">{data.up.toReversed().map(line)}</ul>}
      <p>
        <strong>
          {p.chain.here}: {data.row.title}
        </strong>
      </p>
      <h3 class="govuk-heading-s">{p.chain.down}</h3>
      {data.down.length === 0 ? <p>{p.chain.none_down}</p> : <ul class="govuk-list">{data.down.map(line)}</ul>}
    </>
  )
}

function Studied({ frame, data }: { frame: Frame; data: InstrumentData }) {
  const { programmes: p } = words(frame.language)
  return (
    <>
      <h2 class="govuk-heading-m">{p.tabs.sessions}</h2>
      {data.sessions.length === 0 && <p>{p.empty.sessions}</p>}
      <ul class="govuk-list">
        {data.sessions.map((one) => (
          <li key={one.id}>
            <Link href={rowPath('sessions', one)}>{`${shortDay(one.held_on)} · ${one.unit_name} · ${one.people}`}</Link>
          </li>
        ))}
      </ul>
      <h3 class="govuk-heading-s">{p.not_studied}</h3>
      {data.not_studied.length === 0 ? (
        <p>{p.all_studied}</p>
      ) : (
        <Names names={data.not_studied.map((one) => one.name)} />
      )}
      {data.may_study && (
        <Button
          kind="secondary"
          href={`${paths.sessions}/record-session?${new URLSearchParams({ 'van-ban': referenceTo(data.row) })}`}
        >
          {p.studied_here}
        </Button>
      )}
      <Details summary={p.binds}>
        <Names names={data.binds} />
      </Details>
    </>
  )
}

/** Programmes and movements that carry it out, or belong to the theme. */
function Resting({ frame, data }: { frame: Frame; data: InstrumentData }) {
  const { programmes: p, law } = words(frame.language)
  if (data.programmes.length + data.movements.length + data.events.length === 0) return null
  return (
    <>
      <h2 class="govuk-heading-m">{p.resting}</h2>
      <ul class="govuk-list">
        {data.programmes.map((one) => (
          <li key={one.id}>
            <Link href={rowPath('programmes', one)}>{one.title}</Link> · {one.unit_name} ·{' '}
            {law.states.programme[one.state]} · {p.goals}: {one.goals} · {p.tasks}: {one.promises.length}
          </li>
        ))}
        {data.movements.map((one) => (
          <li key={one.id}>
            <Link href={rowPath('movements', one)}>{one.title}</Link> · {one.unit_name} ·{' '}
            {law.states.movement[one.state]}
          </li>
        ))}
        {data.events.map((one) => (
          <li key={one.id}>
            <MaybeLink href={one.seen ? recordPath(one.kind, one) : null} text={one.title} /> · {one.unit} ·{' '}
            {law.proceedings[one.kind]} {shortDay(one.on_day)}
          </li>
        ))}
      </ul>
    </>
  )
}
