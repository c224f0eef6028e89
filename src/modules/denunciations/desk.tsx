/** Pages of the closed register. Titles and addresses tell a bystander nothing. */
import type { ComponentChildren } from 'preact'
import type { z } from 'zod'
import type { Fault } from '../../platform/input.ts'
import type { FormValues } from '../../platform/read-form.ts'
import { Button } from '../../ui/parts/button.tsx'
import { DeskPage } from '../../ui/parts/desk-page.tsx'
import { type Choice, TextInput } from '../../ui/parts/fields.tsx'
import { FormOf, type FormWords } from '../../ui/parts/form.tsx'
import { shortDay } from '../../ui/parts/format.ts'
import type { Frame } from '../../ui/parts/page.tsx'
import { Table } from '../../ui/parts/table.tsx'
import { Inset, NotificationBanner, Tag, Warning } from '../../ui/parts/text.tsx'
import { type Words, words } from '../../ui/words/words.ts'
import { Slip } from './channel-view.tsx'
import type { DenunciationRow } from './denunciation.ts'
import { keyPath } from './key-view.tsx'
import type { ProceedingStep } from './proceeding.ts'
import type { SealedLine } from './queries.ts'
import type { HandName } from './record-view.tsx'
import { isLate } from './tip.ts'

/** Address of the insiders' list. */
export const listPath = '/ho-so-rieng'
/** Address of the form at the desk. */
export const formPath = `${listPath}/nhap`
/** Address of one record. */
export const recordPath = (record: { unit_id: string; id: string }) => `${listPath}/${record.unit_id}/${record.id}`
/** Address of the key's page that comes back here. */
export const unlockPath = (to: string) => `${keyPath}?den=${encodeURIComponent(to)}`

/** What a record is called: its number in the closed book, nothing else. */
export function nameOf(record: Pick<DenunciationRow, 'register_number' | 'register_year'>, w: Words): string {
  const { register_number, register_year } = record
  return register_number === null ? w.denunciations.one : w.denunciations.number(register_number, register_year)
}

/** The list of what the viewer can open. `done`: right after sealing. */
export function ListPage(props: {
  frame: Frame
  lines: readonly SealedLine[]
  may_enter: boolean
  done: { handed_over: string | null } | null
  /** Those who left and still hold keys to records of this list. */
  left: readonly string[]
  /** How many of these are past their time. */
  past: number
}) {
  const w = words(props.frame.language)
  const { denunciations: d, law } = w
  const states: Readonly<Record<string, string>> = law.states.denunciation
  return (
    <DeskPage frame={props.frame} title={d.title} current="sealed">
      {props.done && (
        <NotificationBanner
          kind="success"
          text={props.done.handed_over === null ? d.list.sealed : d.list.handed_over(props.done.handed_over)}
        />
      )}
      <h1 class="govuk-heading-l">{d.title}</h1>
      <p class="govuk-body">{d.list.lead}</p>
      <p class="govuk-body">
        <a class="govuk-link" href={keyPath}>
          {d.key.title}
        </a>
      </p>
      {props.left.length > 0 && <Inset>{w.custody.hand_on.left(props.left.join(', '))}</Inset>}
      <p class="govuk-body">
        <a class="govuk-link" href={`${listPath}/so`}>
          {w.sealed_book.link}
        </a>
        {' · '}
        <a class="govuk-link" href={`${listPath}/trao-doi`}>
          {w.sealed_words.title}
        </a>
        {' · '}
        <a class="govuk-link" href={`${listPath}/het-han`}>
          {w.sealed_ends.title}
        </a>
      </p>
      {props.past > 0 && <Inset>{w.sealed_ends.due_line(props.past)}</Inset>}
      {props.may_enter && (
        <Button href={formPath} kind="secondary">
          {d.list.add}
        </Button>
      )}
      <Table
        caption={d.list.caption}
        columns={[
          {
            key: 'number',
            title: d.list.number,
            row_header: true,
            nowrap: true,
            cell: (line) => (
              <a class="govuk-link" href={recordPath(line)}>
                {nameOf(line, w)}
              </a>
            ),
          },
          { key: 'unit', title: d.list.unit, cell: (line) => line.unit_name },
          { key: 'received', title: d.list.received_on, nowrap: true, cell: (line) => shortDay(line.received_on) },
          {
            key: 'due',
            title: d.list.due_on,
            nowrap: true,
            cell: (line) => (line.processed_on === null && line.due_on ? shortDay(line.due_on) : '–'),
          },
          {
            key: 'state',
            title: d.list.state,
            cell: (line) => (
              <>
                {states[line.state] ?? line.state}
                {isLate(line, props.frame.on) ? ` ▲ ${d.list.inspection_late}` : ''}{' '}
                {line.has_news && <Tag>{w.channel.desk.news}</Tag>}
              </>
            ),
          },
        ]}
        rows={props.lines}
        row_key={(line) => line.id}
        row_href={recordPath}
        empty={<p class="govuk-body">{d.list.empty}</p>}
      />
    </DeskPage>
  )
}

/** The form at the desk. Nothing of it is kept as a draft in the browser. */
export function EntryPage(props: {
  frame: Frame
  schema: z.ZodObject
  values: FormValues
  errors: readonly Fault[]
  people: readonly Choice[]
  has_key: boolean
}) {
  const w = words(props.frame.language).denunciations
  return (
    <DeskPage
      frame={props.frame}
      title={w.form.title}
      wide={false}
      faulty={props.errors.length > 0}
      back={{ href: listPath }}
    >
      {!props.has_key && (
        <NotificationBanner>
          <p class="govuk-body">
            {w.form.key_first}{' '}
            <a class="govuk-link" href={unlockPath(formPath)}>
              {w.key.set_up}
            </a>
          </p>
        </NotificationBanner>
      )}
      <FormOf
        schema={props.schema}
        words={{ ...w.form.fields, faults: w.faults }}
        values={props.values}
        errors={props.errors}
        options={{ subject_id: props.people }}
        action={formPath}
        heading={w.form.title}
        cancel={listPath}
      >
        <Inset>
          <p>{w.form.lead}</p>
          <p>{w.form.head_question}</p>
        </Inset>
      </FormOf>
    </DeskPage>
  )
}

/** Right after sealing: the key on a slip, to be printed and handed over. It is shown on no other page. */
export function GivenSlipPage(props: { frame: Frame; slip: string | null; origin: string; back: string }) {
  const { slip } = words(props.frame.language).channel
  return (
    <DeskPage frame={props.frame} title={slip.title} wide={false}>
      {props.slip !== null && (
        <div class="gd-noprint">
          <Warning>{slip.desk}</Warning>
        </div>
      )}
      <Slip {...props} />
      <div class="gd-noprint">
        <Button href={props.back}>{slip.back}</Button>
      </div>
    </DeskPage>
  )
}

/** The form of a step on an unopened record. */
export function StepPage(props: {
  frame: Frame
  record: DenunciationRow
  step: HandName | ProceedingStep
  schema: z.ZodObject
  fields: FormWords
  lead: string
  values: FormValues
  errors: readonly Fault[]
  options?: Readonly<Record<string, readonly Choice[]>>
  before?: ComponentChildren
}) {
  const w = words(props.frame.language)
  const action = `${recordPath(props.record)}/${props.step}`
  const back = recordPath(props.record)
  const title = w.law.steps.denunciation[props.step].button
  return (
    <DeskPage
      frame={props.frame}
      title={nameOf(props.record, w)}
      wide={false}
      back={{ href: back }}
      faulty={props.errors.length > 0}
    >
      <FormOf
        schema={props.schema}
        words={{ ...props.fields, faults: w.denunciations.faults }}
        values={props.values}
        errors={props.errors}
        options={props.options}
        action={action}
        heading={title}
        cancel={back}
      >
        <Inset>{props.lead}</Inset>
      </FormOf>
      {props.before}
    </DeskPage>
  )
}

/** Search of a receiver beside the form of a step that names one. */
export function ReceiverSearch(props: {
  frame: Frame
  record: DenunciationRow
  typed: string
  step: 'transfer' | 'refer-to-inspection'
}) {
  const { transfer } = words(props.frame.language).denunciations
  return (
    <form method="get" action={`${recordPath(props.record)}/${props.step}`} class="gd-filter">
      <TextInput name="q" label={transfer.search} value={props.typed} type="search" width={30} />
      <Button kind="secondary">{transfer.search_submit}</Button>
    </form>
  )
}
