/** Pages of the closed register. Titles and addresses tell a bystander nothing. */
import type { ComponentChildren } from 'preact'
import type { z } from 'zod'
import type { DueAnswer } from '../../law/due.ts'
import type { Fault } from '../../platform/input.ts'
import type { FormValues } from '../../platform/read-form.ts'
import { Button } from '../../ui/parts/button.tsx'
import { DeskPage } from '../../ui/parts/desk-page.tsx'
import { type Choice, TextInput } from '../../ui/parts/fields.tsx'
import { FormOf, type FormWords } from '../../ui/parts/form.tsx'
import { shortDay, shortInstant } from '../../ui/parts/format.ts'
import { SummaryList, Timeline } from '../../ui/parts/lists.tsx'
import type { Frame } from '../../ui/parts/page.tsx'
import { Table } from '../../ui/parts/table.tsx'
import { Inset, NotificationBanner, Tag, ToBeChecked, Warning } from '../../ui/parts/text.tsx'
import { type Words, words } from '../../ui/words/words.ts'
import { Slip } from './channel-view.tsx'
import type { DenunciationRow } from './denunciation.ts'
import { keyPath } from './key-view.tsx'
import type { ProceedingStep } from './proceeding.ts'
import type { Insider, SealedEvent, SealedLine } from './queries.ts'
import { isLate } from './tip.ts'
import type { SentWordState } from './word-queries.ts'

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

/** The steps that a record's page offers. */
export type OfferedName = 'read' | 'read-extract' | HandName | ProceedingStep

/** Steps with a form of their own kind. */
export type HandName = 'transfer' | 'reseal' | 'open-to-asker' | 'remove-key' | 'renew-channel' | 'correct'

/** A step as the record offers it. */
export interface OfferedStep {
  step: OfferedName
  /** Null where it is open. */
  refusal: string | null
  to_be_checked: boolean
}

/** A record's neutral side: for its insiders, unopened. */
export function RecordPage(props: {
  frame: Frame
  record: DenunciationRow
  due: DueAnswer | null
  transfer_by: Temporal.PlainDate | null
  steps: readonly OfferedStep[]
  insiders: readonly Insider[]
  history: readonly SealedEvent[]
  locked: boolean
  sent: readonly SentWordState[]
  publish_by: Temporal.PlainDate | null
}) {
  const w = words(props.frame.language)
  const { denunciations: d, law } = w
  const { record } = props
  return (
    <DeskPage frame={props.frame} title={nameOf(record, w)} back={{ href: listPath }}>
      <h1 class="govuk-heading-l">{nameOf(record, w)}</h1>
      <Facts {...props} />
      <h2 class="govuk-heading-m">{d.record.steps}</h2>
      <p class="govuk-body">{d.record.lead}</p>
      {props.locked && (
        <p class="govuk-body">
          {d.record.locked}{' '}
          <a class="govuk-link" href={unlockPath(recordPath(record))}>
            {d.record.unlock}
          </a>
        </p>
      )}
      {props.steps.map((one) => (
        <OneStep key={one.step} {...one} record={record} label={law.steps.denunciation[one.step].button} />
      ))}
      <SentWords frame={props.frame} sent={props.sent} />
      <h2 class="govuk-heading-m">{d.record.insiders}</h2>
      <ul class="govuk-list">
        {props.insiders.map((one) => (
          <li key={one.account_id}>{one.until_on ? d.record.until(one.name, shortDay(one.until_on)) : one.name}</li>
        ))}
      </ul>
      <h2 class="govuk-heading-m">{d.record.history}</h2>
      <History {...props} />
    </DeskPage>
  )
}

function OneStep(props: OfferedStep & { record: DenunciationRow; label: string }) {
  const { step, refusal, record, label } = props
  const mark = props.to_be_checked ? <ToBeChecked /> : null
  if (refusal !== null)
    return (
      <p>
        <Button kind="secondary" id={`step-${step}`} reason={refusal}>
          {label}
        </Button>{' '}
        {mark}
      </p>
    )
  if (step === 'read' || step === 'read-extract')
    return (
      <form method="post" action={`${recordPath(record)}/${step}`}>
        <Button>{label}</Button>
      </form>
    )
  return (
    <p>
      <Button href={`${recordPath(record)}/${step}`} kind="secondary">
        {label}
      </Button>{' '}
      {mark}
    </p>
  )
}

function Facts(props: {
  frame: Frame
  record: DenunciationRow
  due: DueAnswer | null
  transfer_by: Temporal.PlainDate | null
  publish_by: Temporal.PlainDate | null
}) {
  const w = words(props.frame.language)
  const { record: r } = w.denunciations
  const { record, due } = props
  const states: Readonly<Record<string, string>> = w.law.states.denunciation
  const sources: Readonly<Record<string, string>> = w.law.sources
  const rows = [
    { key: r.received_on, value: shortDay(record.received_on) },
    { key: r.source, value: sources[record.source] ?? record.source },
    { key: r.state, value: states[record.state] ?? record.state },
  ]
  if (due && record.processed_on === null)
    rows.push({ key: r.due_on, value: r.clock_cite(shortDay(due.due), due.row.cite) })
  if (props.transfer_by && record.processed_on === null && !record.came_from)
    rows.push({ key: r.transfer_by, value: r.clock_cite(shortDay(props.transfer_by), 'LTC 2018 Đ24.2') })
  if (due && record.due_on && record.processed_on !== null)
    rows.push({
      key: r.limit,
      value: `${w.law.limits[due.rule]}: ${r.clock_cite(shortDay(due.due), due.row.cite)}`,
    })
  rows.push(...tipRows(props))
  const pause = record.suspensions.find((stretch) => stretch.to === null)
  if (pause) rows.push({ key: r.suspended, value: shortDay(Temporal.PlainDate.from(pause.from)) })
  if (record.withdrawal) {
    const { confirmed_on, goes_on } = record.withdrawal
    const value = confirmed_on === null ? r.withdrawal_waits : goes_on ? r.withdrawal_goes_on : r.withdrawal_confirmed
    rows.push({ key: r.withdrawal, value })
    if (record.withdrawal.soon_after_contact)
      rows.push({
        key: w.sealed_words.soon,
        value: record.withdrawal.told_above ? w.sealed_words.soon_told : w.sealed_words.soon_not_told,
      })
  }
  if (record.demand) rows.push({ key: w.sealed_words.demand, value: demandOf(record.demand, props.frame) })
  if (props.publish_by)
    rows.push({ key: w.sealed_words.publish_by, value: r.clock_cite(shortDay(props.publish_by), 'LTC 2018 Đ40') })
  if (record.protection) rows.push({ key: r.protection, value: r.protection_stages[record.protection.stage] })
  if (record.hold_until) rows.push({ key: w.sealed_ends.due, value: w.sealed_ends.held(shortDay(record.hold_until)) })
  if (record.came_from) rows.push({ key: r.from, value: record.came_from.unit_name })
  if (record.sent_to) rows.push({ key: r.to, value: record.sent_to.unit_name })
  return <SummaryList rows={rows} />
}

function demandOf({ on, answer_by, answered_on }: NonNullable<DenunciationRow['demand']>, frame: Frame): string {
  const { sealed_words: w } = words(frame.language)
  const day = (text: string) => shortDay(Temporal.PlainDate.from(text))
  if (answered_on !== null) return w.demand_answered(day(on), day(answered_on))
  return w.demand_waits(day(on), day(answer_by), w.days_left(frame.on.until(answer_by).days))
}

/** Words sent to other units, with what became of them there. */
function SentWords(props: { frame: Frame; sent: readonly SentWordState[] }) {
  const { sealed_words: w } = words(props.frame.language)
  if (props.sent.length === 0) return null
  const state = (word: SentWordState) =>
    word.answered_on ? w.states.answered(shortDay(word.answered_on)) : word.read_on ? w.states.read : w.states.new
  const day = (word: SentWordState) => shortDay(Temporal.PlainDate.from(word.on))
  return (
    <>
      <h2 class="govuk-heading-m">{w.sent}</h2>
      <SummaryList
        rows={props.sent.map((word) => ({
          key: w.sent_to(w.kinds[word.kind], word.to_unit_name, day(word)),
          value: state(word),
        }))}
      />
    </>
  )
}

/** What an insider sees of unsigned information: what it is, what was found, who inspects and by when. */
function tipRows(props: { frame: Frame; record: DenunciationRow }) {
  const { record: r, opened } = words(props.frame.language).denunciations
  const { tip, inspection } = props.record
  const yes = (said: boolean) => (said ? opened.yes : opened.no)
  const rows = []
  if (tip) rows.push({ key: r.unsigned, value: r.unsigned_value })
  if (tip?.check) {
    const { person_is_clear, evidence_is_concrete, can_be_checked } = tip.check
    const value = r.tip_checked(yes(person_is_clear), yes(evidence_is_concrete), yes(can_be_checked))
    rows.push({ key: r.tip_check, value })
  }
  if (inspection) {
    const by = shortDay(Temporal.PlainDate.from(inspection.answer_by))
    const late = isLate(props.record, props.frame.on)
    rows.push(
      {
        key: r.inspection,
        value: r.inspection_asked(inspection.unit_name, shortDay(Temporal.PlainDate.from(inspection.on))),
      },
      inspection.answered_on === null
        ? { key: r.inspection_by, value: late ? r.inspection_late(by) : by }
        : { key: r.inspection_answered, value: shortDay(Temporal.PlainDate.from(inspection.answered_on)) },
    )
  }
  return rows
}

function History(props: { frame: Frame; history: readonly SealedEvent[] }) {
  const w = words(props.frame.language)
  const day = (text: string) => shortDay(Temporal.PlainDate.from(text))
  const steps: Readonly<Record<string, { done: string }>> = w.law.steps.denunciation
  return (
    <Timeline
      heading_level={3}
      items={props.history.map((event) => ({
        title: steps[event.action]?.done ?? event.action,
        byline: event.actor ?? w.denunciations.record.program,
        datetime: event.at.toString(),
        date: shortInstant(event.at),
        children: event.moved
          ? `${event.cite}. ${w.sealed_words.moved(day(event.moved.from), day(event.moved.to))}`
          : event.cite,
      }))}
    />
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
