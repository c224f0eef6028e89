/** Pages of the people of a unit, as data to HTML. */
import type { z } from 'zod'
import type { Answer } from '../../law/law.ts'
import type { Fault } from '../../platform/input.ts'
import type { FormValues } from '../../platform/read-form.ts'
import { Button, ButtonGroup, Link } from '../../ui/parts/button.tsx'
import { DeskPage } from '../../ui/parts/desk-page.tsx'
import type { Choice } from '../../ui/parts/fields.tsx'
import { FormOf, type FormWords } from '../../ui/parts/form.tsx'
import { shortDay, shortInstant } from '../../ui/parts/format.ts'
import { SummaryList, Timeline } from '../../ui/parts/lists.tsx'
import type { Frame } from '../../ui/parts/page.tsx'
import { Table } from '../../ui/parts/table.tsx'
import { Warning } from '../../ui/parts/text.tsx'
import { words } from '../../ui/words/words.ts'
import type { Delegated, Happened, Held } from './queries.ts'

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

/** A step with whether it is open to the viewer. */
export interface StepShown {
  step: string
  said: Answer
}

/** The positions of a unit through time and its delegations. */
export function PeoplePage(
  props: OfUnit & { positions: readonly Held[]; delegations: readonly Delegated[]; steps: readonly StepShown[] },
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
      <Steps frame={frame} base={peoplePath(props.unit_id)} steps={props.steps} />
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

/** Every step of the viewer's standing: a link where it is open, else disabled with its reason. */
function Steps(props: { frame: Frame; base: string; steps: readonly StepShown[] }) {
  const { people } = words(props.frame.language)
  const shown = props.steps.filter(({ said }) => said.open || said.kind !== 'standing')
  if (shown.length === 0) return null
  const names: Readonly<Record<string, string>> = people.steps
  return (
    <ButtonGroup>
      {shown.map(({ step, said }) => (
        <Button
          key={step}
          kind="secondary"
          href={`${props.base}/${step}`}
          reason={said.open ? undefined : refusalSentence(props.frame, said.code, said.cite)}
        >
          {names[step]}
        </Button>
      ))}
    </ButtonGroup>
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
  props: OfUnit & { held: Held; happened: readonly Happened[]; steps: readonly StepShown[] },
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
      <Steps frame={frame} base={`${peoplePath(props.unit_id)}/vi-tri/${held.id}`} steps={props.steps} />
      <History {...props} />
    </DeskPage>
  )
}

/** One delegation. */
export function DelegationPage(
  props: OfUnit & { row: Delegated; happened: readonly Happened[]; steps: readonly StepShown[] },
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
      <Steps frame={frame} base={`${peoplePath(props.unit_id)}/giao-quyen/${row.id}`} steps={props.steps} />
      <History {...props} />
    </DeskPage>
  )
}

function History(props: { frame: Frame; happened: readonly Happened[] }) {
  const { people } = words(props.frame.language)
  const names: Readonly<Record<string, string>> = people.steps
  const reason = people.forms.reason.labels.reason
  return (
    <>
      <h2>{people.desk.history}</h2>
      <Timeline
        heading_level={3}
        items={props.happened.map((one) => ({
          title: names[one.action] ?? one.action,
          byline: one.actor ?? people.desk.by_the_program,
          datetime: one.at.toString(),
          date: shortInstant(one.at),
          children: one.reason && `${reason}: ${one.reason}`,
        }))}
      />
    </>
  )
}

/** The form of one step. */
export function StepPage(
  props: OfUnit & {
    step: string
    about?: string
    action: string
    cancel: string
    schema: z.ZodObject
    form: FormWords
    values: FormValues
    errors: readonly Fault[]
    options?: Readonly<Record<string, readonly Choice[]>>
    revision?: number
  },
) {
  const names: Readonly<Record<string, string>> = words(props.frame.language).people.steps
  const title = names[props.step] ?? props.step
  const hidden: Record<string, string | number> = props.revision === undefined ? {} : { revision: props.revision }
  return (
    <DeskPage
      frame={props.frame}
      title={title}
      current="units"
      wide={false}
      faulty={props.errors.length > 0}
      back={{ href: props.cancel }}
    >
      <h1>{title}</h1>
      <p>{[props.unit_name, props.about].filter(Boolean).join(' · ')}</p>
      <FormOf
        schema={props.schema}
        words={props.form}
        action={props.action}
        values={props.values}
        errors={props.errors}
        options={props.options}
        hidden={hidden}
        submit={title}
        cancel={props.cancel}
        kind={props.step.startsWith('void-') ? 'warning' : 'primary'}
      />
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
