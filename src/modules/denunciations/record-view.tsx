/** A sealed record's page for its insiders, unopened: what is due, what may be done, who holds a key, what happened. */
import type { DueAnswer } from '../../law/due.ts'
import { Button } from '../../ui/parts/button.tsx'
import { DeskPage } from '../../ui/parts/desk-page.tsx'
import { shortDay, shortInstant } from '../../ui/parts/format.ts'
import { SummaryList, Timeline } from '../../ui/parts/lists.tsx'
import type { Frame } from '../../ui/parts/page.tsx'
import { ToBeChecked } from '../../ui/parts/text.tsx'
import { words } from '../../ui/words/words.ts'
import type { DenunciationRow } from './denunciation.ts'
import { listPath, nameOf, recordPath, unlockPath } from './desk.tsx'
import type { ProceedingStep } from './proceeding.ts'
import type { Insider, SealedEvent } from './queries.ts'
import { isLate } from './tip.ts'
import type { SentWordState } from './word-queries.ts'

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
