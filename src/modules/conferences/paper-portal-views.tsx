/** Pages of the public about papers: open calls, the form, the slip with the code, one's own paper. */
import type { z } from 'zod'
import type { AnyAction } from '../../platform/actions/action.ts'
import type { Fault } from '../../platform/input.ts'
import type { FormValues } from '../../platform/read-form.ts'
import { Link } from '../../ui/parts/button.tsx'
import { FormOf } from '../../ui/parts/form.tsx'
import { longDay } from '../../ui/parts/format.ts'
import { known, paragraphs } from '../../ui/parts/letter.tsx'
import type { Frame } from '../../ui/parts/page.tsx'
import { PortalPage } from '../../ui/parts/portal-page.tsx'
import { Inset, Panel, Tag, Warning } from '../../ui/parts/text.tsx'
import { words } from '../../ui/words/words.ts'
import type { PapersMeeting } from './organisers.ts'
import type { PaperRow } from './paper.ts'
import { callPath, callsPath, ownPaperPath, volumesPath } from './paper-addresses.ts'
import type { OpenCall } from './paper-queries.ts'
import { Remarks, Versions } from './paper-views.tsx'

/** Calls that take papers. */
export function CallsPage(props: { frame: Frame; calls: readonly OpenCall[] }) {
  const { frame } = props
  const { papers } = words(frame.language).conferences
  const w = papers.call
  return (
    <PortalPage frame={frame} title={w.title}>
      <h1 class="govuk-heading-l">{w.title}</h1>
      <p class="govuk-body">{w.lead}</p>
      {props.calls.length === 0 && <Inset>{w.none}</Inset>}
      {props.calls.map((one) => (
        <section key={one.id}>
          <h2 class="govuk-heading-m">{one.title}</h2>
          <p class="govuk-body">
            {w.for(one.meeting)} · {one.organisers.join(', ')}
          </p>
          {one.what !== null && paragraphs(one.what)}
          <p class="govuk-body">{w.until(longDay(one.due_on, frame.language))}</p>
          <p class="govuk-body">
            <Link href={callPath(one)}>{w.send}</Link>
          </p>
        </section>
      ))}
      <p class="govuk-body">
        <Link href={volumesPath}>{w.volume_link}</Link>
      </p>
    </PortalPage>
  )
}

/** The form of one call. */
export function CallFormPage(props: {
  frame: Frame
  call: OpenCall
  over: boolean
  schema: z.ZodObject
  values: FormValues
  errors: readonly Fault[]
}) {
  const { frame, call } = props
  const { papers } = words(frame.language).conferences
  const w = papers.call
  const title = w.form_title(call.title)
  return (
    <PortalPage frame={frame} title={title} back={{ href: callsPath }} faulty={props.errors.length > 0}>
      {props.over ? (
        <>
          <h1 class="govuk-heading-l">{title}</h1>
          <Warning>{w.over}</Warning>
        </>
      ) : (
        <FormOf
          schema={props.schema}
          words={{ labels: papers.labels, hints: papers.hints, faults: papers.faults }}
          heading={title}
          action={callPath(call)}
          values={props.values}
          errors={props.errors}
          submit={w.send}
          cancel={callsPath}
        />
      )}
      {!props.over && <p class="govuk-body">{w.until(longDay(call.due_on, frame.language))}</p>}
      {call.blind && <Inset>{w.blind}</Inset>}
    </PortalPage>
  )
}

/** The slip. */
export function SentPaperPage(props: { frame: Frame; call: OpenCall; code: string }) {
  const w = words(props.frame.language).conferences.papers.call
  return (
    <PortalPage frame={props.frame} title={w.sent_title}>
      <Panel title={w.sent_title}>
        {w.sent_lead}
        <br />
        <strong>{props.code}</strong>
      </Panel>
      <p class="govuk-body">{props.call.title}</p>
      <p class="govuk-body">{w.sent_keep}</p>
      <p class="govuk-body">
        <Link href={callsPath}>{w.title}</Link>
      </p>
    </PortalPage>
  )
}

/** The author's own page: state, remarks without a name, versions; never who reviews. */
export function OwnPaperPage(props: {
  frame: Frame
  row: PaperRow
  meeting: PapersMeeting
  steps: readonly { href: string; verb: string }[]
}) {
  const { frame, row, meeting } = props
  const { law, conferences } = words(frame.language)
  const w = conferences.papers
  return (
    <PortalPage frame={frame} title={w.call.own_title} current="track">
      <h1 class="govuk-heading-l">
        <span class="govuk-caption-l">{meeting.title}</span> {row.title}
      </h1>
      <p class="govuk-body">
        <Tag>{known(law.states.paper, row.state)}</Tag>
      </p>
      {row.decision_note !== null && (
        <>
          <h2 class="govuk-heading-m">{w.call.decided}</h2>
          {paragraphs(row.decision_note)}
        </>
      )}
      {props.steps.length > 0 && (
        <ul class="govuk-list">
          {props.steps.map((step) => (
            <li key={step.href}>
              <Link href={step.href}>{step.verb}</Link>
            </li>
          ))}
        </ul>
      )}
      <Remarks frame={frame} row={row} named={false} />
      <Versions frame={frame} row={row} href={(no) => ownPaperPath(row, `tep/${no}`)} />
    </PortalPage>
  )
}

/** The form of a step of one's own paper. */
export function OwnStepPage(props: {
  frame: Frame
  row: PaperRow
  action: AnyAction
  values: FormValues
  errors: readonly Fault[]
}) {
  const { frame, row, action } = props
  const { law, conferences } = words(frame.language)
  const { papers } = conferences
  const steps: Readonly<Record<string, { button: string }>> = law.steps.paper
  const verb = steps[action.step]?.button ?? action.step
  return (
    <PortalPage
      frame={frame}
      title={verb}
      back={{ href: ownPaperPath(row), text: row.title }}
      faulty={props.errors.length > 0}
    >
      <FormOf
        schema={action.input}
        words={{ labels: papers.labels, hints: papers.hints, faults: papers.faults }}
        heading={verb}
        action={ownPaperPath(row, action.step)}
        values={props.values}
        errors={props.errors}
        hidden={{ revision: row.revision }}
        submit={verb}
        cancel={ownPaperPath(row)}
        kind={action.step === 'withdraw' ? 'warning' : 'primary'}
      >
        <p class="gd-muted">{papers.about[action.step]}</p>
      </FormOf>
    </PortalPage>
  )
}
