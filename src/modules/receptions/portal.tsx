/** The public side: a unit's reception calendar, booking a place, the booking itself. */
import type { Fault } from '../../platform/input.ts'
import type { FormValues } from '../../platform/read-form.ts'
import { Button, Link } from '../../ui/parts/button.tsx'
import { DateText } from '../../ui/parts/day.tsx'
import { FeedLinks } from '../../ui/parts/feed-links.tsx'
import { TextInput } from '../../ui/parts/fields.tsx'
import { FormOf } from '../../ui/parts/form.tsx'
import { longDay } from '../../ui/parts/format.ts'
import { SummaryList } from '../../ui/parts/lists.tsx'
import type { Frame } from '../../ui/parts/page.tsx'
import { PortalPage } from '../../ui/parts/portal-page.tsx'
import { Inset, Panel, Tag } from '../../ui/parts/text.tsx'
import { words } from '../../ui/words/words.ts'
import { bookInput } from './book.ts'
import { formWords, stateWord, verbOf } from './forms.tsx'
import type { CalendarDayRow } from './queries.ts'
import { facts, useWords } from './record-parts.tsx'
import { creating } from './steps.ts'
import type { VisitRow } from './visit.ts'

/** A unit as the search shows it. */
export interface NamedUnit {
  id: string
  name: string
  place: string
}

/** Which office? Searched by name, without marks. */
export function ChooseUnitPage(props: { frame: Frame; typed: string; found: readonly NamedUnit[] | null }) {
  const { portal } = words(props.frame.language).receptions
  return (
    <PortalPage frame={props.frame} title={portal.title} current="receptions">
      <h1>{portal.title}</h1>
      <form method="get" action="/lich-tiep-dan">
        <TextInput name="tim" label={portal.unit} hint={portal.unit_hint} value={props.typed} type="search" />
        <Button>{portal.find}</Button>
      </form>
      {props.found && props.found.length === 0 && <p>{portal.no_unit}</p>}
      {props.found && props.found.length > 0 && (
        <ul class="govuk-list">
          {props.found.map((unit) => (
            <li key={unit.id}>
              <Link href={`/lich-tiep-dan?don-vi=${unit.id}`}>
                {unit.name}
                {unit.place && `, ${unit.place}`}
              </Link>
            </li>
          ))}
        </ul>
      )}
    </PortalPage>
  )
}

/** The published calendar of a unit. */
export function CalendarPage(props: { frame: Frame; unit: NamedUnit; days: readonly CalendarDayRow[] }) {
  const { frame, unit } = props
  const { portal } = words(frame.language).receptions
  return (
    <PortalPage frame={frame} title={portal.of(unit.name)} current="receptions" unit={unit}>
      <h1>{portal.of(unit.name)}</h1>
      <p>{portal.regular}</p>
      <FeedLinks unit={unit} kind="reception-day" />
      <h2 class="govuk-heading-m">{portal.next}</h2>
      {props.days.length === 0 && <p>{portal.none}</p>}
      {props.days.map((day) => (
        <CalendarDay key={day.id} day={day} on={frame.on} />
      ))}
      <p>
        <Link href="/lich-tiep-dan">{portal.other_unit}</Link>
      </p>
    </PortalPage>
  )
}

function CalendarDay(props: { day: CalendarDayRow; on: Temporal.PlainDate }) {
  const { receptions, law, language } = useWords()
  const { portal } = receptions
  const { day } = props
  const last = day.postponed.at(-1)
  const bookable = day.state === 'published' && Temporal.PlainDate.compare(day.held_on, props.on) > 0
  const left = Math.max(0, day.capacity - day.taken)
  return (
    <article class="gd-card">
      <h3 class="govuk-heading-s">
        {longDay(day.held_on, language)} {day.state === 'open' && <Tag colour="green">{portal.open_now}</Tag>}
      </h3>
      {last && (
        <Inset>
          {portal.postponed(
            longDay(Temporal.PlainDate.from(last.from_on), language),
            longDay(Temporal.PlainDate.from(last.to_on), language),
          )}{' '}
          {portal.postponed_why(last.reason)}
        </Inset>
      )}
      <SummaryList
        rows={facts(
          { key: portal.when, value: portal.hours(day.starts, day.ends) },
          {
            key: portal.where,
            value: [day.place, day.room && portal.room(day.room), day.mode === 'online' && law.reception_modes.online]
              .filter((part) => part)
              .join(', '),
          },
          {
            key: portal.received_by,
            value: [day.head_title, day.head_name].filter((part) => part).join(' ') || portal.regular_receiver,
          },
          { key: receptions.forms.publish.labels.subject, value: day.subject },
        )}
      />
      {day.published_late && <p>{portal.published_late}</p>}
      {bookable && (
        <p>
          {portal.places_left(left)}.{' '}
          {left > 0 && (
            <Link href={`/lich-tiep-dan/${day.unit_id}/${day.id}`} hidden_text={longDay(day.held_on, language)}>
              {portal.book}
            </Link>
          )}
        </p>
      )}
    </article>
  )
}

/** The form of a booking. */
export function BookingPage(props: {
  frame: Frame
  unit: NamedUnit
  day: CalendarDayRow
  /** Set once the day takes no bookings: its sentence. */
  refusal: string | null
  id: string
  values: FormValues
  errors?: readonly Fault[]
}) {
  const { frame, day } = props
  const { portal } = words(frame.language).receptions
  const title = portal.book_for(longDay(day.held_on, frame.language))
  return (
    <PortalPage
      frame={frame}
      title={title}
      current="receptions"
      faulty={Boolean(props.errors?.length)}
      back={{ href: `/lich-tiep-dan?don-vi=${day.unit_id}` }}
    >
      <h1>{title}</h1>
      <p>
        {props.unit.name}. {portal.hours(day.starts, day.ends)}, {day.place}
        {day.room && `, ${portal.room(day.room)}`}.
      </p>
      {props.refusal === null ? (
        <FormOf
          schema={creating.book.shown ?? bookInput}
          words={formWords(frame.language, 'book')}
          only={['asked_kind', 'visitor_name', 'subject', 'people', 'visitor_phone']}
          values={props.values}
          errors={props.errors}
          action={`/lich-tiep-dan/${day.unit_id}/${day.id}`}
          hidden={{ id: props.id, code: String(props.values['code'] ?? ''), reception_day_id: day.id }}
          submit={verbOf(frame.language, 'visit', 'book')}
        />
      ) : (
        <Inset>{props.refusal}</Inset>
      )}
    </PortalPage>
  )
}

/** The booking: number, code where it was just given, what to bring; prints on one page. */
export function BookedPage(props: {
  frame: Frame
  unit: NamedUnit
  visit: VisitRow
  day: CalendarDayRow
  /** The code, shown once. */
  code: string | null
  cancel: boolean
}) {
  const { frame, visit, day } = props
  const { receptions, law } = words(frame.language)
  const { portal } = receptions
  const fresh = props.code !== null && visit.state === 'booked'
  return (
    <PortalPage frame={frame} title={fresh ? portal.booked : portal.your_place} current="receptions">
      {fresh ? (
        <Panel title={portal.booked}>
          {portal.your_number}: <strong>{visit.queue_number ?? '–'}</strong>
        </Panel>
      ) : (
        <h1>{portal.your_place}</h1>
      )}
      {visit.state === 'cancelled' && <Inset>{portal.cancelled}</Inset>}
      {day.postponed.length > 0 && visit.state === 'booked' && <PostponedNote day={day} />}
      <SummaryList
        rows={facts(
          { key: portal.your_number, value: String(visit.queue_number ?? '–') },
          props.code !== null && { key: portal.your_code, value: <strong class="gd-code">{props.code}</strong> },
          { key: portal.state, value: stateWord(frame.language, 'visit', visit.state) },
          { key: portal.day, value: <DateText on={day.held_on} /> },
          { key: portal.when, value: portal.hours(day.starts, day.ends) },
          {
            key: portal.where,
            value: [props.unit.name, day.place, day.room && portal.room(day.room)].filter((part) => part).join(', '),
          },
          {
            key: portal.received_by,
            value: [day.head_title, day.head_name].filter((part) => part).join(' ') || portal.regular_receiver,
          },
          { key: portal.people, value: String(visit.people) },
          visit.due_on !== null &&
            visit.state === 'awaiting-outcome' && { key: portal.outcome_due, value: <DateText on={visit.due_on} /> },
          visit.outcome !== null && {
            key: portal.outcome,
            value: `${law.visit_outcomes[visit.outcome.kind]}. ${visit.outcome.detail}`,
          },
        )}
      />
      {props.code !== null && <p>{portal.keep_code}</p>}
      {visit.state === 'booked' && <Bring />}
      {props.cancel && (
        <form method="post" action={`/lich-tiep-dan/luot/${visit.unit_id}/${visit.id}/cancel`}>
          <input type="hidden" name="revision" value={String(visit.revision)} />
          <Button kind="secondary">{portal.cancel}</Button>
        </form>
      )}
    </PortalPage>
  )
}

function PostponedNote(props: { day: CalendarDayRow }) {
  const { receptions, language } = useWords()
  const last = props.day.postponed.at(-1)
  if (!last) return null
  const day = (on: string) => longDay(Temporal.PlainDate.from(on), language)
  return (
    <Inset>
      {receptions.portal.postponed(day(last.from_on), day(last.to_on))} {receptions.portal.postponed_why(last.reason)}
    </Inset>
  )
}

function Bring() {
  const { receptions } = useWords()
  const { portal } = receptions
  return (
    <>
      <h2 class="govuk-heading-m">{portal.bring}</h2>
      <ul class="govuk-list govuk-list--bullet">
        {portal.bring_list.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
      <p>{portal.rules}</p>
      <p>{portal.outcome_promise}</p>
    </>
  )
}
