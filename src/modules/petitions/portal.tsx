/** Pages of the portal: home, send, track, published answers, why this date. Nothing here needs a script. */
import type { z } from 'zod'
import type { DueAnswer } from '../../law/due.ts'
import type { Fault } from '../../platform/input.ts'
import type { FormValues } from '../../platform/read-form.ts'
import { Button } from '../../ui/parts/button.tsx'
import { FeedLinks, openPath } from '../../ui/parts/feed-links.tsx'
import { TextInput } from '../../ui/parts/fields.tsx'
import { FieldsOf, FormErrors, type FormWords } from '../../ui/parts/form.tsx'
import { longDay, shortDay } from '../../ui/parts/format.ts'
import { known, paragraphs } from '../../ui/parts/letter.tsx'
import { Pagination } from '../../ui/parts/lists.tsx'
import type { Frame } from '../../ui/parts/page.tsx'
import { PortalPage } from '../../ui/parts/portal-page.tsx'
import { Details, Inset, Panel, ToBeChecked, Warning } from '../../ui/parts/text.tsx'
import { words } from '../../ui/words/words.ts'
import { whyPath } from '../calendars/why.ts'

/** Home: what do you need. */
export function HomePage(props: { frame: Frame }) {
  const { announcements, dialogues, petitions } = words(props.frame.language)
  const tiles = [
    { href: '/gui-don', ...petitions.home_tiles.send },
    { href: '/tra-cuu', ...petitions.home_tiles.track },
    { href: '/lich-tiep-dan', ...petitions.home_tiles.receptions },
    { href: '/tra-loi', ...petitions.home_tiles.answers },
    { href: '/doi-thoai', ...dialogues.portal.tile },
    { href: '/du-an', title: dialogues.projects.public.home, text: dialogues.projects.public.lead },
    { href: '/cam-ket', ...petitions.home_tiles.commitments },
    { href: openPath, ...announcements.home_tile },
  ]
  return (
    <PortalPage frame={props.frame} title={petitions.home_question}>
      <h1 class="govuk-heading-xl">{petitions.home_question}</h1>
      <ul class="gd-tiles">
        {tiles.map((tile) => (
          <li key={tile.href} class="gd-tile">
            <h2 class="govuk-heading-m">
              <a class="govuk-link" href={tile.href}>
                {tile.title}
              </a>
            </h2>
            <p class="govuk-body">{tile.text}</p>
          </li>
        ))}
      </ul>
    </PortalPage>
  )
}

/** Which office: search without tone marks. */
export function ChooseUnitPage(props: {
  frame: Frame
  typed: string
  found: readonly { id: string; name: string; place: string }[]
  /** Path that takes `den=`. */
  to: string
}) {
  const { petitions } = words(props.frame.language)
  return (
    <PortalPage frame={props.frame} title={petitions.choose_unit_title} current="send">
      <h1 class="govuk-heading-l">{petitions.choose_unit_title}</h1>
      <form method="get" action={props.to} class="gd-form">
        <TextInput
          name="q"
          label={petitions.choose_unit_label}
          hint={petitions.choose_unit_hint}
          value={props.typed}
          width={30}
        />
        <Button>{petitions.choose_unit_button}</Button>
      </form>
      {props.typed !== '' && props.found.length === 0 && <p class="govuk-body">{petitions.choose_unit_none}</p>}
      <ul class="govuk-list gd-choices">
        {props.found.map((unit) => (
          <li key={unit.id}>
            <a class="govuk-link" href={`${props.to}?den=${unit.id}`}>
              {[unit.name, unit.place].filter(Boolean).join(', ')}
            </a>
          </li>
        ))}
      </ul>
    </PortalPage>
  )
}

/** The form of a petition: short, kind, nothing lost on a fault. */
export function SendPage(props: {
  frame: Frame
  unit: { id: string; name: string }
  schema: z.ZodObject
  words: FormWords
  values: FormValues
  errors?: readonly Fault[]
  /** The first complaint that this one follows. */
  follows: string | null
  id: string
}) {
  const { petitions, law } = words(props.frame.language)
  const title = petitions.send_title(props.unit.name)
  const fields = { schema: props.schema, words: props.words, values: props.values, errors: props.errors }
  return (
    <PortalPage frame={props.frame} title={title} current="send" faulty={(props.errors?.length ?? 0) > 0}>
      <FormErrors errors={props.errors} words={props.words} />
      <h1 class="govuk-heading-l">{title}</h1>
      {props.follows && <Inset>{props.follows}</Inset>}
      <Warning>{petitions.send_secret}</Warning>
      <Details summary={petitions.send_denunciation}>
        <p class="govuk-body">{petitions.send_denunciation_text}</p>
        <p class="govuk-body">
          <a class="govuk-link" href="/don-rieng">
            {petitions.send_denunciation_more}
          </a>
        </p>
      </Details>
      <form method="post" action="/gui-don" enctype="multipart/form-data" novalidate class="gd-form">
        <input type="hidden" name="id" value={props.id} />
        <input type="hidden" name="den" value={props.unit.id} />
        <FieldsOf {...fields} />
        <Button>{law.steps.petition.submit.button}</Button>
      </form>
    </PortalPage>
  )
}

/** Received: the code, shown once, and what happens next. */
export function SentPage(props: {
  frame: Frame
  code: string
  unit: string
  due: DueAnswer
  number: string
  unsigned: boolean
}) {
  const { petitions, frame } = words(props.frame.language)
  const { due } = props
  return (
    <PortalPage frame={props.frame} title={petitions.sent_title} current="send">
      <Panel title={petitions.sent_title}>
        {petitions.sent_code}
        <br />
        <strong class="gd-code">{props.code}</strong>
      </Panel>
      <p class="govuk-body">{petitions.sent_keep}</p>
      <p class="govuk-body">
        {props.unit} · {petitions.recorded_number(props.number)}
      </p>
      {props.unsigned && <Inset>{petitions.sent_unsigned}</Inset>}
      <p class="govuk-body">
        {petitions.sent_next} {longDay(due.due, props.frame.language)}. {due.unverified && <ToBeChecked />}{' '}
        <a class="govuk-link" href={whyPath({ rule: due.rule, start: due.start.toString() })}>
          {frame.due.why}
        </a>
      </p>
      <form method="post" action="/tra-cuu">
        <input type="hidden" name="ma" value={props.code} />
        <Button kind="secondary">{petitions.sent_track}</Button>
      </form>
    </PortalPage>
  )
}

/** Asks for the code. */
export function TrackFormPage(props: { frame: Frame; typed: string; wrong: 'wrong' | 'too-many' | null }) {
  const { petitions } = words(props.frame.language)
  const sentence = props.wrong === 'wrong' ? petitions.track_wrong : props.wrong ? petitions.track_too_many : undefined
  return (
    <PortalPage frame={props.frame} title={petitions.track_title} current="track" faulty={props.wrong !== null}>
      <form method="post" action="/tra-cuu" novalidate class="gd-form">
        <h1 class="govuk-heading-l">{petitions.track_title}</h1>
        <TextInput
          name="ma"
          label={petitions.track_label}
          hint={petitions.track_hint}
          value={props.typed}
          error={sentence}
          width={20}
          autocomplete="off"
        />
        <Button>{petitions.track_button}</Button>
      </form>
    </PortalPage>
  )
}

/** Answers that petitioners let us publish. */
export function AnswersPage(props: {
  frame: Frame
  answers: readonly {
    id: string
    unit_name: string | null
    public_question: string | null
    public_answer: string | null
    regulation: string | null
    public_outcome: string | null
    field: string
    published_on: Temporal.PlainDate
  }[]
  later: string | null
}) {
  const { petitions, law } = words(props.frame.language)
  return (
    <PortalPage frame={props.frame} title={petitions.answers_title} current="answers">
      <h1 class="govuk-heading-l">{petitions.answers_title}</h1>
      <p class="govuk-body">
        <a class="govuk-link" href="/cong-khai">
          {words(props.frame.language).sealed_words.public_page.title}
        </a>
      </p>
      <FeedLinks kind="answer" />
      {props.answers.length === 0 && <p class="govuk-body">{petitions.answers_none}</p>}
      {props.answers.map((one) => (
        <article key={one.id} class="gd-answer">
          <p class="govuk-caption-m">
            {[one.unit_name, known(law.fields, one.field), shortDay(one.published_on)].filter(Boolean).join(' · ')}
          </p>
          <h2 class="govuk-heading-m">{one.public_question ?? one.regulation}</h2>
          {one.public_answer !== null && (
            <>
              <p class="govuk-visually-hidden">{petitions.answers_answer}</p>
              {paragraphs(one.public_answer)}
            </>
          )}
          {one.public_outcome !== null && (
            <>
              <h3 class="govuk-heading-s">
                {one.public_question === null
                  ? petitions.answers_outcome
                  : petitions.answers_outcome_of(one.regulation)}
              </h3>
              {paragraphs(one.public_outcome)}
            </>
          )}
        </article>
      ))}
      <Pagination later={props.later ?? undefined} />
    </PortalPage>
  )
}
