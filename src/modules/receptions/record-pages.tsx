/** The pages of one reception day, one visit, one field visit. */
import type { Calendar } from '../../law/calendar.ts'
import { representativesOf } from '../../law/reception-rules.ts'
import { receptionMayBeDelegated } from '../../law/switches.ts'
import type { TimelineEvent } from '../../platform/actions/timeline.ts'
import { Link } from '../../ui/parts/button.tsx'
import { DateText } from '../../ui/parts/day.tsx'
import { deskPaths } from '../../ui/parts/desk-menu.tsx'
import { shortDay, shortInstant } from '../../ui/parts/format.ts'
import { SummaryList } from '../../ui/parts/lists.tsx'
import type { Frame } from '../../ui/parts/page.tsx'
import type { OfferedStep } from '../../ui/parts/steps.tsx'
import { Table } from '../../ui/parts/table.tsx'
import { Inset, ToBeChecked, Warning } from '../../ui/parts/text.tsx'
import { words } from '../../ui/words/words.ts'
import type { Counting } from '../calendars/counting.ts'
import type { DocumentRow } from '../notices/queries.ts'
import { type ChosenStep, formWords, RecordSteps, recordPath, stateWord } from './forms.tsx'
import type { VisitInList } from './queries.ts'
import type { ReceptionDayRow } from './reception-day.ts'
import { Corrections, facts, IsoDay, Letters, Owed, Past, RecordFrame, useWords, visitorName } from './record-parts.tsx'
import type { VisitRow } from './visit.ts'

/** What every record page has. */
export interface RecordData {
  offered: readonly OfferedStep[]
  chosen: ChosenStep | null
  events: readonly TimelineEvent[]
  letters: readonly DocumentRow[]
  /** Calendar and switches as the offices have set them. */
  counting: Counting
  /** The viewer takes closed letters in at this desk. */
  takes_closed: boolean
}

/** One reception day. */
export function DayPage(props: {
  frame: Frame
  day: ReceptionDayRow
  visits: readonly VisitInList[]
  data: RecordData
}) {
  const { frame, day, data } = props
  const { receptions } = words(frame.language)
  const title = receptions.day_page.title(shortDay(day.held_on))
  return (
    <RecordFrame
      frame={frame}
      title={title}
      unit_id={day.unit_id}
      faulty={Boolean(data.chosen?.errors)}
      state={stateWord(frame.language, 'reception-day', day.state)}
    >
      <RecordSteps kind="reception-day" record={day} offered={data.offered} chosen={data.chosen} />
      <DayWarnings day={day} counting={data.counting} />
      <DayFacts day={day} />
      <p>
        <Link href={`${recordPath('reception-day', day)}/to-trinh`}>{receptions.day_page.briefing}</Link>
      </p>
      <VisitTable
        caption={receptions.day_page.visits}
        visits={props.visits}
        unit_id={day.unit_id}
        on={frame.on}
        empty={receptions.day_page.visits_empty}
        calendar={data.counting.calendar}
      />
      <Corrections corrections={day.corrections} labels={formWords(frame.language, 'correct-day').labels} />
      <Letters unit_id={day.unit_id} letters={data.letters} />
      <Past kind="reception-day" events={data.events} />
    </RecordFrame>
  )
}

function DayWarnings(props: { day: ReceptionDayRow; counting: Counting }) {
  const { receptions } = useWords()
  const { day } = props
  const doubtful = day.receiver?.who === 'deputy' && !receptionMayBeDelegated(day.held_on, props.counting.switches)
  return (
    <>
      {doubtful && (
        <Warning>
          {receptions.day_page.delegated_warning} <ToBeChecked />
        </Warning>
      )}
      {day.nobody_came === true && <Inset>{receptions.day_page.nobody_came}</Inset>}
    </>
  )
}

function DayFacts(props: { day: ReceptionDayRow }) {
  const { receptions, law } = useWords()
  const { day } = props
  const { publish, open, conclude } = receptions.forms
  const planned = [day.head_title, day.head_name].filter((part) => part).join(' ')
  const published = day.published_on && (
    <>
      <DateText on={day.published_on} />{' '}
      {day.publish_by_on
        ? `· ${receptions.day_page.publish_by(shortDay(day.publish_by_on))} · ${day.published_late ? receptions.day_page.late : receptions.day_page.in_time}`
        : day.kind === 'unscheduled' && `· ${receptions.day_page.no_schedule}`}
    </>
  )
  const postponed = day.postponed.map((one) => (
    <div key={one.announced_on}>
      <IsoDay on={one.from_on} /> → <IsoDay on={one.to_on} />: {one.reason}. {one.notice} (
      <IsoDay on={one.announced_on} />)
    </div>
  ))
  const inFact = day.receiver && (
    <>
      {receptions.receivers[day.receiver.who]}: {day.receiver.name}
      {day.receiver.reason && ` · ${receptions.day_page.because(day.receiver.reason)}`}
    </>
  )
  return (
    <SummaryList
      rows={facts(
        {
          key: publish.labels.held_on,
          value: (
            <>
              {shortDay(day.held_on)} · {receptions.portal.hours(day.starts, day.ends)}
            </>
          ),
        },
        { key: publish.labels.kind, value: `${law.reception_kinds[day.kind]} · ${law.reception_modes[day.mode]}` },
        {
          key: publish.labels.place,
          value: [day.place, day.room && receptions.portal.room(day.room)].filter((part) => part).join(' · '),
        },
        { key: publish.labels.subject, value: day.subject },
        { key: receptions.day_page.planned, value: planned || receptions.portal.regular_receiver },
        { key: receptions.day_page.in_fact, value: inFact },
        { key: receptions.day_page.published, value: published },
        day.postponed.length > 0 && { key: receptions.day_page.postponements, value: postponed },
        { key: open.labels.receiver_reason, value: day.unscheduled?.reason ?? null },
        { key: conclude.labels.conclusion, value: day.conclusion },
        { key: conclude.labels.agreed, value: day.agreed },
      )}
    />
  )
}

/** Visits in a list: of a day, of the queue, owed. */
export function VisitTable(props: {
  caption: string
  visits: readonly VisitInList[]
  unit_id: string
  on: Temporal.PlainDate
  empty: string
  /** The working calendar that counts the days left. */
  calendar: Calendar
  owed?: boolean
}) {
  const { receptions, language } = useWords()
  const { desk } = receptions
  const path = (visit: VisitInList) => recordPath('visit', { unit_id: props.unit_id, id: visit.id })
  const common = [
    {
      key: 'so',
      title: desk.number,
      numeric: true,
      cell: (visit: VisitInList) => (
        <a class="govuk-link" href={path(visit)}>
          {visit.queue_number ?? '–'}
        </a>
      ),
    },
    { key: 'nguoi', title: desk.who, row_header: true, cell: (visit: VisitInList) => visitorName(visit, language) },
    {
      key: 'viec',
      title: desk.about,
      cell: (visit: VisitInList) => visit.subject ?? (visit.asked_kind ? receptions.asked_kinds[visit.asked_kind] : ''),
    },
  ]
  const now = [
    { key: 'phong', title: desk.room, cell: (visit: VisitInList) => visit.room ?? '' },
    {
      key: 'tinh-trang',
      title: desk.state,
      cell: (visit: VisitInList) =>
        `${stateWord(language, 'visit', visit.state)}${visit.called_at && visit.state === 'waiting' ? ` · ${desk.called_at(shortInstant(visit.called_at).slice(-5))}` : ''}`,
    },
  ]
  const owed = [
    { key: 'ngay', title: desk.day, nowrap: true, cell: (visit: VisitInList) => shortDay(visit.held_on) },
    {
      key: 'phai-lam',
      title: desk.owed_what,
      cell: (visit: VisitInList) => (visit.state === 'refused' ? desk.owed_refusal : desk.owed_outcome),
    },
    {
      key: 'han',
      title: desk.due,
      cell: (visit: VisitInList) => <Owed visit={visit} on={props.on} calendar={props.calendar} compact />,
    },
  ]
  return (
    <Table
      caption={props.caption}
      columns={[...common, ...(props.owed ? owed : now)]}
      rows={props.visits}
      row_key={(visit) => visit.id}
      row_href={path}
      empty={props.empty}
    />
  )
}

/** One visit. */
export function VisitPage(props: {
  frame: Frame
  visit: VisitRow
  petitions: readonly { id: string; register_number: number | null; register_year: number; title: string }[]
  data: RecordData
}) {
  const { frame, visit, data } = props
  const { receptions } = words(frame.language)
  const page = receptions.visit_page
  const title = page.title(String(visit.queue_number ?? '–'), shortDay(visit.held_on))
  const path = recordPath('visit', visit)
  return (
    <RecordFrame
      frame={frame}
      title={title}
      unit_id={visit.unit_id}
      faulty={Boolean(data.chosen?.errors)}
      state={stateWord(frame.language, 'visit', visit.state)}
    >
      {visit.closed_content && (
        <>
          <Warning>{page.closed_content}</Warning>
          {data.takes_closed && (
            <p>
              <Link href={`${deskPaths.sealed}/nhap`}>{page.make_closed}</Link>
            </p>
          )}
        </>
      )}
      <RecordSteps kind="visit" record={visit} offered={data.offered} chosen={data.chosen} />
      {!visit.closed_content && visit.stage !== null && visit.state !== 'refused' && (
        <p>
          <Link href={`/ban-lam-viec/nhap-don?luot=${visit.id}`}>{page.make_petition}</Link> ·{' '}
          <Link href={`${path}/bien-ban`}>{page.minutes}</Link>
          {visit.large_group && (
            <>
              {' '}
              · <Link href={`${path}/phieu-doan`}>{page.sheet}</Link>
            </>
          )}
        </p>
      )}
      <VisitFactList visit={visit} on={frame.on} calendar={data.counting.calendar} takes_in={data.takes_closed} />
      {!visit.closed_content && (
        <section>
          <h2 class="govuk-heading-m">{page.statement}</h2>
          {visit.statement ? <p class="gd-prose">{visit.statement}</p> : <p>{page.no_statement}</p>}
        </section>
      )}
      {props.petitions.length > 0 && (
        <section>
          <h2 class="govuk-heading-m">{page.petitions}</h2>
          <ul class="govuk-list">
            {props.petitions.map((one) => (
              <li key={one.id}>
                <Link href={`/ho-so/${visit.unit_id}/petition/${one.id}`}>
                  {one.register_number ?? '–'}/{one.register_year} · {one.title}
                </Link>
              </li>
            ))}
          </ul>
        </section>
      )}
      <Corrections corrections={visit.corrections} labels={formWords(frame.language, 'correct-visit').labels} />
      <Letters unit_id={visit.unit_id} letters={data.letters} />
      <Past kind="visit" events={data.events} />
    </RecordFrame>
  )
}

function VisitFactList(props: {
  visit: VisitRow
  on: Temporal.PlainDate
  calendar: Calendar
  /** The viewer takes in here, and so may ask for the sealed number of the paper. */
  takes_in: boolean
}) {
  const { receptions, law, language } = useWords()
  const { custody } = words(language)
  const { visit } = props
  const page = receptions.visit_page
  const labels = receptions.forms['check-in'].labels
  const group = representativesOf(visit.people)
  const grounds: Readonly<Record<string, string>> = law.refusal_grounds
  const named = visit.group_sheet?.representatives
    .map((one) => [one.name, one.address].filter((part) => part).join(', '))
    .join('; ')
  const refusal = visit.refusal && (
    <>
      {grounds[visit.refusal.ground] ?? visit.refusal.ground} ({visit.refusal.cite}).{' '}
      {visit.refusal.letter_sent_on
        ? page.letter_sent(shortDay(Temporal.PlainDate.from(visit.refusal.letter_sent_on)))
        : visit.refusal.letter
          ? page.letter_owed
          : page.speech_only}
      {visit.refusal.earlier && (
        <div>
          {page.earlier}: {visit.refusal.earlier}
        </div>
      )}
    </>
  )
  const papers = visit.papers.flatMap((one) => one.items.map((item) => item.what)).join('; ')
  const owes =
    (visit.state === 'awaiting-outcome' || visit.state === 'refused') &&
    visit.due_on !== null &&
    visit.outcome_given_on === null
  return (
    <SummaryList
      rows={facts(
        { key: labels.visitor_name, value: visitorName(visit, language) },
        { key: labels.visitor_address, value: visit.visitor_address },
        { key: labels.visitor_phone, value: visit.visitor_phone },
        {
          key: labels.acting_as,
          value:
            visit.standing &&
            `${receptions.acting_as[visit.standing.as]}${visit.standing.papers ? ` · ${visit.standing.papers}` : ''}`,
        },
        {
          key: labels.identity_kind,
          value: visit.identity_kind && (
            <>
              {receptions.identity_kinds[visit.identity_kind]}
              {props.takes_in && visit.identity_kind !== 'none' && (
                <>
                  {' · '}
                  <Link href={`/khoa/giay-to/${visit.unit_id}/${visit.id}`}>{custody.identity.title}</Link>
                </>
              )}
            </>
          ),
        },
        { key: labels.asked_kind, value: visit.asked_kind && receptions.asked_kinds[visit.asked_kind] },
        { key: labels.subject, value: visit.subject },
        visit.first_time !== null && {
          key: page.seen_before,
          value: visit.first_time ? page.first_time : page.many_times,
        },
        group !== null && {
          key: page.group,
          value: `${page.present}: ${visit.people} · ${page.signers}: ${visit.group_sheet?.signers ?? '–'} · ${page.representatives}: ${named || page.none_named}`,
        },
        { key: page.papers, value: papers },
        { key: page.refusal, value: refusal },
        { key: page.conclusion, value: visit.conclusion },
        { key: page.assigned_to, value: visit.assigned_to },
        owes && { key: page.outcome_due, value: <Owed visit={visit} on={props.on} calendar={props.calendar} /> },
        {
          key: page.outcome,
          value: visit.outcome && `${law.visit_outcomes[visit.outcome.kind]}. ${visit.outcome.detail}`,
        },
      )}
    />
  )
}
