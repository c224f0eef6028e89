/** Projects and consultations for everybody: what is asked now, where a project stands, what became of the opinions. */
import type { Fault } from '../../platform/input.ts'
import type { FormValues } from '../../platform/read-form.ts'
import { Button, Link } from '../../ui/parts/button.tsx'
import { FeedLinks } from '../../ui/parts/feed-links.tsx'
import { TextArea } from '../../ui/parts/fields.tsx'
import { FormErrors, FormOf } from '../../ui/parts/form.tsx'
import { longDay, number } from '../../ui/parts/format.ts'
import { known, paragraphs } from '../../ui/parts/letter.tsx'
import { SummaryList, type SummaryRow } from '../../ui/parts/lists.tsx'
import type { Frame } from '../../ui/parts/page.tsx'
import { PortalPage } from '../../ui/parts/portal-page.tsx'
import { Inset, Panel } from '../../ui/parts/text.tsx'
import { words } from '../../ui/words/words.ts'
import { whyPath } from '../calendars/why.ts'
import { CommitmentList } from '../commitments/commitment-list.tsx'
import type { CommitmentLine } from '../commitments/queries.ts'
import { portalDialoguePath } from './addresses.ts'
import type { ConsultationRow } from './consultation.ts'
import { type OpinionRow, takesOpinions } from './opinion.ts'
import type { DialogueNow, ProjectFacts, ProjectRow } from './project.ts'
import { publicConsultationPath, publicProjectPath, publicProjectsPath } from './project-addresses.ts'
import type { Named, PublishedOpinion } from './project-queries.ts'
import { AlongTheWay, Explanation, listed, type Names, projectFacts } from './project-views.tsx'
import { countSaid } from './request-views.tsx'
import { sendOpinion } from './send-opinion.ts'
import type { TalkRequestRow } from './talk-request.ts'

/** Until when, with the days left; or that it is over. */
function UntilWhen({ row, frame }: { row: ConsultationRow; frame: Frame }) {
  const { public: w } = words(frame.language).dialogues.projects
  if (!takesOpinions(row, frame.on)) return <>{w.over}</>
  const days = frame.on.until(row.last_on, { largestUnit: 'days' }).days
  return (
    <>
      {w.until(longDay(row.last_on, frame.language))} ({w.days_left(days)}).{' '}
      <a class="govuk-link" href={whyPath({ rule: 'consultation.open', start: row.published_on.toString() })}>
        {words(frame.language).frame.due.why}
      </a>
    </>
  )
}

/** What is asked now, projects, requests by voters that were counted. */
export function PublicProjectsPage(props: {
  frame: Frame
  unit: { id: string; name: string } | null
  projects: readonly Named<ProjectRow>[]
  consultations: readonly Named<ConsultationRow>[]
  requests: readonly Named<TalkRequestRow>[]
  names: Names
}) {
  const { frame, names } = props
  const { projects: all } = words(frame.language).dialogues
  const w = all.public
  const title = props.unit ? `${w.title}: ${props.unit.name}` : w.title
  const open = props.consultations.filter((row) => takesOpinions(row, frame.on))
  const past = props.consultations.filter((row) => !takesOpinions(row, frame.on))
  const asked = (rows: readonly Named<ConsultationRow>[]) => (
    <ul class="govuk-list govuk-list--spaced">
      {rows.map((row) => (
        <li key={row.id}>
          <Link href={publicConsultationPath(row)}>{row.title}</Link>
          <br />
          {row.unit_name}. <UntilWhen row={row} frame={frame} />
        </li>
      ))}
    </ul>
  )
  return (
    <PortalPage frame={frame} title={title} unit={props.unit}>
      <h1>{title}</h1>
      <p>{w.lead}</p>
      {props.unit && (
        <p>
          <Link href={publicProjectsPath}>{words(frame.language).announcements.all_units}</Link>
        </p>
      )}
      <FeedLinks unit={props.unit} kind="consultation" />
      <h2>{w.open_now}</h2>
      {open.length === 0 ? <p>{w.none_open}</p> : asked(open)}
      <h2>{w.projects}</h2>
      {props.projects.length === 0 && <p>{w.none}</p>}
      <ul class="govuk-list govuk-list--spaced">
        {props.projects.map((row) => (
          <li key={row.id}>
            <Link href={publicProjectPath(row)}>{row.title}</Link>
            <br />
            {listed(row.area_unit_ids, names)}. {known(w.stands, row.state)}
          </li>
        ))}
      </ul>
      {past.length > 0 && (
        <>
          <h2>{w.past}</h2>
          {asked(past)}
        </>
      )}
      {props.requests.length > 0 && (
        <>
          <h2>{w.requests}</h2>
          <ul class="govuk-list govuk-list--spaced">
            {props.requests.map((row) => (
              <li key={row.id}>
                <strong>{row.subject}</strong>
                <br />
                {row.unit_name}. {countSaid(row, frame)} {row.end_note}
              </li>
            ))}
          </ul>
          <p>{all.only_numbers}</p>
        </>
      )}
    </PortalPage>
  )
}

/** One project: where it stands, consultation, dialogue, talks, promises. */
export function PublicProjectPage(props: {
  frame: Frame
  row: Named<ProjectRow>
  facts: ProjectFacts
  /** Dialogues that were announced; others are nobody's business yet. */
  dialogues: readonly Pick<DialogueNow, 'unit_id' | 'id' | 'title' | 'held_on' | 'held'>[]
  consultation: ConsultationRow | null
  /** Why it may not start yet, in sentences; empty where it may or has. */
  waits: readonly string[]
  names: Names
  promises: readonly CommitmentLine[]
}) {
  const { frame, row, facts, names, consultation } = props
  const { projects: all } = words(frame.language).dialogues
  const w = all.public
  const day = (on: Temporal.PlainDate) => longDay(on, frame.language)
  const rows = projectFacts(row, names, frame).filter((one): one is SummaryRow => Boolean(one))
  return (
    <PortalPage frame={frame} title={row.title} back={{ href: publicProjectsPath, text: w.title }}>
      <h1>{row.title}</h1>
      <p class="gd-status">
        <strong>{known(w.stands, row.state)}</strong>
      </p>
      {props.waits.length > 0 && (
        <Inset>
          <p>
            <strong>{w.cannot_start}</strong>
          </p>
          {props.waits.map((sentence) => (
            <p key={sentence}>{sentence}</p>
          ))}
        </Inset>
      )}
      <h2>{all.consultation}</h2>
      {consultation ? (
        <p>
          <Link href={publicConsultationPath(consultation)}>{consultation.title}</Link>
          <br />
          <UntilWhen row={consultation} frame={frame} />
        </p>
      ) : (
        <p>{all.no_consultation}</p>
      )}
      <h2>{all.dialogue}</h2>
      {props.dialogues.length === 0 && facts.without_dialogue.length > 0 && <p>{w.talk_none}</p>}
      {props.dialogues.map((one) => (
        <p key={one.id}>
          <Link href={portalDialoguePath(one)}>{one.title}</Link>
          <br />
          {one.held ? all.dialogue_held(day(one.held_on)) : all.dialogue_to_come(day(one.held_on))}.
        </p>
      ))}
      <h2>{all.what}</h2>
      {paragraphs(row.what)}
      <SummaryList rows={rows} />
      <AlongTheWay frame={frame} row={row} names={names} />
      <h2>{all.promises}</h2>
      <CommitmentList frame={frame} face="public" lines={props.promises} heading_hidden />
    </PortalPage>
  )
}

/** The fields of an opinion as citizens see them. */
export const opinionShown = sendOpinion.input.omit({ consultation_id: true })

/** One consultation: what is asked, until when, the form, later the explanation with what became of each opinion. */
export function PublicConsultationPage(props: {
  frame: Frame
  row: Named<ConsultationRow>
  names: Names
  project: Pick<ProjectRow, 'unit_id' | 'id' | 'title'> | null
  count: { opinions: number; people: number }
  published: readonly PublishedOpinion[]
  values: FormValues
  errors: readonly Fault[]
  id: string
}) {
  const { frame, row, names, count } = props
  const { projects: all } = words(frame.language).dialogues
  const w = all.public
  const n = (value: number) => number(value, frame.language)
  const takes = takesOpinions(row, frame.on)
  const rows: (SummaryRow | null | false)[] = [
    { key: all.facts.matter, value: known(all.choices.matter, row.matter) },
    { key: all.facts.unit, value: row.unit_name },
    { key: all.facts.asked, value: listed(row.asked_unit_ids, names) },
    row.where_to_read !== null && { key: all.facts.where_to_read, value: row.where_to_read },
    props.project && {
      key: w.of_project,
      value: <Link href={publicProjectPath(props.project)}>{props.project.title}</Link>,
    },
  ]
  return (
    <PortalPage
      frame={frame}
      title={row.title}
      back={{ href: publicProjectsPath, text: w.title }}
      faulty={props.errors.length > 0}
    >
      {!takes && <FormErrors errors={props.errors} words={all} />}
      <h1>{row.title}</h1>
      <p class="gd-status">
        <strong>{row.state === 'withdrawn' ? w.withdrawn : <UntilWhen row={row} frame={frame} />}</strong>
      </p>
      {row.end_note !== null && paragraphs(row.end_note)}
      <h2>{all.what}</h2>
      {paragraphs(row.what)}
      <SummaryList rows={rows.filter((one): one is SummaryRow => Boolean(one))} />
      {count.opinions > 0 && <p>{w.count(n(count.opinions), n(count.people))}</p>}
      <Explanation row={row} frame={frame} />
      {row.state === 'closed' && <p>{w.explanation_waits}</p>}
      {props.published.length > 0 && <h2>{w.results}</h2>}
      {props.published.map((one) => (
        <section key={`${one.gist}${one.outcome}`}>
          <h3>{one.gist}</h3>
          <p>
            <strong>{known(all.choices.outcome, one.outcome)}.</strong> {w.people(n(one.people))}.
          </p>
          {paragraphs(one.why)}
        </section>
      ))}
      {!takes && typeof props.values['text'] === 'string' && props.values['text'] !== '' && (
        <TextArea name="text" label={w.own_text} value={props.values['text']} />
      )}
      {takes && (
        <>
          <h2>{w.send_title}</h2>
          <p>{w.send_lead}</p>
          <FormOf
            schema={opinionShown}
            words={{ ...all, hints: { sender_name: w.name_hint, sender_phone: w.name_hint } }}
            values={props.values}
            errors={props.errors}
            action={publicConsultationPath(row)}
            hidden={{ id: props.id }}
            submit={w.send}
          />
        </>
      )}
    </PortalPage>
  )
}

/** The opinion was received: its code, once. */
export function OpinionSentPage(props: { frame: Frame; code: string; row: ConsultationRow }) {
  const { frame, row } = props
  const { dialogues, petitions } = words(frame.language)
  const w = dialogues.projects.public
  return (
    <PortalPage frame={frame} title={w.sent} back={{ href: publicConsultationPath(row), text: row.title }}>
      <Panel title={w.sent}>
        <strong class="gd-code">{props.code}</strong>
      </Panel>
      <p>{w.sent_lead}</p>
      <form method="post" action="/tra-cuu">
        <input type="hidden" name="ma" value={props.code} />
        <Button kind="secondary">{petitions.sent_track}</Button>
      </form>
    </PortalPage>
  )
}

/** One's own opinion, and what became of it once that is published. */
export function OwnOpinionPage(props: { frame: Frame; row: OpinionRow; consultation: ConsultationRow }) {
  const { frame, row, consultation } = props
  const { dialogues, petitions } = words(frame.language)
  const all = dialogues.projects
  const w = all.public
  const answered = consultation.state === 'explained' && row.outcome !== null
  return (
    <PortalPage frame={frame} title={w.own_title} current="track">
      <h1>{w.own_title}</h1>
      <p>
        <Link href={publicConsultationPath(consultation)}>{consultation.title}</Link>
      </p>
      {answered ? (
        <>
          <p class="gd-status">
            <strong>{known(all.choices.outcome, row.outcome)}.</strong>
          </p>
          {paragraphs(row.why ?? '')}
        </>
      ) : (
        <p class="gd-status">{consultation.state === 'withdrawn' ? w.withdrawn : w.own_waits}</p>
      )}
      <h2>{w.own_text}</h2>
      {paragraphs(row.text)}
      <form method="post" action="/tra-cuu/thoat" class="gd-noprint">
        <Button kind="secondary">{petitions.track_leave}</Button>
      </form>
    </PortalPage>
  )
}
