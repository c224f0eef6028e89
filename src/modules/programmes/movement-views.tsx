/** The list of movements and drives, and the page of one: who registered, reviews, awards. */
import type { Happened } from '../../platform/actions/timeline.ts'
import { Link } from '../../ui/parts/button.tsx'
import { DeskPage } from '../../ui/parts/desk-page.tsx'
import { number, shortDay } from '../../ui/parts/format.ts'
import { paragraphs } from '../../ui/parts/letter.tsx'
import { SummaryList } from '../../ui/parts/lists.tsx'
import type { Frame } from '../../ui/parts/page.tsx'
import { History } from '../../ui/parts/step-page.tsx'
import { type OfferedStep, StepRow, Steps } from '../../ui/parts/steps.tsx'
import { Tag } from '../../ui/parts/text.tsx'
import { words } from '../../ui/words/words.ts'
import { paths, rowPath } from './addresses.ts'
import type { Award } from './movement.ts'
import { known, Parts, RecordTable, span } from './parts.tsx'
import type { Instrument, Movement } from './queries.ts'

/** The list. */
export function MovementsPage(props: { frame: Frame; rows: readonly Movement[]; steps: readonly OfferedStep[] }) {
  const { frame, rows, steps } = props
  const { programmes: p, law } = words(frame.language)
  return (
    <DeskPage frame={frame} title={p.tabs.movements} current="programmes">
      <h1 class="govuk-heading-l">{p.tabs.movements}</h1>
      <Parts frame={frame} current="movements" />
      <StepRow steps={steps} />
      <RecordTable
        frame={frame}
        part="movements"
        caption={p.tabs.movements}
        rows={rows}
        columns={[
          { key: 'unit', title: p.columns.unit, cell: (row) => row.unit_name },
          { key: 'days', title: p.columns.days, nowrap: true, cell: (row) => span(row.launched_on, row.until_on) },
          { key: 'units', title: p.registrations, numeric: true, cell: (row) => row.registrations.length },
          { key: 'state', title: p.columns.state, cell: (row) => law.states.movement[row.state] },
        ]}
      />
    </DeskPage>
  )
}

/** What the page of one shows. */
export interface MovementData {
  row: Movement
  basis: Instrument | null
  theme: Instrument | null
  names: ReadonlyMap<string, string>
  steps: readonly OfferedStep[]
  happened: readonly Happened[]
}

/** One movement. */
export function MovementPage({ frame, data }: { frame: Frame; data: MovementData }) {
  const { row, names, basis, theme } = data
  const { programmes: p, law } = words(frame.language)
  const steps: Readonly<Record<string, { done: string }>> = law.steps.movement
  const name = (id: string) => names.get(id) ?? ''
  const to = (one: Instrument) => <Link href={rowPath('instruments', one)}>{one.title}</Link>
  const awarded = (one: Award) =>
    one.unit_id && one.awardee === 'collective'
      ? name(one.unit_id)
      : (one.name ?? p.persons(number(one.count, frame.language)))
  const rows = [
    { key: p.columns.kind, value: known(p.kinds, row.kind) },
    { key: p.columns.unit, value: row.unit_name },
    { key: p.columns.days, value: span(row.launched_on, row.until_on) },
    basis && { key: p.basis, value: to(basis) },
    theme && { key: p.theme, value: to(theme) },
  ]
  return (
    <DeskPage
      frame={frame}
      title={row.title}
      current="programmes"
      wide={false}
      back={{ href: paths.movements, text: p.tabs.movements }}
    >
      <h1 class="govuk-heading-l">
        {row.title} <Tag>{law.states.movement[row.state]}</Tag>
      </h1>
      <SummaryList rows={rows.filter((one) => one !== null)} />
      {paragraphs(row.content)}
      <h2 class="govuk-heading-m">{p.registrations}</h2>
      {row.registrations.length === 0 && <p>{p.no_registrations}</p>}
      <ul class="govuk-list">
        {row.registrations.map((one) => (
          <li key={one.unit_id}>
            <strong>{name(one.unit_id)}</strong> · {shortDay(Temporal.PlainDate.from(one.on))}: {one.what}
          </li>
        ))}
      </ul>
      {row.reviews.length > 0 && <h2 class="govuk-heading-m">{p.reviews}</h2>}
      {row.reviews.map((one) => (
        <div key={`${one.on}${one.text}`}>
          <strong>
            {one.final ? p.final : p.interim} · {shortDay(Temporal.PlainDate.from(one.on))}
          </strong>
          {paragraphs(one.text)}
        </div>
      ))}
      {row.awards.length > 0 && <h2 class="govuk-heading-m">{p.awards}</h2>}
      <ul class="govuk-list">
        {row.awards.map((one) => (
          <li key={`${one.on}${one.kind}${one.unit_id}${one.name}${one.count}`}>
            {known(p.kinds, one.kind)}: {awarded(one)} · {shortDay(Temporal.PlainDate.from(one.on))}
          </li>
        ))}
      </ul>
      <Steps steps={data.steps} words={p.steps} />
      <History
        frame={frame}
        happened={data.happened}
        steps={Object.fromEntries(Object.entries(steps).map(([step, said]) => [step, said.done]))}
      />
    </DeskPage>
  )
}
