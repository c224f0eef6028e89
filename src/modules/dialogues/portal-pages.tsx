/** The public's ways in to dialogues: the list, one dialogue with its results, asking, signing up, one's own question, a slip. */
import type { Context, Hono } from 'hono'
import { getCookie, setCookie } from 'hono/cookie'
import { z } from 'zod'
import type { AppEnv } from '../../http/env.ts'
import { refusedForm } from '../../http/errors.tsx'
import { frameOf, type PageStatus, readPost, renderPage, seeOther } from '../../http/pages.ts'
import { NotOpen } from '../../platform/actions/errors.ts'
import { answerFor, perform } from '../../platform/actions/perform.ts'
import type { Viewer } from '../../platform/actions/viewer.ts'
import { type Fault, text } from '../../platform/input.ts'
import type { FormValues } from '../../platform/read-form.ts'
import { mayTry } from '../../platform/throttle.ts'
import { newTrackingCode, prefixOfUnit, readTrackingCode } from '../../platform/tracking-code.ts'
import { isUuid, uuidv7 } from '../../platform/uuid.ts'
import { words } from '../../ui/words/words.ts'
import { commitmentsFrom } from '../commitments/queries.ts'
import { openRecord } from '../people/opened.ts'
import { fromOf, giveCookies } from '../people/requests.ts'
import { findUnits, unitOn } from '../units/queries.ts'
import { portalPath, questionPath, slipPath } from './addresses.ts'
import { ask } from './ask.ts'
import { takesQuestions } from './asked.ts'
import { sentence } from './dialogue-asked.ts'
import { dialogueQuestion } from './dialogue-question.ts'
import { becamePetition } from './hand-to-petitions.ts'
import type { DialogueDeps } from './module.ts'
import { AskPage, DialoguesPage, OwnQuestionPage, PublicDialoguePage, SlipPage } from './portal-views.tsx'
import { type PublicDialogue, publicDialogue, publicDialogues, questionById, questionCounts } from './queries.ts'
import { signUp } from './sign-up.ts'
import { handInSlip, slipOf } from './slips.ts'
import { withdrawQuestion } from './withdraw-question.ts'

const codeCookie = 'gandan.asked'
const codeShown_s = 600
/** A village without a line of its own still gets through, a machine does not. */
const questionsInAnHour_max = 60
/** Tries of slips from one address in an hour: one telephone may hand in the slips of a whole village. */
const slipsInAnHour_max = 200

/** Registers `/doi-thoai` and what is under it. */
export function dialoguePortal(app: Hono<AppEnv>, deps: DialogueDeps): void {
  const row = `${portalPath}/:unit{[0-9a-fA-F-]{36}}/:id{[0-9a-fA-F-]{36}}`
  app.get(portalPath, (c) => list(c, deps))
  app.get(row, (c) => page(c, deps))
  app.get(`${row}/hoi`, (c) => askForm(c, deps, 'ask', null))
  app.post(`${row}/hoi`, (c) => takeAsk(c, deps, 'ask'))
  app.get(`${row}/dang-ky`, (c) => askForm(c, deps, 'sign-up', null))
  app.post(`${row}/dang-ky`, (c) => takeAsk(c, deps, 'sign-up'))
  app.get(`${row}/co-mat`, (c) => slip(c, deps, null))
  app.post(`${row}/co-mat`, (c) => takeSlip(c, deps))
  const own = `${portalPath}/cau-hoi/:unit{[0-9a-fA-F-]{36}}/:id{[0-9a-fA-F-]{36}}`
  app.get(own, (c) => ownQuestion(c, deps))
  app.get(`${own}/don`, (c) => ownPetition(c, deps))
  app.post(`${own}/withdraw`, (c) => withdraw(c, deps))
}

async function list(c: Context<AppEnv>, { db }: DialogueDeps): Promise<Response> {
  const { viewer, moment } = c.var
  const asked = c.req.query('don-vi') ?? ''
  const typed = (c.req.query('tim') ?? '').slice(0, 100)
  const unit = isUuid(asked) ? await unitOn(viewer, db.pool, asked, moment.on) : null
  const past = c.req.query('xem') === 'da-qua'
  return renderPage(
    c,
    <DialoguesPage
      frame={frameOf(c)}
      unit={unit}
      past={past}
      typed={typed}
      found={typed.trim() === '' ? [] : await findUnits(viewer, db.pool, typed, moment.on, { limit: 20 })}
      lines={await publicDialogues(viewer, db.pool, { ...(unit ? { unit_id: unit.id } : {}), past })}
    />,
  )
}

/** The announced dialogue of an address; whatever is only planned is as if it were not there. */
async function named(c: Context<AppEnv>, { db }: DialogueDeps): Promise<PublicDialogue> {
  const { unit = '', id = '' } = c.req.param() as Record<string, string>
  const row = isUuid(unit) && isUuid(id) ? await publicDialogue(c.var.viewer, db.pool, unit, id) : null
  if (!row) throw new NotOpen('not-yours', '', 404)
  return row
}

async function page(c: Context<AppEnv>, deps: DialogueDeps): Promise<Response> {
  const { viewer, moment } = c.var
  const row = await named(c, deps)
  const origin = { kind: 'dialogue', unit_id: row.unit_id, id: row.id }
  return renderPage(
    c,
    <PublicDialoguePage
      frame={frameOf(c)}
      row={row}
      takes={takesQuestions(row, moment.on)}
      counts={await questionCounts(viewer, deps.db.pool, row)}
      commitments={row.published_on ? await commitmentsFrom(viewer, deps.db.pool, origin) : []}
      owners={await ownersOf(deps, row)}
    />,
  )
}

async function ownersOf({ db }: DialogueDeps, row: PublicDialogue): Promise<ReadonlyMap<string, string>> {
  const { rows } = await db.pool.query<{ unit_id: string; name: string }>(
    `select distinct on (unit_id) unit_id, name from unit_period where unit_id = any($1::uuid[]) order by unit_id, valid desc`,
    [row.promises.map((one) => one.owner_unit_id)],
  )
  return new Map(rows.map((one) => [one.unit_id, one.name]))
}

type Way = 'ask' | 'sign-up'

const schemas = {
  ask: ask.input.omit({ dialogue_id: true }),
  'sign-up': signUp.input.omit({ dialogue_id: true }),
} as const

interface Refused {
  id: string
  values: FormValues
  errors: readonly Fault[]
  status: PageStatus
}

async function askForm(c: Context<AppEnv>, deps: DialogueDeps, way: Way, refused: Refused | null): Promise<Response> {
  const { language, moment } = c.var
  const row = await named(c, deps)
  const takes = takesQuestions(row, moment.on)
  const typed = String(refused?.values['code'] ?? '')
  const code = readTrackingCode(typed) ? typed : newTrackingCode(await prefixOfUnit(deps.db.pool, row.unit_id))
  const start: FormValues = way === 'sign-up' ? { people: '1' } : {}
  return renderPage(
    c,
    <AskPage
      frame={frameOf(c)}
      row={row}
      way={way}
      schema={schemas[way]}
      refusal={takes ? null : sentence(language, 'dialogue-takes-questions', '')}
      id={refused?.id ?? uuidv7()}
      values={{ ...(refused?.values ?? start), code }}
      errors={refused?.errors ?? []}
    />,
    refused?.status ?? (takes ? 200 : 409),
  )
}

/** Whoever asks is a citizen here, also an officer who is signed in. */
const citizenOf = (viewer: Viewer): Viewer => ({ ...viewer, account_id: null, positions: [], via: 'portal' })

async function takeAsk(c: Context<AppEnv>, deps: DialogueDeps, way: Way): Promise<Response> {
  const { db, secret } = deps
  const { viewer, moment, language } = c.var
  const row = await named(c, deps)
  const from = fromOf(c)
  const read = await readPost(c, schemas[way])
  const given = String(read.form.get('id') ?? '')
  const id = isUuid(given) ? given : uuidv7()
  const again = (errors: readonly Fault[], status: PageStatus) =>
    askForm(c, deps, way, { id, values: read.values, errors, status })
  if (!read.ok) return again(read.errors, 422)
  const limit = { tries: questionsInAnHour_max, minutes: 60 }
  if (!(await mayTry(db.pool, `ask/${from.address || row.id}`, limit)))
    return again([{ field: '', code: 'too-many', sentence: words(language).dialogues.portal.too_many }], 429)
  try {
    const call = { viewer: citizenOf(viewer), unit_id: row.unit_id, id, moment }
    const input = { ...read.data, dialogue_id: row.id }
    await (way === 'ask' ? perform(db, ask, { ...call, input }) : perform(db, signUp, { ...call, input }))
  } catch (error) {
    const { errors, status } = refusedForm(error, language, (code, cite) => sentence(language, code, cite))
    return again(errors, status)
  }
  giveCookies(c, [openRecord(secret, viewer, { unit_id: row.unit_id, record_id: id }, moment.at, from.secure)])
  setCookie(c, codeCookie, `${id}.${read.data.code}`, {
    path: portalPath,
    maxAge: codeShown_s,
    httpOnly: true,
    sameSite: 'Lax',
    secure: from.secure,
  })
  return seeOther(c, questionPath({ unit_id: row.unit_id, id }))
}

async function ownQuestion(c: Context<AppEnv>, { db }: DialogueDeps): Promise<Response> {
  const { viewer, moment } = c.var
  const { unit = '', id = '' } = c.req.param() as Record<string, string>
  const found = isUuid(unit) && isUuid(id) ? await questionById(viewer, db.pool, unit, id) : null
  const row = found ? await publicDialogue(viewer, db.pool, unit, found.dialogue_id) : null
  if (!found || !row) throw new NotOpen('not-yours', '', 404)
  const [of = '', code = ''] = (getCookie(c, codeCookie) ?? '').split('.')
  const facts = await dialogueQuestion.facts(db.pool, { record: found, unit_id: unit, viewer, moment })
  const about = { record: found, facts, input: null, viewer: citizenOf(viewer), moment, unit_id: unit, id }
  const may = answerFor(dialogueQuestion, 'withdraw', about)
  return renderPage(
    c,
    <OwnQuestionPage
      frame={frameOf(c)}
      row={row}
      question={found}
      code={of === id && code !== '' ? code : null}
      petition={becamePetition(found) ? `${questionPath(found)}/don` : null}
      withdraw={may.open}
    />,
  )
}

/** Whoever opened the question opens the petition that was made of it; not one that an officer linked by its number. */
async function ownPetition(c: Context<AppEnv>, { db, secret }: DialogueDeps): Promise<Response> {
  const { viewer, moment } = c.var
  const { unit: unit_id = '', id = '' } = c.req.param() as Record<string, string>
  const opened = viewer.opened.some((one) => one.unit_id === unit_id && one.record_id === id)
  const found = opened ? await questionById(viewer, db.pool, unit_id, id) : null
  if (!found || !becamePetition(found)) throw new NotOpen('not-yours', '', 404)
  const record = { unit_id, record_id: found.petition_id }
  giveCookies(c, [openRecord(secret, viewer, record, moment.at, fromOf(c).secure)])
  return seeOther(c, '/tra-cuu/ho-so')
}

async function withdraw(c: Context<AppEnv>, { db }: DialogueDeps): Promise<Response> {
  const { viewer, moment } = c.var
  const { unit: unit_id = '', id = '' } = c.req.param() as Record<string, string>
  if (!isUuid(unit_id) || !isUuid(id)) throw new NotOpen('not-yours', '', 404)
  const form = await c.req.parseBody()
  const revision = Number(form['revision']) || 0
  await perform(db, withdrawQuestion, { viewer: citizenOf(viewer), unit_id, id, revision, input: {}, moment })
  return seeOther(c, questionPath({ unit_id, id }))
}

const slipSchema = z.object({ ma: text(20) })

/** Slips are counted on the day of the dialogue, until its record is made. */
const counts = (row: PublicDialogue, on: Temporal.PlainDate) =>
  row.state === 'announced' && row.slips > 0 && row.held_on.equals(on)

async function slip(
  c: Context<AppEnv>,
  deps: DialogueDeps,
  refused: { typed: string; fault: string; status: PageStatus } | null,
) {
  const row = await named(c, deps)
  return renderPage(
    c,
    <SlipPage
      frame={frameOf(c)}
      row={row}
      open={counts(row, c.var.moment.on)}
      typed={refused?.typed ?? (c.req.query('ma') ?? '').slice(0, 20)}
      fault={refused?.fault ?? null}
      done={refused === null && c.req.query('xong') === 'co'}
    />,
    refused?.status,
  )
}

async function takeSlip(c: Context<AppEnv>, deps: DialogueDeps): Promise<Response> {
  const row = await named(c, deps)
  const read = await readPost(c, slipSchema)
  const typed = String(read.values['ma'] ?? '')
  const no = (fault: string, status: PageStatus) => slip(c, deps, { typed, fault, status })
  if (!counts(row, c.var.moment.on)) return no('not-a-slip', 409)
  const from = fromOf(c).address || row.id
  if (!(await mayTry(deps.db.pool, `slip/${from}`, { tries: slipsInAnHour_max, minutes: 60 })))
    return no('too-many-tries', 429)
  const number = slipOf(deps.secret, row, typed)
  if (number === null) return no('not-a-slip', 422)
  if (!(await handInSlip(deps.db.pool, row, number, c.var.moment.at))) return no('slip-handed-in', 409)
  return seeOther(c, `${slipPath(row)}?xong=co`)
}
