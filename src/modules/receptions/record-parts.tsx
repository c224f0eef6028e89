/** Pieces that the pages of receptions share: people in lists, due days, timeline, letters. */
import type { ComponentChildren } from 'preact'
import { type Calendar, workingDaysBetween } from '../../law/calendar.ts'
import type { TimelineEvent } from '../../platform/actions/timeline.ts'
import { DateText } from '../../ui/parts/day.tsx'
import { DeskPage } from '../../ui/parts/desk-page.tsx'
import { shortDay, shortInstant } from '../../ui/parts/format.ts'
import { Timeline } from '../../ui/parts/lists.tsx'
import type { Frame } from '../../ui/parts/page.tsx'
import { useSpeech } from '../../ui/parts/speech.tsx'
import { DueDate } from '../../ui/parts/state.tsx'
import { Tag } from '../../ui/parts/text.tsx'
import { type Language, words } from '../../ui/words/words.ts'
import { isToBeChecked } from '../calendars/clock.ts'
import { reDatedWords } from '../calendars/re-dated.ts'
import { whyPath } from '../calendars/why.ts'
import { LetterMarks, letterName } from '../notices/letter-marks.tsx'
import type { DocumentRow } from '../notices/queries.ts'
import { becameOf, type FieldVisitRow } from './field-visit.ts'
import type { Correction } from './reception-day.ts'
import type { ReceptionRecordKind } from './steps.ts'
import type { VisitRow } from './visit.ts'

/** The sentences of this module in the page's language. */
export function useWords() {
  const { language } = useSpeech()
  const { receptions, law } = words(language)
  return { language, receptions, law }
}

/** Who came, in one line; somebody who denounces has no name here. */
export function visitorName(
  visit: Pick<VisitRow, 'closed_content' | 'visitor_name' | 'people'>,
  language: Language,
): string {
  const { desk } = words(language).receptions
  const name = visit.closed_content ? desk.hidden_person : (visit.visitor_name ?? '')
  return visit.people > 1 ? `${name} ${desk.and_others(visit.people)}` : name
}

/** What a visit still owes, with the days left; nothing where it owes nothing. */
export function Owed(props: {
  visit: Pick<VisitRow, 'clock' | 'due_on' | 'nominal_on'>
  on: Temporal.PlainDate
  calendar: Calendar
  compact?: boolean
}) {
  const { clock, due_on, nominal_on } = props.visit
  if (!clock || !due_on || !nominal_on) return null
  const { calendar } = props
  const late = Temporal.PlainDate.compare(props.on, due_on) > 0
  const left = late
    ? -workingDaysBetween(due_on, props.on, calendar)
    : workingDaysBetween(props.on, nominal_on, calendar)
  // A day late that was no working day is late all the same.
  return (
    <DueDate
      on={due_on}
      days_left={late ? Math.min(left, -1) : left}
      why={whyPath(clock)}
      compact={props.compact}
      // No rule of receptions that runs a clock hangs on a switch.
      to_be_checked={isToBeChecked(clock, { switches: {} })}
    />
  )
}

/** What happened, oldest first. */
export function Past(props: { kind: ReceptionRecordKind; events: readonly TimelineEvent[] }) {
  const { language, receptions, law } = useWords()
  const said: Readonly<Record<string, { done: string }>> = law.steps[props.kind]
  return (
    <section>
      <h2 class="govuk-heading-m">{receptions.visit_page.timeline}</h2>
      <Timeline
        heading_level={3}
        items={props.events.map((event) => ({
          title: reDatedWords(event, language) ?? said[event.action]?.done ?? event.action,
          byline: `${event.actor_name ?? (event.via === 'clock' ? receptions.timeline.by_program : receptions.timeline.by_citizen)} · ${event.cite}`,
          datetime: event.at.toString(),
          date: shortInstant(event.at),
        }))}
      />
    </section>
  )
}

/** The letters of a record. */
export function Letters(props: { unit_id: string; letters: readonly DocumentRow[] }) {
  const { receptions, language } = useWords()
  return (
    <section>
      <h2 class="govuk-heading-m">{receptions.day_page.letters}</h2>
      {props.letters.length === 0 ? (
        <p>{receptions.day_page.no_letters}</p>
      ) : (
        <ul class="govuk-list">
          {props.letters.map((letter) => (
            <li key={letter.id}>
              <a class="govuk-link" href={`/van-ban/${props.unit_id}/${letter.id}`}>
                {letterName(letter, language)}
              </a>{' '}
              · {letter.number}/{letter.book} · {shortDay(letter.issued_on)}
              <LetterMarks marks={letter.marks} language={language} />
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}

/** Mistakes that were mended, both values shown. */
export function Corrections(props: { corrections: readonly Correction[]; labels: Readonly<Record<string, string>> }) {
  const { receptions } = useWords()
  if (props.corrections.length === 0) return null
  const value = (one: string | number | boolean | null) => (one === null || one === '' ? '–' : String(one))
  return (
    <section>
      <h2 class="govuk-heading-m">{receptions.day_page.corrections}</h2>
      <ul class="govuk-list govuk-list--bullet">
        {props.corrections.map((one, index) => (
          <li key={index}>
            {shortDay(Temporal.PlainDate.from(one.on))} · {one.by} · {one.reason}
            {one.changes.map((change) => (
              <div key={change.field}>
                {props.labels[change.field] ?? change.field}: <del>{value(change.from)}</del> →{' '}
                <ins>{value(change.to)}</ins>
              </div>
            ))}
          </li>
        ))}
      </ul>
    </section>
  )
}

/** Rows of a summary list without the empty ones. */
export function facts(...rows: ({ key: string; value: ComponentChildren } | false | null)[]) {
  return rows.filter((row) => row !== false && row !== null && row.value !== null && row.value !== '') as {
    key: string
    value: ComponentChildren
  }[]
}

/** A day of jsonb, shown. */
export function IsoDay(props: { on: string }) {
  return <DateText on={Temporal.PlainDate.from(props.on)} />
}

/** What every record page of receptions stands in: title with the word of its state, the way back. */
export function RecordFrame(props: {
  frame: Frame
  title: string
  unit_id: string
  /** The chosen step's form has faults. */
  faulty: boolean
  /** The word of its state, where it has more than one. */
  state?: string
  children: ComponentChildren
}) {
  return (
    <DeskPage
      frame={props.frame}
      title={props.title}
      current="receptions"
      back={{ href: `/tiep-dan?don-vi=${props.unit_id}` }}
      faulty={props.faulty}
    >
      <h1>
        {props.title} {props.state !== undefined && <Tag>{props.state}</Tag>}
      </h1>
      {props.children}
    </DeskPage>
  )
}

/** A row that leads to what became of a visit's promise; none where nothing with a day was promised. */
export function became(visit: FieldVisitRow, said: { what_became: string; see_ledger: string }) {
  if (!visit.promised || !visit.promise_due_on) return []
  const link = (
    <a class="govuk-link" href={becameOf(visit)}>
      {said.see_ledger}
    </a>
  )
  return [{ key: said.what_became, value: link }]
}
