/** Pages that are printed: minutes of a visit, the sheet of a large group, the page before a reception day. */
import type { Calendar } from '../../law/calendar.ts'
import { representativesOf } from '../../law/reception-rules.ts'
import { Link } from '../../ui/parts/button.tsx'
import { DeskPage } from '../../ui/parts/desk-page.tsx'
import { longDay, shortDay } from '../../ui/parts/format.ts'
import { SummaryList } from '../../ui/parts/lists.tsx'
import type { Frame } from '../../ui/parts/page.tsx'
import { Inset } from '../../ui/parts/text.tsx'
import { type Language, words } from '../../ui/words/words.ts'
import { recordPath } from './forms.tsx'
import type { EarlierOnCase, VisitInList } from './queries.ts'
import type { ReceptionDayRow } from './reception-day.ts'
import { VisitTable } from './record-pages.tsx'
import { facts, visitorName } from './record-parts.tsx'
import type { VisitRow } from './visit.ts'

/** Minutes of a visit, to be read, signed or marked by fingerprint. */
export function MinutesPage(props: { frame: Frame; visit: VisitRow; day: ReceptionDayRow | null; officer: string }) {
  const { frame, visit, day } = props
  const { minutes, identity_kinds, confirmed } = words(frame.language).receptions
  const ways: Readonly<Record<string, string>> = confirmed
  const receiver = day?.receiver
    ? [day.receiver.title, day.receiver.name].filter((part) => part).join(' ')
    : props.officer
  return (
    <DeskPage
      frame={frame}
      title={minutes.title}
      current="receptions"
      wide={false}
      back={{ href: recordPath('visit', visit) }}
    >
      <h1>{minutes.title}</h1>
      <p>{minutes.time(shortDay(visit.held_on), day?.place ?? frame.office)}</p>
      <SummaryList
        rows={facts(
          { key: minutes.receiver, value: receiver },
          {
            key: minutes.visitor,
            value: [visit.visitor_name, visit.visitor_address].filter((part) => part).join(', '),
          },
          { key: minutes.identity, value: visit.identity_kind && identity_kinds[visit.identity_kind] },
          { key: minutes.people, value: String(visit.people) },
          { key: minutes.said, value: visit.statement ?? visit.subject },
          { key: minutes.papers, value: visit.papers.flatMap((one) => one.items.map((item) => item.what)).join('; ') },
          { key: minutes.answered, value: visit.conclusion },
        )}
      />
      {visit.statement_check && (
        <p>
          {minutes.read_back} {minutes.confirmed}: {ways[visit.statement_check.confirmed] ?? ''}.
        </p>
      )}
      <Signatures names={[minutes.sign_visitor, minutes.sign_receiver]} />
    </DeskPage>
  )
}

function Signatures(props: { names: readonly string[] }) {
  return (
    <table class="govuk-table gd-signatures">
      <tbody>
        <tr>
          {props.names.map((name) => (
            <td key={name} class="govuk-table__cell">
              {name}
              <br />
              <br />
              <br />
              <br />
            </td>
          ))}
        </tr>
      </tbody>
    </table>
  )
}

/** The sheet by which a large group names its representatives, with room for everybody's signature. */
export function GroupSheetPage(props: { frame: Frame; visit: VisitRow }) {
  const { frame, visit } = props
  const { sheet } = words(frame.language).receptions
  const rule = representativesOf(visit.people)
  const named = visit.group_sheet?.representatives ?? []
  const rows = [
    ...named,
    ...Array.from({ length: Math.max(0, (rule?.most ?? 0) - named.length) }, () => ({ name: '', address: '' })),
  ]
  const signers = Array.from({ length: Math.min(visit.people, 60) }, (_, index) => ({ name: '', address: '', index }))
  return (
    <DeskPage
      frame={frame}
      title={sheet.title}
      current="receptions"
      wide={false}
      back={{ href: recordPath('visit', visit) }}
    >
      <h1>{sheet.title}</h1>
      {rule && <Inset>{sheet.rule(rule.least, rule.most)}</Inset>}
      <p>{sheet.paper}</p>
      <SheetTable language={frame.language} caption={sheet.paper} rows={rows} />
      <p>{sheet.all_sign}</p>
      <SheetTable language={frame.language} caption={sheet.all_sign} rows={signers} />
    </DeskPage>
  )
}

function SheetTable(props: {
  language: Language
  caption: string
  rows: readonly { name: string; address: string }[]
}) {
  const { sheet } = words(props.language).receptions
  return (
    <table class="govuk-table gd-table">
      <caption class="govuk-visually-hidden">{props.caption}</caption>
      <thead>
        <tr>
          {[sheet.name, sheet.address, sheet.signature].map((title) => (
            <th key={title} scope="col" class="govuk-table__header">
              {title}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {props.rows.map((row, index) => (
          <tr key={index}>
            <td class="govuk-table__cell">{row.name || '\u00a0'}</td>
            <td class="govuk-table__cell">{row.address}</td>
            <td class="govuk-table__cell" />
          </tr>
        ))}
      </tbody>
    </table>
  )
}

/** One page before a reception day: who, what, what went before on the same case, what is still owed. */
export function BriefingPage(props: {
  frame: Frame
  day: ReceptionDayRow
  visits: readonly VisitInList[]
  history: readonly EarlierOnCase[]
  owed: readonly VisitInList[]
  calendar: Calendar
}) {
  const { frame, day } = props
  const { receptions } = words(frame.language)
  const { briefing } = receptions
  const title = briefing.title(shortDay(day.held_on))
  const coming = props.visits.filter((visit) => visit.state === 'booked' || visit.state === 'waiting')
  return (
    <DeskPage
      frame={frame}
      title={title}
      current="receptions"
      wide={false}
      back={{ href: recordPath('reception-day', day) }}
    >
      <h1>{title}</h1>
      <p>
        {longDay(day.held_on, frame.language)}, {receptions.portal.hours(day.starts, day.ends)}. {day.place}
        {day.room && `, ${receptions.portal.room(day.room)}`}.{' '}
        {[day.head_title, day.head_name].filter((part) => part).join(' ')}
      </p>
      <h2 class="govuk-heading-m">{briefing.who}</h2>
      {coming.length === 0 && <p>{briefing.empty}</p>}
      {coming.map((visit) => (
        <article key={visit.id}>
          <h3 class="govuk-heading-s">
            {visit.queue_number ?? '–'}. {visitorName(visit, frame.language)}
          </h3>
          <p>
            {visit.asked_kind && receptions.asked_kinds[visit.asked_kind]}
            {visit.subject && ` · ${visit.subject}`} ·{' '}
            <Link href={recordPath('visit', { unit_id: day.unit_id, id: visit.id })}>
              {receptions.desk.number} {visit.queue_number ?? '–'}
            </Link>
          </p>
          <EarlierList language={frame.language} visit={visit} history={props.history} />
        </article>
      ))}
      <VisitTable
        caption={briefing.owed}
        visits={props.owed}
        unit_id={day.unit_id}
        on={frame.on}
        empty={receptions.desk.owed_empty}
        calendar={props.calendar}
        owed
      />
    </DeskPage>
  )
}

function EarlierList(props: { language: Language; visit: VisitInList; history: readonly EarlierOnCase[] }) {
  const { receptions, law } = words(props.language)
  const { briefing } = receptions
  if (props.visit.case_id === null) return <p>{briefing.no_case}</p>
  const states: Readonly<Record<string, string>> = { ...law.states.petition }
  const earlier = props.history.filter((one) => one.case_id === props.visit.case_id && one.id !== props.visit.id)
  return (
    <>
      <p>{briefing.earlier}:</p>
      <ul class="govuk-list govuk-list--bullet">
        {earlier.map((one) => (
          <li key={one.id}>
            {one.what === 'visit'
              ? briefing.visit_on(
                  shortDay(one.on),
                  one.outcome ? law.visit_outcomes[one.outcome.kind] : briefing.no_outcome,
                )
              : briefing.petition_on(shortDay(one.on), states[one.state] ?? one.state)}
            {one.subject && ` ${one.subject}`}
          </li>
        ))}
      </ul>
    </>
  )
}
