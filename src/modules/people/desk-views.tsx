/** Pages of the people of a unit, as data to HTML. */

import type { Happened } from '../../platform/actions/timeline.ts'
import { Link } from '../../ui/parts/button.tsx'
import { DeskPage } from '../../ui/parts/desk-page.tsx'
import { shortDay } from '../../ui/parts/format.ts'
import { SummaryList } from '../../ui/parts/lists.tsx'
import type { Frame } from '../../ui/parts/page.tsx'
import { History } from '../../ui/parts/step-page.tsx'
import { type OfferedStep, StepRow } from '../../ui/parts/steps.tsx'
import { Table } from '../../ui/parts/table.tsx'
import { Warning } from '../../ui/parts/text.tsx'
import { words } from '../../ui/words/words.ts'
import type { Delegated, Held } from './queries.ts'

/** Where the people of a unit are shown. */
export function peoplePath(unit_id: string): string {
  return `/don-vi/${unit_id}/nhan-su`
}

/** What every page of a unit's people takes. */
interface OfUnit {
  frame: Frame
  unit_id: string
  unit_name: string
}

/** The positions of a unit through time and its delegations. */
export function PeoplePage(
  props: OfUnit & { positions: readonly Held[]; delegations: readonly Delegated[]; steps: readonly OfferedStep[] },
) {
  const { frame, positions } = props
  const { desk, kinds } = words(frame.language).people
  const day = frame.on.toString()
  const heldToday = (row: Held) =>
    row.state !== 'void' && row.from_on.toString() <= day && (row.until_on === null || day < row.until_on.toString())
  const table = (caption: string, rows: readonly Held[], empty: string) => (
    <Table
      caption={caption}
      rows={rows}
      row_key={(row) => row.id}
      empty={empty}
      columns={[
        {
          key: 'person',
          title: desk.person,
          row_header: true,
          cell: (row) => <Link href={`${peoplePath(props.unit_id)}/vi-tri/${row.id}`}>{row.name}</Link>,
        },
        { key: 'kind', title: desk.kind, cell: (row) => kinds[row.kind] },
        { key: 'title', title: desk.held_title, cell: (row) => row.title },
        { key: 'from', title: desk.from, nowrap: true, cell: (row) => shortDay(row.from_on) },
        { key: 'until', title: desk.until, nowrap: true, cell: (row) => endOf(row, desk.until_none) },
        { key: 'state', title: desk.state, cell: (row) => stateOf(frame, 'position', row.state) },
      ]}
    />
  )
  return (
    <DeskPage
      frame={frame}
      title={desk.title(props.unit_name)}
      current="units"
      back={{ href: `/don-vi/${props.unit_id}` }}
    >
      <h1>{desk.title(props.unit_name)}</h1>
      <StepRow steps={props.steps} />
      {table(desk.today(shortDay(frame.on)), positions.filter(heldToday), desk.nobody)}
      {table(
        desk.other_days,
        positions.filter((row) => !heldToday(row)),
        desk.nobody_else,
      )}
      <Delegations {...props} />
    </DeskPage>
  )
}

function endOf(row: { until_on: Temporal.PlainDate | null }, none: string): string {
  return row.until_on ? shortDay(row.until_on) : none
}

function stateOf(frame: Frame, noun: 'position' | 'delegation', state: string): string {
  const states: Readonly<Record<string, string>> = words(frame.language).people.states[noun]
  return states[state] ?? state
}

function Delegations(props: OfUnit & { delegations: readonly Delegated[] }) {
  const { desk, powers } = words(props.frame.language).people
  return (
    <Table
      caption={desk.delegations}
      rows={props.delegations}
      row_key={(row) => row.id}
      empty={desk.no_delegations}
      columns={[
        {
          key: 'power',
          title: desk.power,
          row_header: true,
          cell: (row) => <Link href={`${peoplePath(props.unit_id)}/giao-quyen/${row.id}`}>{powers[row.power]}</Link>,
        },
        { key: 'from', title: desk.delegated_from, cell: (row) => row.from_name },
        { key: 'to', title: desk.delegated_to, cell: (row) => row.to_name },
        { key: 'since', title: desk.from, nowrap: true, cell: (row) => shortDay(row.from_on) },
        { key: 'until', title: desk.until, nowrap: true, cell: (row) => shortDay(row.withdrawn_on ?? row.until_on) },
        { key: 'document', title: desk.document, cell: (row) => row.document },
        { key: 'state', title: desk.state, cell: (row) => stateOf(props.frame, 'delegation', row.state) },
      ]}
    />
  )
}

/** The sentence of a lawful no on a page of people. */
export function refusalSentence(frame: Pick<Frame, 'language'>, code: string, cite: string): string {
  const { people } = words(frame.language)
  const own: Readonly<Record<string, string>> = people.refusals
  return own[code] ?? people.not_now(cite)
}

/** One position: who, what, when, what happened to it and what can be done. */
export function PositionPage(
  props: OfUnit & { held: Held; happened: readonly Happened[]; steps: readonly OfferedStep[] },
) {
  const { held, frame } = props
  const { desk, kinds } = words(frame.language).people
  const title = `${held.name} · ${kinds[held.kind]}`
  return (
    <DeskPage frame={frame} title={title} current="units" back={{ href: peoplePath(props.unit_id), text: desk.back }}>
      <h1>{title}</h1>
      <SummaryList
        rows={[
          { key: desk.held_title, value: held.title },
          { key: desk.from, value: shortDay(held.from_on) },
          { key: desk.until, value: endOf(held, desk.until_none) },
          ...(held.document ? [{ key: desk.document, value: held.document }] : []),
          { key: desk.state, value: stateOf(frame, 'position', held.state) },
        ]}
      />
      <StepRow steps={props.steps} />
      <History {...props} steps={words(frame.language).people.steps} />
    </DeskPage>
  )
}

/** One delegation. */
export function DelegationPage(
  props: OfUnit & { row: Delegated; happened: readonly Happened[]; steps: readonly OfferedStep[] },
) {
  const { row, frame } = props
  const { desk, powers } = words(frame.language).people
  const title = `${desk.delegations}: ${powers[row.power]}`
  const withdrawn = row.withdrawn_on ? [{ key: desk.withdrawn, value: shortDay(row.withdrawn_on) }] : []
  return (
    <DeskPage frame={frame} title={title} current="units" back={{ href: peoplePath(props.unit_id), text: desk.back }}>
      <h1>{title}</h1>
      <SummaryList
        rows={[
          { key: desk.delegated_from, value: row.from_name },
          { key: desk.delegated_to, value: row.to_name },
          { key: desk.from, value: shortDay(row.from_on) },
          { key: desk.until, value: shortDay(row.until_on) },
          ...withdrawn,
          { key: desk.document, value: row.document },
          { key: desk.state, value: stateOf(frame, 'delegation', row.state) },
        ]}
      />
      <StepRow steps={props.steps} />
      <History {...props} steps={words(frame.language).people.steps} />
    </DeskPage>
  )
}

/** The slip of a password handed out: shown once. */
export function OneTimePage(props: OfUnit & { name: string; sign_in_name: string; password: string | null }) {
  const { one_time, back } = words(props.frame.language).people.desk
  return (
    <DeskPage
      frame={props.frame}
      title={one_time.title}
      current="units"
      wide={false}
      back={{ href: peoplePath(props.unit_id), text: back }}
    >
      <h1>{one_time.title}</h1>
      {props.password === null ? (
        <Warning>{one_time.already}</Warning>
      ) : (
        <>
          <p>{one_time.lead(props.name)}</p>
          <SummaryList
            rows={[
              { key: one_time.sign_in_name, value: <code>{props.sign_in_name}</code> },
              { key: one_time.password, value: <code>{props.password}</code> },
            ]}
          />
          <p>{one_time.rule}</p>
        </>
      )}
    </DeskPage>
  )
}
