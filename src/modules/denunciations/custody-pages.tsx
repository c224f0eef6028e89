/** `/khoa/de-nghi` and `/khoa/ban-giao`: requests for a key, recovery by two custodians, keys handed on. */
import type { Context, Hono } from 'hono'
import { z } from 'zod'
import type { AppEnv } from '../../http/env.ts'
import { frameOf, type PageStatus, readPost, renderPage, seeOther, signInFirst } from '../../http/pages.ts'
import { NotOpen, WrongInput } from '../../platform/actions/errors.ts'
import { answerFor } from '../../platform/actions/perform.ts'
import { type Fault, unitId } from '../../platform/input.ts'
import type { FormValues } from '../../platform/read-form.ts'
import { isUuid, uuidv7 } from '../../platform/uuid.ts'
import { closeKey, type OpenKey } from '../../platform/vault/officer-key.ts'
import type { Choice } from '../../ui/parts/fields.tsx'
import { words } from '../../ui/words/words.ts'
import { askForm } from '../custody/ask-key.ts'
import { decisionForm } from '../custody/decide-key.ts'
import { type KeyRequestStep, keyRequest, keyRequestWorkflow } from '../custody/key-request.ts'
import { leaversOf, ownRequests, type RequestLine, requestFor, requestsToDecide } from '../custody/queries.ts'
import { type AtRequest, askForKey, decideRequest, openRequest, withdraw } from '../custody/requests.ts'
import { ancestorsOf, childrenOf, findUnits } from '../units/queries.ts'
import {
  AskPage,
  askPath,
  HandOnPage,
  handOnPath,
  RequestPage,
  RequestsPage,
  requestPath,
  requestsPath,
} from './custody-view.tsx'
import { unlockPath } from './desk.tsx'
import { handOnAll } from './hand-on.ts'
import { keyOfRequest, type SealedDeps } from './key-pages.tsx'
import { heldUnits } from './queries.ts'
import { completeSecondHalf, openFirstHalf } from './recover.ts'
import { renewRecoveries } from './renew-recovery.ts'
import { lawfulPeople } from './subject.ts'

/** Registers both. */
export function custodyPages(app: Hono<AppEnv>, deps: SealedDeps): void {
  app.get(requestsPath, (c) => signedIn(c, () => list(c, deps)))
  app.get(askPath, (c) => signedIn(c, () => askPage(c, deps, { id: uuidv7() }, [], 200)))
  app.post(askPath, (c) => signedIn(c, () => ask(c, deps)))
  const one = `${requestsPath}/:unit{[0-9a-f-]{36}}/:id{[0-9a-f-]{36}}`
  app.get(one, (c) => atRequest(c, deps, (record) => requestPage(c, deps, record, {}, [], 200)))
  app.post(`${one}/decide`, (c) => atRequest(c, deps, (record) => decide(c, deps, record)))
  app.post(`${one}/open-half`, (c) => atRequest(c, deps, (record) => take(c, deps, record, openFirstHalf)))
  app.post(`${one}/complete-recovery`, (c) => atRequest(c, deps, (record) => take(c, deps, record, completeSecondHalf)))
  app.post(`${one}/withdraw-request`, (c) => atRequest(c, deps, (record) => takeBack(c, deps, record)))
  app.get(handOnPath, (c) => signedIn(c, () => handOnPage(c, deps, '', [], 200)))
  app.post(handOnPath, (c) => signedIn(c, () => handOn(c, deps)))
  app.post(`${handOnPath}/chia-lai`, (c) => signedIn(c, () => renew(c, deps)))
}

async function signedIn(c: Context<AppEnv>, work: () => Promise<Response>): Promise<Response> {
  return c.var.viewer.account_id ? work() : signInFirst(c)
}

async function list(c: Context<AppEnv>, deps: SealedDeps): Promise<Response> {
  const { viewer } = c.var
  const { pool } = deps.signIn.db
  const keeps = viewer.positions.some((one) => one.kind === 'custodian')
  const own = await ownRequests(viewer, pool)
  const waiting = keeps ? await requestsToDecide(viewer, pool) : null
  const leavers = await leaversOf(viewer, pool)
  return renderPage(c, <RequestsPage frame={frameOf(c)} {...{ own, waiting, leavers }} />)
}

const askSchema = askForm.extend({ id: z.uuid().meta({ field: 'hidden' }) })

async function askPage(
  c: Context<AppEnv>,
  deps: SealedDeps,
  values: FormValues,
  errors: readonly Fault[],
  status: PageStatus,
): Promise<Response> {
  const typed = (c.req.query('q') ?? '').slice(0, 100)
  const units = await unitsFor(c, deps, typed)
  const page = <AskPage frame={frameOf(c)} schema={askSchema} {...{ values, errors, units, typed }} />
  return renderPage(c, page, status)
}

/** The viewer's own units, those they took over, those around them, and what was searched. */
async function unitsFor(c: Context<AppEnv>, deps: SealedDeps, typed: string): Promise<Choice[]> {
  const { viewer, moment } = c.var
  const { pool } = deps.signIn.db
  const own = [...new Set([...viewer.positions, ...(viewer.inherited ?? [])].map((one) => one.unit_id))]
  const { rows } = await pool.query<{ id: string; name: string }>(
    `select distinct on (u.unit_id) u.unit_id as id, u.name from unit_period u where u.unit_id = any($1)
     order by u.unit_id, upper(u.valid) desc nulls first`,
    [own],
  )
  const found = typed.trim() === '' ? [] : await findUnits(viewer, pool, typed, moment.on, { limit: 30 })
  const first = own[0]
  const around = first
    ? [
        ...(await ancestorsOf(viewer, pool, first, moment.on)),
        ...(await childrenOf(viewer, pool, first, moment.on)).slice(0, 300),
      ]
    : []
  const units = new Map([...rows, ...found, ...around].map((unit) => [unit.id, unit.name]))
  return [...units].map(([value, label]) => ({ value, label }))
}

async function ask(c: Context<AppEnv>, deps: SealedDeps): Promise<Response> {
  const { viewer, moment } = c.var
  const posted = await readPost(c, askSchema)
  if (!posted.ok) return askPage(c, deps, posted.values, posted.errors, 422)
  const { id, ...typed } = posted.data
  try {
    const asked = await askForKey(deps.signIn.db, { viewer, id, typed, moment })
    return seeOther(c, requestPath(asked))
  } catch (fault) {
    const errors = faultsIn(c, fault, 'basis')
    return askPage(c, deps, posted.values, errors, fault instanceof NotOpen ? 409 : 422)
  }
}

function faultsIn(c: Context<AppEnv>, fault: unknown, field: string): readonly Fault[] {
  if (fault instanceof WrongInput) return fault.faults
  if (!(fault instanceof NotOpen) || fault.status === 404) throw fault
  const { custody, law } = words(c.var.language)
  const sentences: Readonly<Record<string, string>> = { ...law.conditions, ...law.refusals, ...custody.refusals }
  const sentence = sentences[fault.code] ?? law.refusals['not-in-this-state']
  return [{ field, code: fault.code, sentence }]
}

async function atRequest(
  c: Context<AppEnv>,
  deps: SealedDeps,
  work: (record: RequestLine) => Promise<Response>,
): Promise<Response> {
  const { viewer, moment } = c.var
  if (!viewer.account_id) return signInFirst(c)
  const { unit = '', id = '' } = c.req.param() as { unit?: string; id?: string }
  if (!isUuid(unit) || !isUuid(id)) return c.notFound() as Response
  const found = await requestFor(viewer, deps.signIn.db.pool, { unit_id: unit, id, moment })
  return found ? work(found.record) : (c.notFound() as Response)
}

async function requestPage(
  c: Context<AppEnv>,
  deps: SealedDeps,
  request: RequestLine,
  values: FormValues,
  errors: readonly Fault[],
  status: PageStatus,
): Promise<Response> {
  const { viewer, moment } = c.var
  const { db } = deps.signIn
  const at = { unit_id: request.unit_id, id: request.id }
  const facts = await keyRequest.facts(db.pool, { record: request, ...at, viewer, moment })
  // Keys of a closed record.
  const steps = Object.keys(keyRequestWorkflow) as KeyRequestStep[]
  const about = { record: request, facts, viewer, moment, ...at, input: null }
  const open = steps.filter((step) => answerFor(keyRequest, step, about).open)
  const key = await keyOfRequest(c, deps)
  try {
    const said = key ? await openRequest(db, { viewer, ...at, key, moment }) : null
    const shown = { request, said, locked: key === null, open, schema: decisionForm, values, errors }
    return renderPage(c, <RequestPage frame={frameOf(c)} {...shown} />, status)
  } finally {
    if (key) closeKey(key)
  }
}

/** Works with the viewer's open key, or leads to the page where it is opened. */
async function withKey(
  c: Context<AppEnv>,
  deps: SealedDeps,
  back: string,
  work: (key: OpenKey) => Promise<Response>,
): Promise<Response> {
  const key = await keyOfRequest(c, deps)
  if (!key) return seeOther(c, unlockPath(back))
  try {
    return await work(key)
  } finally {
    closeKey(key)
  }
}

async function decide(c: Context<AppEnv>, deps: SealedDeps, record: RequestLine): Promise<Response> {
  const { viewer, moment } = c.var
  const { unit_id, id } = record
  const posted = await readPost(c, decisionForm)
  if (!posted.ok) return requestPage(c, deps, record, posted.values, posted.errors, 422)
  const { ground } = posted.data
  const grants = posted.data.decision === 'grant'
  return withKey(c, deps, requestPath(record), async (key) => {
    try {
      await decideRequest(deps.signIn.db, { viewer, unit_id, id, key, moment }, { grants, ground })
      return seeOther(c, requestPath(record))
    } catch (fault) {
      const errors = faultsIn(c, fault, 'ground')
      return requestPage(c, deps, record, posted.values, errors, fault instanceof NotOpen ? 409 : 422)
    }
  })
}

async function take(
  c: Context<AppEnv>,
  deps: SealedDeps,
  record: RequestLine,
  half: typeof openFirstHalf,
): Promise<Response> {
  const { viewer, moment } = c.var
  return withKey(c, deps, requestPath(record), async (key) => {
    const at: AtRequest = { viewer, unit_id: record.unit_id, id: record.id, key, moment }
    await half(deps.signIn.db, at)
    return seeOther(c, requestPath(record))
  })
}

async function takeBack(c: Context<AppEnv>, deps: SealedDeps, record: RequestLine): Promise<Response> {
  const { viewer, moment } = c.var
  await withdraw(deps.signIn.db, { viewer, unit_id: record.unit_id, id: record.id, moment })
  return seeOther(c, requestPath(record))
}

const handOnForm = z.object({ successor_id: unitId() })

async function handOnPage(
  c: Context<AppEnv>,
  deps: SealedDeps,
  tried: string,
  errors: readonly Fault[],
  status: PageStatus,
): Promise<Response> {
  const { viewer, moment, language } = c.var
  const { pool } = deps.signIn.db
  const key = await keyOfRequest(c, deps)
  const held = key ? await heldUnits(viewer, pool, key.key_id) : []
  if (key) closeKey(key)
  const holdings = await Promise.all(
    held.map(async (one) => {
      const people = await lawfulPeople(pool, one.unit_id, moment.on)
      const others = people.filter((person) => person.account_id !== viewer.account_id)
      const successors = others.map((person) => ({
        value: person.account_id,
        label: `${person.name}, ${person.title}`,
      }))
      return { ...one, successors }
    }),
  )
  const w = words(language).custody.hand_on
  const asked = /^(\d{1,5})-(\d{1,5})$/.exec(c.req.query('xong') ?? '')
  const renewed = /^\d{1,5}$/.exec(c.req.query('chia') ?? '')
  const done = asked ? w.done(Number(asked[1]), Number(asked[2])) : renewed ? w.renewed(Number(renewed[0])) : null
  const shown = { schema: handOnForm, locked: key === null, holdings, errors, tried, done }
  return renderPage(c, <HandOnPage frame={frameOf(c)} {...shown} />, status)
}

async function unitIn(form: FormData): Promise<string> {
  const unit = form.get('unit_id')
  return typeof unit === 'string' && isUuid(unit) ? unit : uuidv7()
}

async function handOn(c: Context<AppEnv>, deps: SealedDeps): Promise<Response> {
  const { viewer, moment } = c.var
  const posted = await readPost(c, handOnForm)
  const unit_id = await unitIn(posted.form)
  if (!posted.ok) return handOnPage(c, deps, unit_id, posted.errors, 422)
  const { successor_id } = posted.data
  return withKey(c, deps, handOnPath, async (key) => {
    try {
      const { handed_on, kept } = await handOnAll(deps.signIn.db, { viewer, unit_id, key, moment }, successor_id)
      return seeOther(c, `${handOnPath}?xong=${handed_on}-${kept}`)
    } catch (fault) {
      return handOnPage(c, deps, unit_id, faultsIn(c, fault, 'successor_id'), 422)
    }
  })
}

async function renew(c: Context<AppEnv>, deps: SealedDeps): Promise<Response> {
  const { viewer, moment } = c.var
  const { form } = await readPost(c, z.object({}))
  const unit_id = await unitIn(form)
  return withKey(c, deps, handOnPath, async (key) => {
    const count = await renewRecoveries(deps.signIn.db, { viewer, unit_id, key, moment })
    return seeOther(c, `${handOnPath}?chia=${count}`)
  })
}
