/** The ways in to the closed register. To everybody but its insiders a record answers as if it did not exist. */
import type { Context, Hono } from 'hono'
import type { z } from 'zod'
import type { AppEnv } from '../../http/env.ts'
import { frameOf, type PageStatus, readPost, renderPage, seeOther, signInFirst } from '../../http/pages.ts'
import { due } from '../../law/due.ts'
import { NotOpen } from '../../platform/actions/errors.ts'
import { answerFor } from '../../platform/actions/perform.ts'
import { type Fault, revision } from '../../platform/input.ts'
import type { FormValues } from '../../platform/read-form.ts'
import { closeKey } from '../../platform/vault/officer-key.ts'
import type { Choice } from '../../ui/parts/fields.tsx'
import type { FormWords } from '../../ui/parts/form.tsx'
import { shortDay } from '../../ui/parts/format.ts'
import { words } from '../../ui/words/words.ts'
import { dueOf } from '../calendars/clock.ts'
import { attachmentResponse } from '../files/hand-out.ts'
import { readFormWithFiles } from '../files/read-form-with-files.ts'
import { letterMediaType } from '../notices/queries.ts'
import { officersOf } from '../people/queries.ts'
import { ancestorsOf, childrenOf, findUnits, unitOn } from '../units/queries.ts'
import { channelPages } from './channel-pages.tsx'
import { custodyPages } from './custody-pages.tsx'
import { type DenunciationFacts, type DenunciationRow, denunciation } from './denunciation.ts'
import { ListPage, listPath, ReceiverSearch, recordPath, StepPage } from './desk.tsx'
import { destructionPages } from './destruction-pages.tsx'
import { endedLines } from './destruction-queries.ts'
import { destructionPath } from './destruction-view.tsx'
import { choicesOf, deskOf, entryPages } from './entry-page.tsx'
import { openCopy, openExtract } from './extract.ts'
import { identityPages } from './identity-page.tsx'
import { correctInput, resealInput, transferInput } from './inputs.ts'
import { keyOfRequest, keyPages, type SealedDeps } from './key-pages.tsx'
import { keyStepPages } from './key-step-pages.tsx'
import { type Found, faultsIn, ofInsider, refusal, withKey } from './of-insider.ts'
import { grantedFor } from './open-to-asker.ts'
import { ExtractPage, OpenedPage } from './opened-page.tsx'
import {
  correctDenunciation,
  openChannelFile,
  openDenunciation,
  openPrivateLetter,
  openSealedFile,
  resealDenunciation,
  transferDenunciation,
} from './opening.ts'
import { PrivateLettersPage, portalPath } from './portal.tsx'
import { type ProceedingStep, proceedingSteps } from './proceeding.ts'
import { publicationPages } from './publication-pages.tsx'
import { insidersOf, leftWithKeys, sealedHistory, sealedLines } from './queries.ts'
import { type OfferedName, type OfferedStep, RecordPage } from './record-view.tsx'
import { redactPages } from './redact-page.tsx'
import { renewChannelPages } from './renew-channel-page.tsx'
import { sealAwayPages } from './seal-away-page.tsx'
import { sealedBookPages } from './sealed-book-pages.tsx'
import { stepsTaken } from './sealed-step.ts'
import { wordPages } from './word-pages.tsx'
import { openDemands, sentWordStates } from './word-queries.ts'

/** Registers `/ho-so-rieng`, `/khoa` and the portal's page of private letters. */
export function denunciationPages(app: Hono<AppEnv>, deps: SealedDeps): void {
  app.get(portalPath, (c) => renderPage(c, <PrivateLettersPage frame={frameOf(c)} />))
  keyPages(app, deps)
  custodyPages(app, deps)
  identityPages(app, deps)
  keyStepPages(app, deps)
  channelPages(app, deps)
  redactPages(app, deps)
  sealAwayPages(app, deps)
  wordPages(app, deps)
  publicationPages(app, deps)
  sealedBookPages(app, deps)
  destructionPages(app, deps)
  renewChannelPages(app, deps)
  app.get(listPath, (c) => list(c, deps))
  entryPages(app, deps)
  const one = `${listPath}/:unit/:id`
  app.get(one, (c) => ofInsider(c, deps, (found) => record(c, deps, found)))
  // The language switch of an opened record leads back to the closed one.
  app.get(`${one}/read`, (c) => ofInsider(c, deps, async (found) => seeOther(c, recordPath(found.record))))
  app.post(`${one}/read`, (c) => ofInsider(c, deps, (found) => read(c, deps, found)))
  app.post(`${one}/tep/:file`, (c) => ofInsider(c, deps, (found) => handOut(c, deps, found, openSealedFile)))
  app.get(`${one}/read-extract`, (c) => ofInsider(c, deps, async (found) => seeOther(c, recordPath(found.record))))
  app.post(`${one}/kenh/:file`, (c) => ofInsider(c, deps, (found) => handOut(c, deps, found, openChannelFile)))
  app.post(`${one}/ban-che/:file`, (c) => ofInsider(c, deps, (found) => handOut(c, deps, found, openCopy)))
  app.post(`${one}/read-extract`, (c) => ofInsider(c, deps, (found) => readExtract(c, deps, found)))
  app.post(`${one}/van-ban/:letter`, (c) => ofInsider(c, deps, (found) => letter(c, deps, found)))
  for (const step of [...handSteps, ...proceedingNames]) {
    app.get(`${one}/${step}`, (c) => ofInsider(c, deps, (found) => stepPage(c, deps, found, step, {}, [], 200)))
    app.post(`${one}/${step}`, (c) => ofInsider(c, deps, (found) => stepPost(c, deps, found, step)))
  }
}

async function list(c: Context<AppEnv>, deps: SealedDeps): Promise<Response> {
  const { viewer } = c.var
  if (!viewer.account_id) return signInFirst(c)
  const lines = await sealedLines(viewer, deps.signIn.db.pool)
  const asked = c.req.query('xong') ?? ''
  const handed_over = /^giao-(\d{1,9})-(\d{4})$/.exec(asked)
  const done =
    asked === 'niem-phong'
      ? { handed_over: null }
      : handed_over
        ? { handed_over: `${handed_over[1]}/${handed_over[2]}` }
        : null
  const left = await leftWithKeys(viewer, deps.signIn.db.pool)
  const past = (await endedLines(viewer, deps.signIn.db.pool)).filter((line) => line.held === null).length
  return renderPage(c, <ListPage frame={frameOf(c)} {...{ lines, done, left, past }} may_enter={deskOf(c) !== null} />)
}

async function record(c: Context<AppEnv>, deps: SealedDeps, { record, facts }: Found): Promise<Response> {
  const { viewer, moment } = c.var
  const { pool } = deps.signIn.db
  const at = { unit_id: record.unit_id, id: record.id, moment }
  const about = { record, facts, viewer, moment, unit_id: record.unit_id, id: record.id, input: null }
  const granted = await grantedFor(viewer, pool, record, moment)
  const steps = offered.flatMap((step): OfferedStep[] => {
    // Only where somebody waits for a key, or left with one.
    if (step === 'open-to-asker' && granted.length === 0) return []
    if (step === 'remove-key' && facts.left.length === 0) return []
    if (step === 'renew-channel' && !facts.has_channel) return []
    // Offered when their time has come.
    if (step === 'destroy' && !isPast(facts.retention, moment.on)) return []
    if (step === 'release-hold' && record.hold_until === null) return []
    const said = answerFor(denunciation, step, about)
    if (!said.open && said.kind === 'standing') return []
    const row = denunciation.workflow[step]
    // Of the many steps only those are listed whose time has come.
    if (!said.open && said.kind === 'state') return []
    return [{ step, refusal: said.open ? null : refusal(c, said.code), to_be_checked: 'unverified' in row }]
  })
  const key = await keyOfRequest(c, deps)
  if (key) closeKey(key)
  const shown = {
    record,
    due: record.clock && dueOf(record.clock, facts),
    transfer_by: due('denunciation.transfer', { start: record.received_on, ...facts }).due,
    steps,
    insiders: await insidersOf(viewer, pool, at),
    history: await sealedHistory(viewer, pool, at),
    sent: await sentWordStates(viewer, pool, record.sent_words),
    publish_by:
      record.concluded_on && !record.published_on && /^(sent|acted-on|reported)$/.test(record.state)
        ? due('denunciation.publish', { start: record.concluded_on, ...facts }).due
        : null,
    locked: key === null,
  }
  return renderPage(c, <RecordPage frame={frameOf(c)} {...shown} />)
}

function isPast(retention: DenunciationFacts['retention'], on: Temporal.PlainDate): boolean {
  return retention !== null && Temporal.PlainDate.compare(on, retention.kept_until) > 0
}

function read(c: Context<AppEnv>, deps: SealedDeps, { record }: Found): Promise<Response> {
  return withKey(c, deps, record, async (opening) => {
    const opened = await openDenunciation(deps.signIn.db, opening)
    return renderPage(c, <OpenedPage frame={frameOf(c)} {...{ record, opened }} />)
  })
}

function readExtract(c: Context<AppEnv>, deps: SealedDeps, { record }: Found): Promise<Response> {
  return withKey(c, deps, record, async (opening) => {
    const extract = await openExtract(deps.signIn.db, opening)
    return renderPage(c, <ExtractPage frame={frameOf(c)} {...{ record, extract }} />)
  })
}

function letter(c: Context<AppEnv>, deps: SealedDeps, { record }: Found): Promise<Response> {
  return withKey(c, deps, record, async (opening) => {
    const { name, bytes } = await openPrivateLetter(deps.signIn.db, opening, c.req.param('letter') ?? '')
    return attachmentResponse({ name, media_type: letterMediaType }, bytes)
  })
}

/** A file of the record, of its channel, or of its extract. */
function handOut(
  c: Context<AppEnv>,
  deps: SealedDeps,
  { record }: Found,
  open: typeof openSealedFile,
): Promise<Response> {
  return withKey(c, deps, record, async (opening) => {
    const { file, bytes } = await open(deps.signIn.db, opening, c.req.param('file') ?? '')
    return attachmentResponse(file, bytes)
  })
}

type HandStep = (typeof handSteps)[number]
type FormStep = HandStep | ProceedingStep
const handSteps = ['transfer', 'reseal', 'correct'] as const
// Keys of a closed record.
const proceedingNames = Object.keys(proceedingSteps) as ProceedingStep[]
const offered: readonly OfferedName[] = [
  'read',
  'read-extract',
  ...proceedingNames,
  'open-to-asker',
  'remove-key',
  'renew-channel',
  ...handSteps,
]
const handSchemas: Readonly<Record<HandStep, z.ZodObject>> = {
  transfer: transferInput,
  reseal: resealInput,
  correct: correctInput,
}
/** How many steps had been taken when the form was made: a form sent twice is refused. */
const seenField = { seen: revision() }

/** Steps whose form has a search of units beside it. */
function asksForUnit(step: FormStep): step is 'transfer' | 'refer-to-inspection' {
  return step === 'transfer' || step === 'refer-to-inspection'
}

function isHandStep(step: FormStep): step is HandStep {
  return handSteps.some((one) => one === step)
}

function schemaOf(step: FormStep): z.ZodObject {
  return isHandStep(step) ? handSchemas[step] : proceedingSteps[step].form.extend(seenField)
}

async function stepPage(
  c: Context<AppEnv>,
  deps: SealedDeps,
  { record, facts }: Found,
  step: FormStep,
  values: FormValues,
  errors: readonly Fault[],
  status: PageStatus,
): Promise<Response> {
  const w = words(c.var.language)
  const { fields, lead }: { fields: FormWords; lead: string } = isHandStep(step)
    ? w.denunciations[step]
    : w.denunciation_steps[step]
  const seen = String(await stepsTaken(deps.signIn.db, record.unit_id, record.id))
  const typed = (c.req.query('q') ?? '').slice(0, 100)
  const frame = frameOf(c)
  const options = await optionsOf(c, deps, record, facts, step, typed)
  const before = asksForUnit(step) ? <ReceiverSearch {...{ frame, record, typed, step }} /> : null
  const page = (
    <StepPage
      schema={schemaOf(step)}
      values={{ ...values, seen }}
      {...{ frame, record, step, fields, lead, errors, options, before }}
    />
  )
  return renderPage(c, page, status)
}

/** Units found, above and below for a receiver; those who may be given a key. */
async function optionsOf(
  c: Context<AppEnv>,
  deps: SealedDeps,
  record: DenunciationRow,
  facts: DenunciationFacts,
  step: FormStep,
  typed: string,
): Promise<Readonly<Record<string, readonly Choice[]>>> {
  const { viewer, moment } = c.var
  const { pool } = deps.signIn.db
  if (step === 'reseal')
    return { account_id: facts.lawful.map((one) => ({ value: one.account_id, label: `${one.name}, ${one.title}` })) }
  if (step === 'assign-verification') {
    const kinds = ['handler', 'reception-officer', 'clerk', 'deputy-head', 'head'] as const
    return { verifier_id: choicesOf(await officersOf(viewer, pool, record.unit_id, moment.on, kinds)) }
  }
  if (step === 'answer-demand') {
    const { sealed_words: w } = words(c.var.language)
    const demands = await openDemands(viewer, pool, record.unit_id)
    const label = (one: (typeof demands)[number]) =>
      w.sent_to(w.kinds.demand, one.from_unit_name, shortDay(one.sent_on))
    return { demand_id: demands.map((one) => ({ value: one.id, label: label(one) })) }
  }
  if (step === 'demand-report') {
    const below = await childrenOf(viewer, pool, record.unit_id, moment.on)
    return { receiver_unit_id: below.slice(0, 300).map((unit) => ({ value: unit.id, label: unit.name })) }
  }
  if (!asksForUnit(step)) return {}
  const found = typed.trim() === '' ? [] : await findUnits(viewer, pool, typed, moment.on, { limit: 30 })
  const above = await ancestorsOf(viewer, pool, record.unit_id, moment.on)
  const below = await childrenOf(viewer, pool, record.unit_id, moment.on)
  const place = (unit: object) => ('place' in unit && unit.place ? `, ${String(unit.place)}` : '')
  const units = new Map(
    [...found, ...above, ...below.slice(0, 300)].map((unit) => [unit.id, `${unit.name}${place(unit)}`]),
  )
  // An office may inspect itself; it transfers to others alone.
  if (step === 'transfer') units.delete(record.unit_id)
  else units.set(record.unit_id, (await unitOn(viewer, pool, record.unit_id, moment.on))?.name ?? '')
  return { receiver_unit_id: [...units].map(([value, label]) => ({ value, label })) }
}

async function stepPost(c: Context<AppEnv>, deps: SealedDeps, found: Found, step: FormStep): Promise<Response> {
  if (!isHandStep(step)) return proceedingPost(c, deps, found, step)
  const posted = await postedTo(c, step)
  if (!posted.ok) return stepPage(c, deps, found, step, posted.values, posted.errors, 422)
  const { db } = deps.signIn
  return withKey(c, deps, found.record, async (opening) => {
    try {
      if (posted.step === 'transfer') await transferDenunciation(db, opening, posted.data.receiver_unit_id)
      if (posted.step === 'reseal') await resealDenunciation(db, opening, posted.data.account_id)
      if (posted.step === 'correct') await correctDenunciation(db, opening, posted.data)
      return seeOther(c, recordPath(found.record))
    } catch (fault) {
      const errors = faultsIn(c, fault, Object.keys(schemaOf(step).shape)[0] ?? '')
      return stepPage(c, deps, found, step, posted.values, errors, fault instanceof NotOpen ? 409 : 422)
    }
  })
}

async function proceedingPost(
  c: Context<AppEnv>,
  deps: SealedDeps,
  found: Found,
  step: ProceedingStep,
): Promise<Response> {
  const posted = await readFormWithFiles(c.req.raw, schemaOf(step), deps.config.data, c.var.language)
  try {
    if (!posted.ok) return await stepPage(c, deps, found, step, posted.values, posted.errors, 422)
    const { uploads } = posted
    const { seen, ...typed } = posted.data
    return await withKey(c, deps, found.record, async (opening) => {
      try {
        await proceedingSteps[step].take(deps.signIn.db, { ...opening, seen: Number(seen), uploads }, typed)
        // Of a destroyed record there is no page any more.
        return seeOther(c, step === 'destroy' ? `${destructionPath}?xong=1` : recordPath(found.record))
      } catch (fault) {
        const errors = faultsIn(c, fault, Object.keys(schemaOf(step).shape)[0] ?? '')
        return stepPage(c, deps, found, step, posted.values, errors, fault instanceof NotOpen ? 409 : 422)
      }
    })
  } finally {
    await posted.done()
  }
}

/** The posted form with its step, so that its data are known by it. */
async function postedTo(c: Context<AppEnv>, step: HandStep) {
  if (step === 'transfer') return { step, ...(await readPost(c, transferInput)) } as const
  if (step === 'reseal') return { step, ...(await readPost(c, resealInput)) } as const
  return { step, ...(await readPost(c, correctInput)) } as const
}
