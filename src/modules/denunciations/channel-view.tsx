/** Pages of the private channel. Titles and addresses tell a bystander nothing. */
import { due } from '../../law/due.ts'
import type { Fault } from '../../platform/input.ts'
import type { FormValues } from '../../platform/read-form.ts'
import { Button } from '../../ui/parts/button.tsx'
import { TextInput } from '../../ui/parts/fields.tsx'
import { FormErrors, FormOf } from '../../ui/parts/form.tsx'
import { longDay, shortDay } from '../../ui/parts/format.ts'
import type { Frame } from '../../ui/parts/page.tsx'
import { PortalPage } from '../../ui/parts/portal-page.tsx'
import { Inset, NotificationBanner, Panel, ToBeChecked, Warning } from '../../ui/parts/text.tsx'
import { words } from '../../ui/words/words.ts'
import type { ChannelMessage } from './channel.ts'
import type { DenouncersView } from './denouncer.ts'
import { publicInput, writtenInput } from './inputs.ts'

/** Address of the channel; a neutral noun, the same page for everything behind it. */
export const channelPath = '/kenh-kin'
/** Address of the form on the portal. */
export const sendPath = '/don-rieng/gui'

/** Which office: search without tone marks. */
export function ChoosePage(props: {
  frame: Frame
  typed: string
  found: readonly { id: string; name: string; place: string }[]
}) {
  const { send } = words(props.frame.language).channel
  return (
    <PortalPage frame={props.frame} title={send.choose_title}>
      <QuickWayOut frame={props.frame} />
      <h1 class="govuk-heading-l">{send.choose_title}</h1>
      <form method="get" action={sendPath} class="gd-form">
        <TextInput name="q" label={send.choose_label} hint={send.choose_hint} value={props.typed} width={30} />
        <Button>{send.choose_button}</Button>
      </form>
      {props.typed !== '' && props.found.length === 0 && <p class="govuk-body">{send.choose_none}</p>}
      <ul class="govuk-list gd-choices">
        {props.found.map((unit) => (
          <li key={unit.id}>
            <a class="govuk-link" href={`${sendPath}?den=${unit.id}`}>
              {[unit.name, unit.place].filter(Boolean).join(', ')}
            </a>
          </li>
        ))}
      </ul>
    </PortalPage>
  )
}

/** The form. Nothing of it is kept as a draft in the browser. */
export function PrivateFormPage(props: {
  frame: Frame
  unit: { id: string; name: string }
  values: FormValues
  errors: readonly Fault[]
}) {
  const { channel, denunciations, petitions } = words(props.frame.language)
  const { send } = channel
  const title = send.title(props.unit.name)
  return (
    <PortalPage frame={props.frame} title={title} faulty={props.errors.length > 0}>
      <QuickWayOut frame={props.frame} />
      <FormOf
        schema={publicInput}
        words={{ ...send.form, faults: { ...denunciations.faults, ...send.faults } }}
        values={props.values}
        errors={props.errors}
        action={sendPath}
        heading={title}
        cancel="/don-rieng"
      >
        <Inset>
          <p>{send.lead}</p>
          <p>
            <strong>{petitions.send_secret}</strong>
          </p>
          <p>
            {send.signature} <ToBeChecked />
          </p>
          <Unsigned frame={props.frame} />
        </Inset>
      </FormOf>
    </PortalPage>
  )
}

/** What happens with what is sent without a name, before it is sent. */
export function Unsigned({ frame }: { frame: Frame }) {
  const { unsigned } = words(frame.language).denunciations.portal
  return (
    <>
      <p>
        <strong>{unsigned.title}</strong>
      </p>
      <ul class="govuk-list govuk-list--bullet">
        {unsigned.lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </>
  )
}

/** What a slip of paper says; null where the key was shown before. */
export function Slip(props: { frame: Frame; slip: string | null; origin: string }) {
  const { slip: w } = words(props.frame.language).channel
  if (props.slip === null) return <Inset>{w.shown_before}</Inset>
  return (
    <>
      <Panel title={w.title}>
        {w.lead}
        <br />
        <strong class="gd-code gd-code--groups">
          {props.slip.split('-').map((group, index, all) => (
            <>
              <span>{index < all.length - 1 ? `${group}-` : group}</span>
              <wbr />
            </>
          ))}
        </strong>
      </Panel>
      <ul class="govuk-list govuk-list--bullet">
        {w.keep.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
      <p class="govuk-body">
        {w.where} <strong>{`${props.origin}${channelPath}`}</strong>
      </p>
    </>
  )
}

/** After sending from the portal: the key, once. */
export function SlipPage(props: { frame: Frame; slip: string | null; origin: string }) {
  const { slip } = words(props.frame.language).channel
  return (
    <PortalPage frame={props.frame} title={slip.title}>
      <QuickWayOut frame={props.frame} />
      <Slip {...props} />
      <div class="gd-noprint">
        <Button href={channelPath} kind="secondary">
          {slip.open}
        </Button>
      </div>
    </PortalPage>
  )
}

/** Leads to the reception calendar, which anybody may look at, and forgets the key. */
function QuickWayOut({ frame }: { frame: Frame }) {
  const { door } = words(frame.language).channel
  return (
    <form method="post" action={`${channelPath}/thoat`} class="gd-noprint">
      <Button kind="warning">{door.leave}</Button>
    </form>
  )
}

/** Asks for the key. What was typed is not shown again. */
export function DoorPage(props: { frame: Frame; wrong: 'wrong' | 'too_many' | null }) {
  const { door } = words(props.frame.language).channel
  return (
    <PortalPage frame={props.frame} title={door.title} faulty={props.wrong !== null}>
      <form method="post" action={channelPath} novalidate class="gd-form">
        <h1 class="govuk-heading-l">{door.title}</h1>
        <TextInput
          name="khoa"
          label={door.label}
          hint={door.hint}
          value=""
          error={props.wrong ? door[props.wrong] : undefined}
          width={30}
          autocomplete="off"
        />
        <Button>{door.button}</Button>
      </form>
    </PortalPage>
  )
}

/** Everything the key opens, on one page. */
export function InsidePage(props: {
  frame: Frame
  view: DenouncersView
  values: FormValues
  errors: readonly Fault[]
  done: boolean
}) {
  const { inside, door } = words(props.frame.language).channel
  const { opened } = props.view
  return (
    <PortalPage frame={props.frame} title={inside.title} faulty={props.errors.length > 0}>
      <QuickWayOut frame={props.frame} />
      {props.done && <NotificationBanner kind="success" text={inside.sent} />}
      <FormErrors errors={props.errors} words={{ ...inside.form, faults: inside.faults }} />
      <h1 class="govuk-heading-l">{inside.title}</h1>
      <Where {...props} />
      <Talk {...props} />
      <h2 class="govuk-heading-m">{inside.write}</h2>
      <Warning>{inside.urgent}</Warning>
      <FormOf
        schema={writtenInput}
        words={{ ...inside.form, faults: inside.faults }}
        values={props.values}
        errors={props.errors}
        action={`${channelPath}/gui`}
        no_summary
      >
        <p class="govuk-hint">{inside.withdrawal_hint}</p>
      </FormOf>
      <h2 class="govuk-heading-m">{inside.opened_title}</h2>
      <p class="govuk-body">{opened.length > 0 ? inside.opened_lead : inside.opened_none}</p>
      <ul class="govuk-list">
        {opened.map(({ title, on, times }, index) => (
          <li key={index}>{inside.opened_line(title || inside.opened_unknown, shortDay(on), times)}</li>
        ))}
      </ul>
      <p class="govuk-hint">{door.closes}</p>
    </PortalPage>
  )
}

/** Where it stands, the next day, and where to turn when it is late. */
function Where({ frame, view }: { frame: Frame; view: DenouncersView }) {
  const { inside } = words(frame.language).channel
  const { record, facts, offices, above_name } = view
  const states: Readonly<Record<string, string>> = inside.states
  const running = record.due_on !== null
  const late = record.due_on !== null && Temporal.PlainDate.compare(frame.on, record.due_on) > 0
  const say = (on: Temporal.PlainDate) => longDay(on, frame.language)
  return (
    <section>
      <h2 class="govuk-heading-m">{inside.stands}</h2>
      {offices.map(({ unit_name, sent_on }, index) =>
        sent_on === null ? null : (
          <p key={index} class="govuk-body">
            {inside.moved(unit_name, offices[index + 1]?.unit_name ?? '', shortDay(Temporal.PlainDate.from(sent_on)))}
          </p>
        ),
      )}
      <p class="gd-status">
        <strong>{view.unit_name}.</strong> {states[record.state]}
      </p>
      <p class="govuk-body">
        {record.due_on ? (late ? inside.late(say(record.due_on)) : inside.next(say(record.due_on))) : inside.no_next}
      </p>
      {record.accepted_on && running && <Limits accepted_on={record.accepted_on} {...{ frame, facts }} />}
      <p class="govuk-body">{above_name ? inside.turn_to(above_name) : inside.turn_nowhere}</p>
      {record.protection && <Inset>{inside.protection_stages[record.protection.stage]}</Inset>}
    </section>
  )
}

/** 30, 60 and 90 days, as the law counts them. */
function Limits(props: { frame: Frame; facts: DenouncersView['facts']; accepted_on: Temporal.PlainDate }) {
  const { inside } = words(props.frame.language).channel
  const [one, two, three] = (['simple', 'complex', 'specially-complex'] as const).map((complexity) => {
    const { calendar, switches } = props.facts
    const about = { start: props.accepted_on, calendar, switches }
    return shortDay(due('denunciation.settle', complexity === 'simple' ? about : { ...about, complexity }).due)
  })
  return (
    <p class="govuk-body">
      {inside.settled_by(one ?? '', two ?? '', three ?? '')} {inside.told}
    </p>
  )
}

function Talk({ frame, view }: { frame: Frame; view: DenouncersView }) {
  const { inside } = words(frame.language).channel
  return (
    <section>
      <h2 class="govuk-heading-m">{inside.talk}</h2>
      {view.messages.length === 0 && <p class="govuk-body">{inside.no_talk}</p>}
      {view.messages.map((one) => (
        <article key={one.id} class="gd-answer">
          <p class="govuk-caption-m">{titleOf(one, frame)}</p>
          {one.kind === 'letter' ? (
            <h3 class="govuk-heading-s">{inside.letter(one.text)}</h3>
          ) : (
            (one.kind === 'renewed' ? inside.renewed : one.text).split('\n').map((line, index) => (
              <p key={index} class="govuk-body">
                {line}
              </p>
            ))
          )}
          {one.letter && (
            <form method="post" action={`${channelPath}/van-ban/${one.letter.document_id}`}>
              <Button kind="secondary">{inside.open_letter}</Button>
            </form>
          )}
          {view.files
            .filter((file) => one.files.includes(file.id))
            .map((file) => (
              <form key={file.id} method="post" action={`${channelPath}/tep/${file.id}`}>
                <Button kind="secondary">{inside.open_file(file.name)}</Button>
              </form>
            ))}
        </article>
      ))}
    </section>
  )
}

function titleOf({ from, kind, on }: ChannelMessage, { language }: Frame): string {
  const { inside } = words(language).channel
  const day = shortDay(Temporal.PlainDate.from(on))
  if (from === 'office') return inside.from_office(day)
  const kinds: Readonly<Record<string, string>> = inside.form.choices.kind
  return inside.from_you(kinds[kind] ?? '', day)
}
