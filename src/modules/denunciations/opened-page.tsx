/** What was sealed, as an insider or a verifier sees it: the event of the opening is already written. */
import { redactable } from '../../platform/redact.ts'
import { Button, ButtonGroup } from '../../ui/parts/button.tsx'
import { DeskPage } from '../../ui/parts/desk-page.tsx'
import { shortDay } from '../../ui/parts/format.ts'
import { SummaryList } from '../../ui/parts/lists.tsx'
import type { Frame } from '../../ui/parts/page.tsx'
import { Inset, Warning } from '../../ui/parts/text.tsx'
import { words } from '../../ui/words/words.ts'
import type { ChannelMessage } from './channel.ts'
import type { DenunciationRow } from './denunciation.ts'
import { nameOf, recordPath } from './desk.tsx'
import type { OpenedExtract } from './extract.ts'
import type { StepWritten } from './extract-key.ts'
import type { OpenedDenunciation } from './opening.ts'

/** What was sealed, shown once: the event of this opening is already written. */
export function OpenedPage(props: { frame: Frame; record: DenunciationRow; opened: OpenedDenunciation }) {
  const w = words(props.frame.language)
  const { opened: o } = w.denunciations
  const { person, subject, words: said } = props.opened
  const row = (key: string, value: string | undefined) => (value ? [{ key, value }] : [])
  return (
    <DeskPage frame={props.frame} title={nameOf(props.record, w)} back={{ href: recordPath(props.record) }}>
      <h1 class="govuk-heading-l">{nameOf(props.record, w)}</h1>
      <Warning>{o.lead}</Warning>
      <h2 class="govuk-heading-m">{o.person}</h2>
      <SummaryList
        rows={[
          ...row(o.name, person.name),
          ...row(o.address, person.address),
          ...row(o.phone, person.phone),
          ...row(o.identity_number, person.identity_number),
        ]}
      />
      <h2 class="govuk-heading-m">{o.subject}</h2>
      <p class="govuk-body">{subject.text}</p>
      <h2 class="govuk-heading-m">{o.text}</h2>
      <Lines text={said.text} />
      {said.source_number && <SummaryList rows={[{ key: o.source_number, value: said.source_number }]} />}
      {props.opened.files.map((file) => (
        <form key={file.id} method="post" action={`${recordPath(props.record)}/tep/${file.id}`}>
          <ButtonGroup>
            <Button kind="secondary">{o.open_file(file.name)}</Button>
            {redactable.includes(file.media_type) && (
              <Button kind="secondary" formaction={`${recordPath(props.record)}/che/${file.id}`}>
                {w.channel.desk.redact(file.name)}
              </Button>
            )}
          </ButtonGroup>
        </form>
      ))}
      <Talk {...props} />
      <Steps frame={props.frame} steps={props.opened.steps} />
      <Letters {...props} />
      {props.opened.before.length > 0 && <Before {...props} />}
      <form method="post" action={`${recordPath(props.record)}/but-luc`}>
        <Button kind="secondary">{w.sealed_book.papers}</Button>
      </form>
      <Button href={recordPath(props.record)}>{o.close}</Button>
    </DeskPage>
  )
}

function Before(props: { frame: Frame; opened: OpenedDenunciation }) {
  const { opened: o } = words(props.frame.language).denunciations
  return (
    <section>
      <h2 class="govuk-heading-m">{o.before}</h2>
      {props.opened.before.map(({ name, content, mended }, index) => (
        <div key={index}>
          <h3 class="govuk-heading-s">{o.names[name]}</h3>
          <p class="govuk-body">{o.mended(mended.by, shortDay(Temporal.PlainDate.from(mended.on)), mended.reason)}</p>
          <Inset>
            <p>{o.was}:</p>
            <Lines text={readable(content)} />
          </Inset>
        </div>
      ))}
    </section>
  )
}

/** The texts of an earlier content, a line each. */
function readable(content: unknown): string {
  return Object.entries(Object(content))
    .filter(([name, value]) => typeof value === 'string' && name !== 'place' && name !== 'unit_id')
    .map(([, value]) => String(value))
    .join('\n')
}

function Lines({ text }: { text: string }) {
  return (
    <>
      {text.split('\n').map((line, index) => (
        <p key={index} class="govuk-body">
          {line}
        </p>
      ))}
    </>
  )
}

/** What was said on the channel. */
function Talk(props: { frame: Frame; record: DenunciationRow; opened: OpenedDenunciation }) {
  const { desk, inside } = words(props.frame.language).channel
  const { channel } = props.opened
  if (channel === null) return null
  const kinds: Readonly<Record<string, string>> = inside.form.choices.kind
  const titleOf = ({ from, kind, on, by }: ChannelMessage) => {
    const day = shortDay(Temporal.PlainDate.from(on))
    if (from === 'denouncer') return desk.by_denouncer(kinds[kind] ?? '', day)
    return kind === 'letter' ? desk.copied(day) : desk.by_office(by ?? '', day)
  }
  return (
    <section>
      <h2 class="govuk-heading-m">{desk.talk}</h2>
      {channel.messages.length === 0 && <p class="govuk-body">{desk.none}</p>}
      {channel.messages.map((one) => (
        <article key={one.id} class="gd-answer">
          <h3 class="govuk-heading-s">{titleOf(one)}</h3>
          <Lines text={one.kind === 'renewed' ? inside.renewed : one.text} />
          {channel.files
            .filter((file) => one.files.includes(file.id))
            .map((file) => (
              <form key={file.id} method="post" action={`${recordPath(props.record)}/kenh/${file.id}`}>
                <Button kind="secondary">{inside.open_file(file.name)}</Button>
              </form>
            ))}
        </article>
      ))}
    </section>
  )
}

/** The extract, as the verifier sees it. */
export function ExtractPage(props: { frame: Frame; record: DenunciationRow; extract: OpenedExtract }) {
  const w = words(props.frame.language)
  const { opened: o } = w.denunciations
  return (
    <DeskPage frame={props.frame} title={nameOf(props.record, w)} back={{ href: recordPath(props.record) }}>
      <h1 class="govuk-heading-l">{nameOf(props.record, w)}</h1>
      <Warning>{o.extract_lead}</Warning>
      <h2 class="govuk-heading-m">{o.subject}</h2>
      <p class="govuk-body">{props.extract.subject.text}</p>
      <h2 class="govuk-heading-m">{o.extract}</h2>
      <Lines text={props.extract.text} />
      {props.extract.copies.length > 0 && <h2 class="govuk-heading-m">{w.channel.desk.copies}</h2>}
      {props.extract.copies.map((file) => (
        <form key={file.id} method="post" action={`${recordPath(props.record)}/ban-che/${file.id}`}>
          <Button kind="secondary">{o.open_file(file.name)}</Button>
        </form>
      ))}
      <Steps frame={props.frame} steps={props.extract.steps} />
      <Button href={recordPath(props.record)}>{o.close}</Button>
    </DeskPage>
  )
}

/** Words of the forms, looked up by names that lie sealed as plain text. */
type AnyForms = Readonly<
  Record<
    string,
    {
      fields: {
        labels: Readonly<Record<string, string>>
        choices?: Readonly<Record<string, Readonly<Record<string, string>>>>
      }
    }
  >
>

function Steps(props: { frame: Frame; steps: readonly StepWritten[] }) {
  const w = words(props.frame.language)
  const { opened: o } = w.denunciations
  const forms: AnyForms = w.denunciation_steps
  const names: Readonly<Record<string, { button: string }>> = w.law.steps.denunciation
  if (props.steps.length === 0) return null
  const said = (step: string, field: string, value: unknown): string => {
    if (typeof value === 'boolean') return value ? o.yes : o.no
    if (Array.isArray(value)) return value.map((one) => said(step, field, one)).join('; ')
    const text = String(value)
    if (/^\d{4}-\d{2}-\d{2}$/.test(text)) return shortDay(Temporal.PlainDate.from(text))
    return forms[step]?.fields.choices?.[field]?.[text] ?? text
  }
  return (
    <section>
      <h2 class="govuk-heading-m">{o.steps}</h2>
      {props.steps.map(({ step, by, on, answers }, index) => (
        <div key={index}>
          <h3 class="govuk-heading-s">{names[step]?.button ?? step}</h3>
          <p class="govuk-body">{o.step_by(by, shortDay(Temporal.PlainDate.from(on)))}</p>
          <SummaryList
            rows={Object.entries(answers)
              // An account's id tells a reader nothing: the history names the verifier.
              .filter(([field]) => field !== 'verifier_id')
              .map(([field, value]) => ({
                key: forms[step]?.fields.labels[field] ?? field,
                value: <Lines text={said(step, field, value)} />,
              }))}
          />
        </div>
      ))}
    </section>
  )
}

function Letters(props: { frame: Frame; record: DenunciationRow; opened: OpenedDenunciation }) {
  const { opened: o } = words(props.frame.language).denunciations
  if (props.opened.letters.length === 0) return null
  return (
    <section>
      <h2 class="govuk-heading-m">{o.letters}</h2>
      {props.opened.letters.map(({ id, type, number, year, about, to }) => (
        <form key={id} method="post" action={`${recordPath(props.record)}/van-ban/${id}`}>
          <p class="govuk-body">
            {about}
            {to.length > 0 ? `: ${to.join('; ')}` : ''}
          </p>
          <Button kind="secondary">{o.open_letter(type, number, year)}</Button>
        </form>
      ))}
    </section>
  )
}
