/** Pages of custody: requests for a key and handing keys on. None of them shows whether a record exists. */
import type { z } from 'zod'
import type { Fault } from '../../platform/input.ts'
import type { FormValues } from '../../platform/read-form.ts'
import { Button } from '../../ui/parts/button.tsx'
import { DeskPage } from '../../ui/parts/desk-page.tsx'
import { type Choice, TextInput } from '../../ui/parts/fields.tsx'
import { FormOf } from '../../ui/parts/form.tsx'
import { shortDay } from '../../ui/parts/format.ts'
import { SummaryList } from '../../ui/parts/lists.tsx'
import type { Frame } from '../../ui/parts/page.tsx'
import { Table } from '../../ui/parts/table.tsx'
import { Inset, NotificationBanner, ToBeChecked, Warning } from '../../ui/parts/text.tsx'
import { words } from '../../ui/words/words.ts'
import { basisCites, type KeyRequestStep } from '../custody/key-request.ts'
import type { Leaver, RequestLine } from '../custody/queries.ts'
import type { RequestWords } from '../custody/requests.ts'
import { unlockPath } from './desk.tsx'
import { keyPath } from './key-view.tsx'

/** Address of the list of requests. */
export const requestsPath = `${keyPath}/de-nghi`
/** Address of the form. */
export const askPath = `${requestsPath}/moi`
/** Address of one request. */
export const requestPath = (at: { unit_id: string; id: string }) => `${requestsPath}/${at.unit_id}/${at.id}`
/** Address of the page where keys are handed on. */
export const handOnPath = `${keyPath}/ban-giao`

/** What can be wrong in these forms: some of it any form of the closed register can find. */
function faultsOf(frame: Frame): Readonly<Record<string, string>> {
  const { custody, denunciations } = words(frame.language)
  return { ...denunciations.faults, ...custody.faults }
}

type Custody = ReturnType<typeof words>['custody']

const whatOf = (line: RequestLine, { list }: Custody) =>
  line.register_number === null ? list.all : list.number(line.register_number, line.register_year ?? 0)
const stateOf = (state: string, { states }: Custody) => (states as Readonly<Record<string, string>>)[state] ?? state

/** Own requests, those to decide, and who left; the last two for custodians alone. */
export function RequestsPage(props: {
  frame: Frame
  own: readonly RequestLine[]
  waiting: readonly RequestLine[] | null
  leavers: readonly Leaver[]
}) {
  const { custody } = words(props.frame.language)
  const { list } = custody
  return (
    <DeskPage frame={props.frame} title={custody.title} back={{ href: keyPath }}>
      <h1 class="govuk-heading-l">{custody.title}</h1>
      <p class="govuk-body">
        {list.lead} <ToBeChecked />
      </p>
      <Button href={askPath}>{list.ask}</Button>
      {props.waiting && (
        <Requests {...props} title={list.waiting} empty={list.waiting_empty} lines={props.waiting} with_asker />
      )}
      <Requests {...props} title={list.own} empty={list.own_empty} lines={props.own} />
      {props.leavers.length > 0 && (
        <section>
          <h2 class="govuk-heading-m">{list.leavers}</h2>
          <p class="govuk-body">{list.leavers_lead}</p>
          <ul class="govuk-list govuk-list--bullet">
            {props.leavers.map((one) => (
              <li key={one.account_id}>{list.leaver(one.name, one.title, shortDay(one.until_on))}</li>
            ))}
          </ul>
        </section>
      )}
      <p class="govuk-body">
        <a class="govuk-link" href={handOnPath}>
          {list.hand_on}
        </a>
      </p>
    </DeskPage>
  )
}

function Requests(props: {
  frame: Frame
  title: string
  empty: string
  lines: readonly RequestLine[]
  with_asker?: boolean
}) {
  const { custody } = words(props.frame.language)
  const { list } = custody
  return (
    <Table
      caption={props.title}
      columns={[
        {
          key: 'what',
          title: list.what,
          row_header: true,
          cell: (line: RequestLine) => (
            <a class="govuk-link" href={requestPath(line)}>
              {whatOf(line, custody)}
            </a>
          ),
        },
        { key: 'unit', title: list.unit, cell: (line) => line.unit_name },
        ...(props.with_asker
          ? [{ key: 'asker', title: list.asker, cell: (line: RequestLine) => line.asker } as const]
          : []),
        { key: 'basis', title: list.basis, cell: (line) => custody.bases[line.basis] },
        { key: 'state', title: list.state, cell: (line) => stateOf(line.state, custody) },
      ]}
      rows={props.lines}
      row_key={(line) => line.id}
      row_href={requestPath}
      empty={<p class="govuk-body">{props.empty}</p>}
    />
  )
}

/** The form of a request. */
export function AskPage(props: {
  frame: Frame
  schema: z.ZodObject
  values: FormValues
  errors: readonly Fault[]
  units: readonly Choice[]
  typed: string
}) {
  const { ask } = words(props.frame.language).custody
  return (
    <DeskPage
      frame={props.frame}
      title={ask.title}
      wide={false}
      back={{ href: requestsPath }}
      faulty={props.errors.length > 0}
    >
      <FormOf
        schema={props.schema}
        words={{ ...ask.fields, faults: faultsOf(props.frame) }}
        values={props.values}
        errors={props.errors}
        options={{ unit_id: props.units }}
        action={askPath}
        heading={ask.title}
        cancel={requestsPath}
      >
        <Inset>{ask.lead}</Inset>
      </FormOf>
      <form method="get" action={askPath} class="gd-filter">
        <TextInput name="q" label={ask.search} value={props.typed} type="search" width={30} />
        <Button kind="secondary">{ask.search_submit}</Button>
      </form>
    </DeskPage>
  )
}

/** One request: what was asked, and the steps that are open to the viewer. */
export function RequestPage(props: {
  frame: Frame
  request: RequestLine
  /** Null while the key is locked, or where it was sealed to others. */
  said: RequestWords | null
  locked: boolean
  open: readonly KeyRequestStep[]
  schema: z.ZodObject
  values: FormValues
  errors: readonly Fault[]
}) {
  const { custody } = words(props.frame.language)
  const { request: w, list } = custody
  const { request } = props
  const path = requestPath(request)
  const may = (step: KeyRequestStep) => props.open.includes(step)
  const day = (key: string, value: Temporal.PlainDate | null) => (value ? [{ key, value: shortDay(value) }] : [])
  return (
    <DeskPage
      frame={props.frame}
      title={w.title}
      wide={false}
      back={{ href: requestsPath }}
      faulty={props.errors.length > 0}
    >
      {request.state === 'recovered' && <NotificationBanner kind="success" text={w.done} />}
      <h1 class="govuk-heading-l">{w.title}</h1>
      <SummaryList
        rows={[
          { key: list.state, value: stateOf(request.state, custody) },
          { key: list.asker, value: request.asker },
          { key: list.unit, value: request.unit_name },
          { key: list.what, value: whatOf(request, custody) },
          { key: list.basis, value: custody.bases[request.basis] },
          { key: w.article, value: basisCites[request.basis] },
          ...day(w.asked_on, request.asked_on),
          ...day(w.until_on, request.until_on),
          ...day(w.decided_on, request.decided_on),
          ...day(w.first_on, request.first_on),
          ...(props.said ? [{ key: w.reason, value: props.said.reason }] : []),
          ...(props.said?.ground ? [{ key: w.ground, value: props.said.ground }] : []),
        ]}
      />
      {props.said === null && <Locked {...props} path={path} />}
      {may('grant-key') && props.said && <Decide {...props} path={path} />}
      {may('open-half') && <Half {...props} path={`${path}/open-half`} lead={w.first_lead} button={w.first} />}
      {may('complete-recovery') && (
        <Half {...props} path={`${path}/complete-recovery`} lead={w.second_lead} button={w.second} />
      )}
      {may('withdraw-request') && !may('grant-key') && (
        <form method="post" action={`${path}/withdraw-request`}>
          <Button kind="secondary">{w.withdraw}</Button>
        </form>
      )}
    </DeskPage>
  )
}

function Locked(props: { frame: Frame; locked: boolean; path: string }) {
  const { request: w } = words(props.frame.language).custody
  if (!props.locked) return <Inset>{w.sealed_to_others}</Inset>
  return (
    <p class="govuk-body">
      {w.locked}{' '}
      <a class="govuk-link" href={unlockPath(props.path)}>
        {w.unlock}
      </a>
    </p>
  )
}

function Decide(props: {
  frame: Frame
  path: string
  schema: z.ZodObject
  values: FormValues
  errors: readonly Fault[]
}) {
  const { request: w } = words(props.frame.language).custody
  return (
    <section>
      <h2 class="govuk-heading-m">{w.decide}</h2>
      <p class="govuk-body">{w.decide_lead}</p>
      <FormOf
        schema={props.schema}
        words={{ ...w.decision, faults: faultsOf(props.frame) }}
        values={props.values}
        errors={props.errors}
        action={`${props.path}/decide`}
      />
    </section>
  )
}

function Half(props: { frame: Frame; path: string; lead: string; button: string }) {
  const { request: w } = words(props.frame.language).custody
  return (
    <section>
      <h2 class="govuk-heading-m">{w.recover}</h2>
      <p class="govuk-body">{props.lead}</p>
      <form method="post" action={props.path}>
        <Button kind="secondary">{props.button}</Button>
      </form>
    </section>
  )
}

/** What the viewer's key opens in one unit, and to whom it may go. */
export interface Holding {
  unit_id: string
  unit_name: string
  count: number
  successors: readonly Choice[]
}

/** Handing on all keys of a unit, and sharing the recovery anew. */
export function HandOnPage(props: {
  frame: Frame
  schema: z.ZodObject
  locked: boolean
  holdings: readonly Holding[]
  errors: readonly Fault[]
  /** The unit whose form was sent. */
  tried: string
  done: string | null
}) {
  const { hand_on: w } = words(props.frame.language).custody
  return (
    <DeskPage
      frame={props.frame}
      title={w.title}
      wide={false}
      back={{ href: requestsPath }}
      faulty={props.errors.length > 0}
    >
      {props.done !== null && <NotificationBanner kind="success" text={props.done} />}
      <h1 class="govuk-heading-l">{w.title}</h1>
      <p class="govuk-body">{w.lead}</p>
      {props.locked && (
        <p class="govuk-body">
          {w.locked}{' '}
          <a class="govuk-link" href={unlockPath(handOnPath)}>
            {w.unlock}
          </a>
        </p>
      )}
      {!props.locked && props.holdings.length === 0 && <p class="govuk-body">{w.none}</p>}
      {props.holdings.map((one) => (
        <section key={one.unit_id}>
          <h2 class="govuk-heading-m">{one.unit_name}</h2>
          <p class="govuk-body">{w.count(one.count)}</p>
          <FormOf
            schema={props.schema}
            words={{ ...w.fields, faults: faultsOf(props.frame) }}
            errors={props.tried === one.unit_id ? props.errors : []}
            options={{ successor_id: one.successors }}
            action={handOnPath}
            hidden={{ unit_id: one.unit_id }}
            kind="warning"
          />
          <p class="govuk-body">{w.renew_lead}</p>
          <form method="post" action={`${handOnPath}/chia-lai`}>
            <input type="hidden" name="unit_id" value={one.unit_id} />
            <Button kind="secondary">{w.renew}</Button>
          </form>
        </section>
      ))}
    </DeskPage>
  )
}

/** The form before a number is shown, and the number after its event is written. */
export function IdentityPage(props: {
  frame: Frame
  path: string
  back: string
  schema: z.ZodObject
  errors: readonly Fault[]
  papers: readonly string[] | null
}) {
  const { identity: w } = words(props.frame.language).custody
  return (
    <DeskPage
      frame={props.frame}
      title={w.title}
      wide={false}
      back={{ href: props.back }}
      faulty={props.errors.length > 0}
    >
      {props.papers === null ? (
        <FormOf
          schema={props.schema}
          words={{ ...w.fields, faults: faultsOf(props.frame) }}
          errors={props.errors}
          action={props.path}
          heading={w.title}
          cancel={props.back}
        >
          <Inset>{w.lead}</Inset>
        </FormOf>
      ) : (
        <>
          <h1 class="govuk-heading-l">{w.title}</h1>
          <Warning>{w.shown}</Warning>
          <SummaryList rows={props.papers.map((value) => ({ key: w.number, value }))} />
          <Button href={props.back}>{w.close}</Button>
        </>
      )}
    </DeskPage>
  )
}
