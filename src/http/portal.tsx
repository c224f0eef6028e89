/** The public's ways in: home, send, track by code, published answers, why this date. No account, no script. */
import type { Context, Hono } from 'hono'
import { due } from '../law/due.ts'
import type { Workflow } from '../law/law.ts'
import { countingOf } from '../modules/calendars/counting.ts'
import { keepUploads } from '../modules/files/keep-file.ts'
import { readFormWithFiles } from '../modules/files/read-form-with-files.ts'
import { closeRecords, openRecord } from '../modules/people/opened.ts'
import { fromOf } from '../modules/people/requests.ts'
import { firstById } from '../modules/petitions/first-instance.ts'
import {
  AnswersPage,
  ChooseUnitPage,
  HomePage,
  SendPage,
  SentPage,
  TrackFormPage,
} from '../modules/petitions/portal.tsx'
import { publishedAnswers } from '../modules/petitions/queries.ts'
import { askedKinds, submit } from '../modules/petitions/submit.ts'
import { findUnits, unitOn } from '../modules/units/queries.ts'
import { NotOpen, WrongInput } from '../platform/actions/errors.ts'
import { perform } from '../platform/actions/perform.ts'
import type { Fault } from '../platform/input.ts'
import type { FormValues } from '../platform/read-form.ts'
import { mayTry } from '../platform/throttle.ts'
import { newTrackingCode, prefixOfUnit, readTrackingCode, recordOfCode } from '../platform/tracking-code.ts'
import { fileIds, isUuid, uuidv7 } from '../platform/uuid.ts'
import { words } from '../ui/words/words.ts'
import type { AppDeps } from './app.ts'
import type { AppEnv } from './env.ts'
import { frameOf, renderPage, seeOther } from './pages.ts'
import { type RecordKind, registerNouns } from './record-kinds.ts'
import { loadRecord, offeredSteps } from './records.tsx'
import { secondRoadOf } from './second-road.ts'
import { stepWords } from './step-form.ts'
import { chainOf, type Tracked, tracked } from './track.ts'
import { type CitizenStep, TrackPage } from './track-page.tsx'
import { why } from './why.tsx'

/** Levels to which a citizen may send a petition: those that keep a register. */
const sendable = ['commune', 'province', 'department', 'ministry'] as const

/** Registers the public pages. */
export function portalPages(app: Hono<AppEnv>, deps: AppDeps): void {
  app.get('/', (c) => renderPage(c, <HomePage frame={frameOf(c)} />))
  app.get('/gui-don', (c) => sendForm(c, deps))
  app.post('/gui-don', (c) => sendPost(c, deps))
  app.get('/tra-cuu', (c) => renderPage(c, <TrackFormPage frame={frameOf(c)} typed="" wrong={null} />))
  app.post('/tra-cuu', (c) => track(c, deps))
  app.get('/tra-cuu/ho-so', (c) => trackPage(c, deps))
  app.post('/tra-cuu/thoat', (c) => {
    c.header('Set-Cookie', closeRecords())
    return seeOther(c, '/')
  })
  app.get('/tra-loi', (c) => answers(c, deps))
  app.get('/vi-sao', (c) => why(c, deps))
}

async function receiver(c: Context<AppEnv>, deps: AppDeps, id: string | undefined) {
  if (!id || !isUuid(id)) return null
  const unit = await unitOn(c.var.viewer, deps.db.pool, id, c.var.moment.on)
  return unit && sendable.some((level) => level === unit.level) ? unit : null
}

async function sendForm(c: Context<AppEnv>, deps: AppDeps): Promise<Response> {
  const unit = await receiver(c, deps, c.req.query('den'))
  if (unit) return sendPage(c, deps, unit, { values: await followedValues(c, deps) })
  const typed = (c.req.query('q') ?? '').slice(0, 100)
  const found =
    typed.trim() === '' ? [] : await findUnits(c.var.viewer, deps.db.pool, typed, c.var.moment.on, { limit: 20 })
  const shown = found.filter((one) => sendable.some((level) => level === one.level))
  return renderPage(c, <ChooseUnitPage frame={frameOf(c)} typed={typed} found={shown} to="/gui-don" />)
}

/** What the form knows where it is opened from the page of a first complaint that the person's code has opened. */
async function followedValues(c: Context<AppEnv>, deps: AppDeps): Promise<FormValues> {
  const [first_unit_id = '', first_id = ''] = (c.req.query('truoc') ?? '').split('_')
  if (!isUuid(first_unit_id) || !isUuid(first_id)) return {}
  const first = await firstById(deps.db.pool, first_unit_id, first_id, c.var.moment.on)
  if (!first || !c.var.viewer.opened.some((one) => one.record_id === first.petition_id)) return {}
  return { first_unit_id, first_id, asked_kind: 'complaint', title: first.title }
}

/** Which first complaint a form follows, in a sentence; null for a letter of its own. */
async function followedSentence(c: Context<AppEnv>, deps: AppDeps, values: FormValues): Promise<string | null> {
  const { first_unit_id, first_id } = values
  if (typeof first_unit_id !== 'string' || typeof first_id !== 'string') return null
  if (!isUuid(first_unit_id) || !isUuid(first_id)) return null
  const first = await firstById(deps.db.pool, first_unit_id, first_id, c.var.moment.on)
  if (!first || !c.var.viewer.opened.some((one) => one.record_id === first.petition_id)) return null
  const { petitions } = words(c.var.language)
  return petitions.second_follows(`${first.register_number ?? '–'}/${first.register_year}`, first.unit_name)
}

async function sendPage(
  c: Context<AppEnv>,
  deps: AppDeps,
  unit: { id: string; name: string },
  shown: { values?: FormValues; errors?: readonly Fault[] },
  status: 200 | 422 | 429 = shown.errors ? 422 : 200,
): Promise<Response> {
  const w = words(c.var.language)
  const asked = shown.values?.['id']
  const form = stepWords(w, 'petition', 'submit')
  const asked_kind = Object.fromEntries(askedKinds.map((kind) => [kind, w.petitions.choices.asked_kind[kind]]))
  // A code that came back broken could never be sent: the form gets a new one.
  const typed = String(shown.values?.['code'] ?? '')
  const code = readTrackingCode(typed) ? typed : newTrackingCode(await prefixOfUnit(deps.db.pool, unit.id))
  const values = { ...shown.values, code }
  return renderPage(
    c,
    <SendPage
      frame={frameOf(c)}
      unit={unit}
      schema={submit.input}
      words={{ ...form, choices: { ...form.choices, asked_kind } }}
      values={values}
      errors={shown.errors}
      follows={await followedSentence(c, deps, values)}
      id={typeof asked === 'string' && isUuid(asked) ? asked : uuidv7()}
    />,
    status,
  )
}

async function sendPost(c: Context<AppEnv>, deps: AppDeps): Promise<Response> {
  const { viewer, moment, language } = c.var
  const may = await mayTry(deps.db.pool, `send ${fromOf(c).address}`, { tries: 60, minutes: 60 })
  const read = await readFormWithFiles(c.req.raw, submit.input, deps.config.data, language)
  try {
    const unit = await receiver(c, deps, String(read.form.get('den') ?? ''))
    if (!unit) return c.notFound()
    const id = String(read.form.get('id') ?? '')
    const values = { ...read.values, id }
    if (!may) return await sendPage(c, deps, unit, { values, errors: [{ field: '', code: 'too-many-sent' }] }, 429)
    if (!read.ok) return await sendPage(c, deps, unit, { values, errors: read.errors })
    if (!isUuid(id)) return await sendPage(c, deps, unit, { values, errors: [{ field: '', code: 'form-broken' }] })
    const kept = await keepUploads(deps.config.data, unit.id, read.uploads, fileIds(id, 'submit'))
    const input = { ...read.data, ...(kept.length > 0 ? { files: kept } : {}) }
    try {
      const citizen = { ...viewer, account_id: null, positions: [], via: 'portal' as const }
      const done = await perform(deps.db, submit, { viewer: citizen, unit_id: unit.id, id, input, moment })
      const counting = await countingOf(deps.db.pool)
      return renderPage(
        c,
        <SentPage
          frame={frameOf(c)}
          code={read.data.code}
          unit={unit.name}
          number={`${done.numbers['register_number']}/${moment.on.year}`}
          due={due('petition.classify', { start: moment.on, ...counting })}
          unsigned={read.data.asked_kind === 'complaint'}
        />,
      )
    } catch (error) {
      if (error instanceof WrongInput) return await sendPage(c, deps, unit, { values, errors: error.faults })
      // Sent before with other words (the way back, then send again), or an id that is not theirs: a new letter is offered.
      if (error instanceof NotOpen && error.status === 404)
        return await sendPage(c, deps, unit, {
          values: { ...values, id: '', code: '' },
          errors: [{ field: '', code: 'sent-already' }],
        })
      throw error
    }
  } finally {
    await read.done()
  }
}

/** Guesses are counted per address and, for well-formed codes, per office: a botnet gains nothing by many addresses. */
async function track(c: Context<AppEnv>, deps: AppDeps): Promise<Response> {
  const form = await c.req.formData().catch(() => new FormData())
  const typed = String(form.get('ma') ?? '').slice(0, 60)
  const again = (wrong: 'wrong' | 'too-many', status: 422 | 429) =>
    renderPage(c, <TrackFormPage frame={frameOf(c)} typed={typed} wrong={wrong} />, status)
  const sql = deps.db.pool
  const { address, secure } = fromOf(c)
  if (!(await mayTry(sql, `track ${address}`, { tries: 30, minutes: 15 }))) return again('too-many', 429)
  const read = readTrackingCode(typed)
  if (!read) return again('wrong', 422)
  if (!(await mayTry(sql, `track prefix ${read.prefix}`, { tries: 1000, minutes: 15 }))) return again('too-many', 429)
  const found = await recordOfCode(sql, typed)
  if (!found) return again('wrong', 422)
  const chain = found.record_kind === 'petition' ? await chainOf(sql, found.unit_id, found.record_id) : [found]
  let viewer = c.var.viewer
  let cookie = ''
  for (const one of chain.toReversed()) {
    const record = { unit_id: one.unit_id, record_id: one.record_id }
    cookie = openRecord(deps.signIn.secret, viewer, record, c.var.moment.at, secure)
    viewer = { ...viewer, opened: [record, ...viewer.opened.filter((o) => o.record_id !== record.record_id)] }
  }
  c.header('Set-Cookie', cookie)
  if (found.record_kind === 'petition') return seeOther(c, '/tra-cuu/ho-so')
  if (found.record_kind === 'dialogue-question')
    return seeOther(c, `/doi-thoai/cau-hoi/${found.unit_id}/${found.record_id}`)
  if (found.record_kind === 'paper') return seeOther(c, `/tham-luan/bai/${found.unit_id}/${found.record_id}`)
  if (found.record_kind === 'opinion') return seeOther(c, `/lay-y-kien/y-kien/${found.unit_id}/${found.record_id}`)
  return seeOther(c, `/lich-tiep-dan/luot/${found.unit_id}/${found.record_id}`)
}

async function trackPage(c: Context<AppEnv>, deps: AppDeps): Promise<Response> {
  const { viewer } = c.var
  const first = viewer.opened[0]
  const main = first && (await tracked(viewer, deps.db.pool, first.unit_id, first.record_id))
  if (!main) return seeOther(c, '/tra-cuu')
  const chain = [{ tracked: main, steps: await citizenSteps(c, deps, main) }]
  for (const other of viewer.opened.slice(1)) {
    const next = await tracked(viewer, deps.db.pool, other.unit_id, other.record_id)
    const before = chain.at(-1)?.tracked.petition.id
    if (next?.petition.came_from?.petition_id === before && next)
      chain.push({ tracked: next, steps: await citizenSteps(c, deps, next) })
  }
  const done = c.req.query('xong')
  const w = words(c.var.language)
  const sentences: Readonly<Record<string, { done: string }>> = {
    ...w.law.steps.complaint,
    ...w.law.steps.feedback,
    ...w.law.steps.petition,
  }
  return renderPage(
    c,
    <TrackPage
      frame={frameOf(c)}
      chain={chain}
      counting={await countingOf(deps.db.pool)}
      done={done ? (sentences[done]?.done ?? null) : null}
    />,
  )
}

/** Steps open to the petitioner on the petition and what came of it, each with its last day where it has one. */
async function citizenSteps(c: Context<AppEnv>, deps: AppDeps, one: Tracked): Promise<CitizenStep[]> {
  const records = [
    { kind: 'petition', row: one.petition },
    ...one.complaints.map((row) => ({ kind: 'complaint', row })),
    ...one.feedback.map((row) => ({ kind: 'feedback', row })),
  ]
  const steps: CitizenStep[] = []
  for (const { kind, row } of records) {
    // A petition that leads to a proceeding is followed there.
    if (kind === 'petition' && one.complaints.length + one.feedback.length > 0) continue
    const loaded = await loadRecord(c, deps, kind, row.unit_id, row.id)
    if (!loaded) continue
    // An officer to whom the code was handed, at whichever desk, acts there; nobody signs from home by saying so.
    const root = c.var.viewer.account_id === null ? '/tra-cuu/viec' : '/ho-so'
    const offered = offeredSteps(c, loaded, (step) => `${root}/${row.unit_id}/${kind}/${row.id}/${step}`)
    for (const step of offered) {
      const signs = step.step === 'confirm-signature'
      if (step.refusal !== null || (signs && root !== '/ho-so') || !isPetitioners(loaded.kind, step.step)) continue
      // Nobody is asked to agree to a text that does not exist yet.
      const publication = step.step === 'allow-publication' || step.step === 'refuse-publication'
      if (publication && 'public_answer' in row && row.public_answer === null) continue
      const answered = 'answered_on' in row ? row.answered_on : null
      const until =
        step.step === 'reopen' && answered ? due('feedback.reopen', { start: answered, ...loaded.facts }).due : null
      steps.push({ href: step.href, verb: step.verb, until })
    }
  }
  return [...steps, ...(await secondSteps(c, deps, one))]
}

/** A second complaint may be sent from the page of the first, where the unit that settles it is here. */
async function secondSteps(c: Context<AppEnv>, deps: AppDeps, one: Tracked): Promise<CitizenStep[]> {
  const counting = await countingOf(deps.db.pool)
  const { petitions } = words(c.var.language)
  const steps: CitizenStep[] = []
  for (const row of one.complaints) {
    const road = await secondRoadOf(c.var.viewer, deps.db.pool, row, counting)
    if (!road) continue
    const href = `/gui-don?den=${road.unit_id}&truoc=${row.unit_id}_${row.id}`
    steps.push({ href, verb: petitions.second_send(road.unit_name), until: road.until })
  }
  return steps
}

/** Is this a step of the petitioner, or one that a desk takes for them? */
function isPetitioners(kind: RecordKind, step: string): boolean {
  const workflow: Workflow<string, string, string> = registerNouns[kind].workflow
  return workflow[step]?.by.includes('petitioner') ?? false
}

async function answers(c: Context<AppEnv>, deps: AppDeps): Promise<Response> {
  const unit = c.req.query('den')
  const before = /^(\d{4}-\d{2}-\d{2})_([0-9a-f-]{36})$/.exec(c.req.query('truoc') ?? '')
  const found = await publishedAnswers(
    c.var.viewer,
    deps.db.pool,
    unit && isUuid(unit) ? unit : null,
    before?.[1] && before[2] && isUuid(before[2]) ? { published_on: before[1], id: before[2] } : null,
  )
  const shown = found.slice(0, 20)
  const last = shown.at(-1)
  const later = found.length > 20 && last ? `/tra-loi?truoc=${last.published_on}_${last.id}` : null
  return renderPage(c, <AnswersPage frame={frameOf(c)} answers={shown} later={later} />)
}
