/** The API for programs: every step of the open registers and of receptions as one POST, described in OpenAPI 3.1. */
import type { Context, Hono } from 'hono'
import { recordById } from '../modules/petitions/queries.ts'
import { creating, steps as receptionSteps } from '../modules/receptions/steps.ts'
import type { AnyAction, RecordRow } from '../platform/actions/action.ts'
import { NotOpen, Stale, WrongInput } from '../platform/actions/errors.ts'
import { perform } from '../platform/actions/perform.ts'
import type { Viewer } from '../platform/actions/viewer.ts'
import type { Db } from '../platform/database.ts'
import type { Fault } from '../platform/input.ts'
import { fieldsOf } from '../platform/read-form.ts'
import { newTrackingCode, prefixOfUnit } from '../platform/tracking-code.ts'
import { isUuid } from '../platform/uuid.ts'
import { type FormWords, faultSentence } from '../ui/parts/form.tsx'
import { shortInstant } from '../ui/parts/format.ts'
import { words } from '../ui/words/words.ts'
import type { AppEnv } from './env.ts'
import { openApi } from './openapi.ts'
import { actionOf, clockSteps, isRecordKind, registerActions } from './record-kinds.ts'
import { refusalSentence } from './records.tsx'
import { stepWords } from './step-form.ts'

/** What the API needs. */
export interface ApiDeps {
  /** As `gandan_app`. */
  db: Db
}

/** Every step a program may take, by kind. The clock's own steps are not among them. */
export const apiActions: Readonly<Record<string, readonly AnyAction[]>> = Object.fromEntries(
  Object.entries(
    Object.groupBy(
      [
        ...Object.values(registerActions).flat(),
        ...Object.values(creating).map(({ action }) => action),
        ...Object.values(receptionSteps).flatMap((of) => Object.values(of).map(({ action }) => action)),
      ],
      ({ noun }) => noun.kind,
    ),
  ).map(([kind, actions = []]) => [kind, actions.filter(({ step }) => !clockSteps.includes(step))]),
)

/** Registers `/api/…`. The session cookie says who calls; a body is JSON, so that no other site's form can send one. */
export function api(app: Hono<AppEnv>, deps: ApiDeps): void {
  const description = openApi(apiActions)
  app.get('/api/openapi.json', (c) => c.json(description))
  app.get('/api/units/:unit/tracking-code', (c) => giveCode(c, deps))
  app.get('/api/units/:unit/:kind/:id', (c) => showRecord(c, deps))
  app.post('/api/units/:unit/:kind/:id/:action', (c) => takeStep(c, deps))
}

const notYours = (c: Context<AppEnv>) => lawfulNo(c, 'not-yours', '', 404)

function lawfulNo(c: Context<AppEnv>, code: string, cite: string, status: 404 | 409, own?: string): Response {
  c.header('Cache-Control', 'no-store')
  // A 404 is the same whether the record is there or not: neither article nor reason.
  const body = status === 404 ? { code: 'not-yours', cite: '' } : { code, cite }
  return c.json({ ...body, sentence: own ?? refusalSentence(body.code, c.var.language) }, status)
}

/** A code to be carried in the field `code` of `record`: asked for first, so that a post sent twice stays one. */
async function giveCode(c: Context<AppEnv>, { db }: ApiDeps): Promise<Response> {
  const unit_id = c.req.param('unit') ?? ''
  if (!isUuid(unit_id) || !c.var.viewer.positions.some((position) => position.unit_id === unit_id)) return notYours(c)
  c.header('Cache-Control', 'no-store')
  return c.json({ code: newTrackingCode(await prefixOfUnit(db.pool, unit_id)) })
}

/** Columns that only the program's own search and chain need. */
const inner = new Set(['search', 'chain'])

/** A record of the open registers for an officer who may see it. */
async function showRecord(c: Context<AppEnv>, { db }: ApiDeps): Promise<Response> {
  const { unit = '', kind = '', id = '' } = c.req.param()
  if (c.var.viewer.account_id === null || !isRecordKind(kind) || !isUuid(unit) || !isUuid(id)) return notYours(c)
  const row = await recordById<RecordRow>(c.var.viewer, db.pool, kind, unit, id)
  if (!row) return notYours(c)
  c.header('Cache-Control', 'no-store')
  return c.json(Object.fromEntries(Object.entries(row).filter(([column]) => !inner.has(column))))
}

async function takeStep(c: Context<AppEnv>, { db }: ApiDeps): Promise<Response> {
  const { unit = '', kind = '', id = '', action: step = '' } = c.req.param()
  const action = Object.hasOwn(apiActions, kind) ? apiActions[kind]?.find((one) => one.step === step) : undefined
  if (!action || !isUuid(unit) || !isUuid(id)) return notYours(c)
  const body = await readBody(c)
  if ('code' in body) return c.json(body, body.code === 'not-json' ? 415 : 400)
  const files = fieldsOf(action.input).find(({ name, field }) => field === 'file' && body.input[name] !== undefined)
  // A file is uploaded with a form; a mere mention of one would reach for somebody else's.
  if (files) return faulty(c, action, [{ field: files.name, code: 'invalid' }])
  const viewer: Viewer = { ...c.var.viewer, via: 'api' }
  const call = { viewer, unit_id: unit, id, input: body.input, moment: c.var.moment }
  try {
    const done = await perform(db, action, body.revision === undefined ? call : { ...call, revision: body.revision })
    return c.json(done)
  } catch (fault) {
    if (fault instanceof WrongInput) return faulty(c, action, fault.faults)
    if (fault instanceof NotOpen) return lawfulNo(c, fault.code, fault.cite, fault.status)
    if (!(fault instanceof Stale)) throw fault
    const { frame } = words(c.var.language)
    const sentence = frame.stale(fault.by ?? frame.somebody, shortInstant(fault.at))
    return lawfulNo(c, 'stale-revision', '', 409, sentence)
  }
}

type Body = { revision?: number; input: Readonly<Record<string, unknown>> }

async function readBody(c: Context<AppEnv>): Promise<Body | { code: string; sentence: string }> {
  const { problems } = words(c.var.language).frame
  const wrong = (code: string) => ({ code, sentence: problems.unprocessable.body })
  if (!/^application\/json\b/i.test(c.req.header('Content-Type') ?? '')) return wrong('not-json')
  const body: unknown = await c.req.json().catch(() => undefined)
  if (!isObject(body)) return wrong('not-an-object')
  const { revision, input = {} } = body
  if (!isObject(input)) return wrong('input-is-not-an-object')
  if (revision === undefined || revision === null) return { input }
  if (typeof revision !== 'number' || !Number.isSafeInteger(revision) || revision < 0) return wrong('not-a-revision')
  return { input, revision }
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function faulty(c: Context<AppEnv>, action: AnyAction, faults: readonly Fault[]): Response {
  const { language } = c.var
  const { frame } = words(language)
  const form = formWords(c, action)
  c.header('Cache-Control', 'no-store')
  const told = faults.map((fault) => ({
    field: fault.field,
    code: fault.code,
    sentence: faultSentence(fault, form, frame, language),
  }))
  return c.json({ faults: told }, 422)
}

function formWords(c: Context<AppEnv>, { noun, step }: AnyAction): FormWords {
  const w = words(c.var.language)
  if (isRecordKind(noun.kind) && actionOf(noun.kind, step)) return stepWords(w, noun.kind, step)
  const { forms, faults } = w.receptions
  const ofReceptions: Readonly<Record<string, FormWords>> = forms
  const form = Object.values({ ...creating, ...receptionSteps['reception-day'], ...receptionSteps.visit }).find(
    ({ action }) => action.noun.kind === noun.kind && action.step === step,
  )
  return { labels: {}, ...(form ? ofReceptions[form.form] : {}), faults }
}
