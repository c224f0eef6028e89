/** The people of a unit at the desk: who holds what, giving and ending positions, delegations. */
import type { Context, Hono } from 'hono'
import type { AppEnv } from '../../http/env.ts'
import { refusedForm } from '../../http/errors.tsx'
import { frameOf, type PageStatus, readPost, renderPage, seeOther, signInFirst } from '../../http/pages.ts'
import type { AnyAction, Noun, RecordRow } from '../../platform/actions/action.ts'
import { NotOpen } from '../../platform/actions/errors.ts'
import { answerFor, perform } from '../../platform/actions/perform.ts'
import type { Fault } from '../../platform/input.ts'
import { startOf, withId } from '../../platform/new-record.ts'
import type { FormValues } from '../../platform/read-form.ts'
import { isUuid } from '../../platform/uuid.ts'
import type { Choice } from '../../ui/parts/fields.tsx'
import type { FormWords } from '../../ui/parts/form.tsx'
import { shortDay } from '../../ui/parts/format.ts'
import { StepPage } from '../../ui/parts/step-page.tsx'
import type { OfferedStep } from '../../ui/parts/steps.tsx'
import { words } from '../../ui/words/words.ts'
import { unitName } from '../units/queries.ts'
import { handOutPassword } from './accounts.ts'
import { correctDelegation } from './correct-delegation.ts'
import { correctPosition } from './correct-position.ts'
import { delegate } from './delegate.ts'
import { delegateReception } from './delegate-reception.ts'
import { delegation } from './delegation.ts'
import { DelegationPage, OneTimePage, PeoplePage, PositionPage, peoplePath, refusalSentence } from './desk-views.tsx'
import { endPosition } from './end-position.ts'
import { givePages } from './give-page.tsx'
import { position } from './position.ts'
import {
  delegationById,
  delegationsOf,
  type Held,
  happenedTo,
  officersOf,
  positionById,
  positionsOf,
} from './queries.ts'
import { renewPassword } from './renew-password.ts'
import type { SignIn } from './sign-in.ts'
import { voidDelegation } from './void-delegation.ts'
import { voidPosition } from './void-position.ts'
import { withdrawDelegation } from './withdraw-delegation.ts'

/** What the desk of people needs. */
export interface PeopleDeps {
  signIn: SignIn
}

const root = '/don-vi/:unit/nhan-su'
const onPosition: readonly AnyAction[] = [endPosition, correctPosition, renewPassword, voidPosition]
const onDelegation: readonly AnyAction[] = [withdrawDelegation, correctDelegation, voidDelegation]
const creatingDelegation: readonly AnyAction[] = [delegate, delegateReception]

/** A request about one unit's people: who asks, which unit. */
export interface Asked {
  c: Context<AppEnv>
  deps: PeopleDeps
  unit_id: string
  unit_name: string
}

/** Registers the pages under `/don-vi/:unit/nhan-su`. */
export function peopleDesk(app: Hono<AppEnv>, deps: PeopleDeps): void {
  const asked = (work: (asked: Asked) => Promise<Response>) => async (c: Context<AppEnv>) => {
    if (!c.var.viewer.account_id) return signInFirst(c)
    const unit_id = c.req.param('unit') ?? ''
    const known = isUuid(unit_id) ? await unitName(c.var.viewer, deps.signIn.db.pool, unit_id) : null
    if (known === null) throw new NotOpen('not-yours', '', 404)
    return work({ c, deps, unit_id, unit_name: known })
  }
  app.get(root, asked(showPeople))
  givePages(app, root, asked)
  for (const action of creatingDelegation) {
    app.get(
      `${root}/${action.step}`,
      asked((one) => delegatePage(one, action, startOf(), [])),
    )
    app.post(
      `${root}/${action.step}`,
      asked((one) => delegateFromForm(one, action)),
    )
  }
  app.get(`${root}/vi-tri/:id`, asked(showPosition))
  app.get(`${root}/giao-quyen/:id`, asked(showDelegation))
  for (const action of [...onPosition, ...onDelegation]) {
    const path = `${root}/${onPosition.includes(action) ? 'vi-tri' : 'giao-quyen'}/:id/${action.step}`
    app.get(
      path,
      asked(async (one) => stepPage(one, action, await subjectOf(one, action), null, [])),
    )
    app.post(
      path,
      asked((one) => stepFromForm(one, action)),
    )
  }
}

/** Every step of the viewer's standing, with whether it is open now; `base` is where the steps' forms stand. */
async function stepsOf<Row extends RecordRow, Facts>(
  asked: Asked,
  noun: Noun<Row, Facts>,
  actions: readonly string[],
  record: Row | null,
  base: string,
): Promise<OfferedStep[]> {
  const { viewer, moment, language } = asked.c.var
  const names: Readonly<Record<string, string>> = words(language).people.steps
  const { unit_id } = asked
  const facts = await noun.facts(asked.deps.signIn.db.pool, { record, unit_id, viewer, moment })
  const about = { record, facts, viewer, moment, unit_id, id: record?.id ?? '', input: null }
  return actions.flatMap((step) => {
    const said = answerFor(noun, step, about)
    if (!said.open && said.kind === 'standing') return []
    const refusal = said.open ? null : refusalSentence(asked.c.var, said.code, said.cite)
    return [{ step, verb: names[step] ?? step, href: `${base}/${step}`, cite: said.cite, refusal }]
  })
}

const stepNames = (actions: readonly AnyAction[]) => actions.map((action) => action.step)

async function showPeople(asked: Asked): Promise<Response> {
  const { c, unit_id, unit_name } = asked
  const { pool } = asked.deps.signIn.db
  const positions = await positionsOf(c.var.viewer, pool, unit_id)
  if (positions === null) throw new NotOpen('not-yours', '', 404)
  const delegations = await delegationsOf(c.var.viewer, pool, unit_id)
  const steps = [
    ...(await stepsOf(asked, position, ['give-position'], null, peoplePath(unit_id))),
    ...(await stepsOf(asked, delegation, stepNames(creatingDelegation), null, peoplePath(unit_id))),
  ]
  return renderPage(c, <PeoplePage frame={frameOf(c)} {...{ unit_id, unit_name, positions, delegations, steps }} />)
}

async function showPosition(asked: Asked): Promise<Response> {
  const { c, unit_id, unit_name } = asked
  const held = await heldOf(asked)
  const steps = await stepsOf(asked, position, stepNames(onPosition), held, `${peoplePath(unit_id)}/vi-tri/${held.id}`)
  const happened = await happenedTo(c.var.viewer, asked.deps.signIn.db.pool, unit_id, held.id)
  return renderPage(c, <PositionPage frame={frameOf(c)} {...{ unit_id, unit_name, held, steps, happened }} />)
}

async function showDelegation(asked: Asked): Promise<Response> {
  const { c, unit_id, unit_name } = asked
  const row = await delegatedOf(asked)
  const steps = await stepsOf(
    asked,
    delegation,
    stepNames(onDelegation),
    row,
    `${peoplePath(unit_id)}/giao-quyen/${row.id}`,
  )
  const happened = await happenedTo(c.var.viewer, asked.deps.signIn.db.pool, unit_id, row.id)
  return renderPage(c, <DelegationPage frame={frameOf(c)} {...{ unit_id, unit_name, row, steps, happened }} />)
}

async function heldOf(asked: Asked): Promise<Held> {
  const id = asked.c.req.param('id') ?? ''
  const held = await positionById(asked.c.var.viewer, asked.deps.signIn.db.pool, asked.unit_id, id)
  if (!held) throw new NotOpen('not-yours', '', 404)
  return held
}

async function delegatedOf(asked: Asked) {
  const id = asked.c.req.param('id') ?? ''
  const row = await delegationById(asked.c.var.viewer, asked.deps.signIn.db.pool, asked.unit_id, id)
  if (!row) throw new NotOpen('not-yours', '', 404)
  return row
}

/** What a step is about: its record, a line naming it, what its form starts with, and where it is shown. */
interface Subject {
  id: string
  revision: number
  about: string
  values: FormValues
  path: string
  held: Held | null
}

async function subjectOf(asked: Asked, action: AnyAction): Promise<Subject> {
  const { kinds, powers } = words(asked.c.var.language).people
  const base = peoplePath(asked.unit_id)
  if (!onPosition.includes(action)) {
    const row = await delegatedOf(asked)
    const about = `${powers[row.power]}: ${row.from_name} → ${row.to_name}`
    const values = { document: row.document }
    return { id: row.id, revision: row.revision, about, values, path: `${base}/giao-quyen/${row.id}`, held: null }
  }
  const held = await heldOf(asked)
  const values: FormValues = {
    title: held.title,
    from_on: shortDay(held.from_on),
    until_on: action === endPosition || !held.until_on ? '' : shortDay(held.until_on),
    document: held.document ?? '',
  }
  const about = `${held.name}, ${kinds[held.kind]}`
  return { id: held.id, revision: held.revision, about, values, path: `${base}/vi-tri/${held.id}`, held }
}

/** The sentences of a step's form. */
function formWordsOf(asked: Asked, step: string): FormWords {
  const { forms, faults } = words(asked.c.var.language).people
  const own: Readonly<Record<string, FormWords>> = { ...forms, 'delegate-reception': forms.delegate }
  const { powers } = words(asked.c.var.language).people
  return { ...(own[step] ?? forms.reason), faults, choices: { power: powers } }
}

/** What the page of each step of people shares. */
export function stepPageOf(asked: Asked, step: string) {
  const { c, unit_name } = asked
  const names: Readonly<Record<string, string>> = words(c.var.language).people.steps
  return {
    frame: frameOf(c),
    title: names[step] ?? step,
    about: unit_name,
    current: 'units',
    form: formWordsOf(asked, step),
    grave: step.startsWith('void-'),
  } as const
}

function stepPage(
  asked: Asked,
  action: AnyAction,
  subject: Subject,
  typed: FormValues | null,
  errors: readonly Fault[],
  status: PageStatus = 200,
): Response {
  const { c, unit_name } = asked
  const page = (
    <StepPage
      {...stepPageOf(asked, action.step)}
      about={`${unit_name} · ${subject.about}`}
      errors={errors}
      action={`${subject.path}/${action.step}`}
      cancel={subject.path}
      schema={action.input}
      values={typed ?? subject.values}
      revision={subject.revision}
    />
  )
  return renderPage(c, page, status)
}

/** A refusal in the words of people, for the form it came from. */
export function refused(c: Context<AppEnv>, fault: unknown): ReturnType<typeof refusedForm> {
  return refusedForm(fault, c.var.language, (code, cite) => refusalSentence(c.var, code, cite))
}

async function stepFromForm(asked: Asked, action: AnyAction): Promise<Response> {
  const { c, unit_id } = asked
  const { db } = asked.deps.signIn
  const subject = await subjectOf(asked, action)
  const read = await readPost(c, action.input)
  if (!read.ok) return stepPage(asked, action, subject, read.values, read.errors, 422)
  const revision = Number(read.form.get('revision'))
  try {
    const { viewer, moment } = c.var
    await perform(db, action, { viewer, unit_id, id: subject.id, revision, input: read.data, moment })
  } catch (fault) {
    const { errors, status } = refused(c, fault)
    return stepPage(asked, action, subject, read.values, errors, status)
  }
  if (action !== renewPassword || !subject.held) return seeOther(c, subject.path)
  const password = await handOutPassword(db, subject.held.account_id)
  const { name, sign_in_name } = subject.held
  const slip = { unit_id, unit_name: asked.unit_name, name, sign_in_name, password }
  return renderPage(c, <OneTimePage frame={frameOf(c)} {...slip} />)
}

async function delegatePage(
  asked: Asked,
  action: AnyAction,
  values: FormValues,
  errors: readonly Fault[],
  status: PageStatus = 200,
): Promise<Response> {
  const { c, unit_id } = asked
  const { viewer } = c.var
  const base = peoplePath(unit_id)
  const kinds = ['deputy-head', 'reception-officer', 'handler', 'clerk'] as const
  const officers = await officersOf(viewer, asked.deps.signIn.db.pool, unit_id, viewer.on, kinds)
  const named = words(c.var.language).people.kinds
  const recipients: Choice[] = officers
    .filter((one) => one.unit_id === unit_id)
    .map((one) => ({ value: one.account_id, label: `${one.name} · ${named[one.kind]}` }))
  const page = (
    <StepPage
      {...stepPageOf(asked, action.step)}
      {...{ values, errors }}
      action={`${base}/${action.step}`}
      cancel={base}
      schema={withId(action.input)}
      options={{ to_account_id: recipients }}
    />
  )
  return renderPage(c, page, status)
}

async function delegateFromForm(asked: Asked, action: AnyAction): Promise<Response> {
  const { c, unit_id } = asked
  const read = await readPost(c, withId(action.input))
  if (!read.ok) return delegatePage(asked, action, read.values, read.errors, 422)
  const { id, ...input }: Record<string, unknown> = read.data
  try {
    const { viewer, moment } = c.var
    await perform(asked.deps.signIn.db, action, { viewer, unit_id, id: String(id), input, moment })
  } catch (fault) {
    const { errors, status } = refused(c, fault)
    return delegatePage(asked, action, read.values, errors, status)
  }
  return seeOther(c, peoplePath(unit_id))
}
