/** What a citizen follows by code: every step, what comes next with its day and reasons, what the person can do. */

import { complaintLimit, mayBeSued } from '../law/complaint-limits.ts'
import { rowInForce } from '../law/due.ts'
import type { Counting } from '../modules/calendars/counting.ts'
import { reDatedWords } from '../modules/calendars/re-dated.ts'
import { RecordDue } from '../modules/calendars/record-due.tsx'
import type { ComplaintRow } from '../modules/complaints/complaint.ts'
import { courseOf } from '../modules/complaints/second.ts'
import { isAtCourt, runningStay } from '../modules/complaints/side-paths.ts'
import { LetterMarks, letterName } from '../modules/notices/letter-marks.tsx'
import type { PetitionRow } from '../modules/petitions/petition.ts'
import { Button } from '../ui/parts/button.tsx'
import { longDay, shortDay } from '../ui/parts/format.ts'
import { known, paragraphs } from '../ui/parts/letter.tsx'
import type { Frame } from '../ui/parts/page.tsx'
import { PortalPage } from '../ui/parts/portal-page.tsx'
import { StateShape } from '../ui/parts/state.tsx'
import { Inset, NotificationBanner } from '../ui/parts/text.tsx'
import { type Language, words } from '../ui/words/words.ts'
import type { Tracked } from './track.ts'

/** A step the citizen may take, with its last day where it has one. */
export interface CitizenStep {
  href: string
  verb: string
  until: Temporal.PlainDate | null
}

/** Every step, what comes next with its day and reasons, and what the person can do. Prints on one page. */
export function TrackPage(props: {
  frame: Frame
  chain: readonly { tracked: Tracked; steps: readonly CitizenStep[] }[]
  counting: Counting
  done: string | null
}) {
  const { petitions } = words(props.frame.language)
  return (
    <PortalPage frame={props.frame} title={petitions.track_title} current="track">
      {props.done && <NotificationBanner kind="success" text={props.done} />}
      {props.chain.map((one) => (
        <TrackedRecord key={one.tracked.petition.id} {...one} frame={props.frame} counting={props.counting} />
      ))}
      <form method="post" action="/tra-cuu/thoat" class="gd-noprint">
        <Button kind="secondary">{petitions.track_leave}</Button>
      </form>
    </PortalPage>
  )
}

function TrackedRecord(props: { tracked: Tracked; steps: readonly CitizenStep[]; frame: Frame; counting: Counting }) {
  const { language, on } = props.frame
  const { petitions, law } = words(language)
  const { petition, complaints, feedback, events, documents, unit_name } = props.tracked
  const current = complaints[0] ?? feedback[0] ?? petition
  const kind = complaints[0] ? 'complaint' : feedback[0] ? 'feedback' : 'petition'
  const running = current.due_on !== null && (kind !== 'petition' || petition.processed_on === null)
  const sentence = secondRoad(complaints, on, language)
  return (
    <section class="gd-tracked">
      <h1 class="govuk-heading-l">
        <span class="govuk-caption-l">
          {unit_name} · {numberOf(petition, petitions.number, petitions.unnumbered)}
        </span>{' '}
        {petition.title}
      </h1>
      <p class="gd-status">
        <strong>{known(law.states[kind], current.state)}.</strong>{' '}
        {running && (
          <>
            {petitions.track_next}: <RecordDue row={current} on={on} counting={props.counting} />
          </>
        )}
      </p>
      {sentence && <Inset>{sentence}</Inset>}
      {complaints.flatMap((row) =>
        asideOf(row, on, language).map((text) => <Inset key={`${row.id}${text}`}>{text}</Inset>),
      )}
      <h2 class="govuk-heading-m">{petitions.track_steps}</h2>
      <ol class="gd-track">
        {events.map((event) => (
          <li key={`${event.kind}${event.seq}${event.at}`}>
            <StateShape state="settled" />
            <time dateTime={event.on_day.toString()}>{shortDay(event.on_day)}</time>{' '}
            <span>{reDatedWords(event, language) ?? known(doneOf(law.steps[event.kind]), event.action)}</span>
          </li>
        ))}
      </ol>
      {feedback
        .filter((one) => one.answer)
        .map((one) => (
          <section key={one.id}>
            <h2 class="govuk-heading-m">{petitions.track_answer}</h2>
            <div class="gd-letter">{paragraphs(one.answer ?? '')}</div>
            {one.public_answer && one.publication !== 'refused' && (
              <div class="gd-noprint">
                <Inset>
                  <p class="govuk-body">{petitions.track_public}</p>
                  {paragraphs(one.public_question ?? '')}
                  {paragraphs(one.public_answer)}
                </Inset>
              </div>
            )}
          </section>
        ))}
      {documents.length > 0 && (
        <>
          <h2 class="govuk-heading-m">{petitions.track_letters}</h2>
          <ul class="govuk-list">
            {documents.map((one) => (
              <li key={one.id}>
                <a class="govuk-link" href={`/van-ban/${petition.unit_id}/${one.id}`}>
                  {petitions.track_letter(letterName(one, language))}
                </a>{' '}
                ({shortDay(one.issued_on)})
                <LetterMarks marks={one.marks} language={language} />
              </li>
            ))}
          </ul>
        </>
      )}
      {props.steps.length > 0 && (
        <div class="gd-noprint">
          <h2 class="govuk-heading-m">{petitions.track_can}</h2>
          <ul class="govuk-list">
            {props.steps.map((step) => (
              <li key={step.href}>
                <a class="govuk-link" href={step.href}>
                  {step.verb}
                </a>
                {step.until && ` (${petitions.track_until(longDay(step.until, language))})`}
              </li>
            ))}
          </ul>
        </div>
      )}
    </section>
  )
}

function doneOf(steps: Readonly<Record<string, { done: string }>>): Record<string, string> {
  return Object.fromEntries(Object.entries(steps).map(([step, { done }]) => [step, done]))
}

function numberOf(row: PetitionRow, say: (number: number, year: number) => string, none: string): string {
  return row.register_number === null ? none : say(row.register_number, row.register_year)
}

/** What the person should know of a stay or a lawsuit. */
export function asideOf(row: ComplaintRow, on: Temporal.PlainDate, language: Language): string[] {
  const { complaints } = words(language)
  const stay = runningStay(row, on)
  const { lawsuit } = row
  return [
    stay && complaints.track_stay(longDay(Temporal.PlainDate.from(stay.until), language)),
    lawsuit && row.end_ground === 'court' && complaints.track_court_ended(lawsuit.court),
    lawsuit && isAtCourt(row) && row.ended_on === null && complaints.track_court(lawsuit.court),
    lawsuit?.closed && row.decided_on === null && row.ended_on === null && complaints.track_court_over,
  ].filter((text) => typeof text === 'string')
}

/** How many days a second complaint has, by the row in force when the decision was sent. */
function daysForSecond(row: ComplaintRow): number {
  const limit = rowInForce(complaintLimit('file-second', courseOf(row)), row.sent_on ?? row.received_on)
  return (row.remote ? limit.variants?.remote : undefined) ?? limit.length
}

/** What the person may do about a first decision, or its absence, while the way is open. */
function secondRoad(complaints: readonly ComplaintRow[], on: Temporal.PlainDate, language: Language): string | null {
  const { petitions } = words(language)
  const second = complaints.find((one) => one.instance === 2)
  if (second) {
    if (second.sent_on)
      return `${petitions.second_instance} ${mayBeSued(second.contested.kind) ? petitions.second_over : ''}`
    const late = second.second_road && mayBeSued(second.contested.kind)
    return `${petitions.second_instance} ${late ? petitions.second_over_late : ''}`
  }
  const heard = complaints.map((one) => one.second_road?.second?.stage).find((stage) => stage)
  if (heard && heard !== 'declined') return petitions.second_heard[heard]
  const row = complaints.find((one) => one.second_road?.noted_on == null && (one.second_road || one.state === 'sent'))
  if (!row) return null
  if (row.sent_on && !row.delivered_on) return petitions.second_from_receipt(daysForSecond(row))
  const file_by = row.second_road && Temporal.PlainDate.from(row.second_road.file_by)
  if (!file_by || Temporal.PlainDate.compare(on, file_by) > 0) return null
  const say = row.second_road?.why === 'limit-passed' ? petitions.second_road : petitions.second_after
  return say(longDay(file_by, language))
}
