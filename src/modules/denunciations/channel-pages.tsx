/** `/don-rieng/gui` and `/kenh-kin`: sending from the portal, and what the key on a slip opens. Neither needs an account. */
import { createHmac, randomBytes } from 'node:crypto'
import type { Context, Hono } from 'hono'
import { getCookie } from 'hono/cookie'
import type { AppEnv } from '../../http/env.ts'
import { frameOf, type PageStatus, renderPage, seeOther } from '../../http/pages.ts'
import { NotOpen, WrongInput } from '../../platform/actions/errors.ts'
import type { Fault } from '../../platform/input.ts'
import type { FormValues } from '../../platform/read-form.ts'
import { mayTry } from '../../platform/throttle.ts'
import { prefixOfUnit } from '../../platform/tracking-code.ts'
import { isUuid, uuidv7 } from '../../platform/uuid.ts'
import { newChannelKey, readChannelKey } from '../../platform/vault/channel-key.ts'
import { attachmentResponse } from '../files/hand-out.ts'
import { readFormWithFiles } from '../files/read-form-with-files.ts'
import { letterMediaType } from '../notices/queries.ts'
import { fromOf } from '../people/requests.ts'
import { citizen } from '../people/viewer-of.ts'
import { findUnits, unitOn } from '../units/queries.ts'
import { channelCookie, dropSlip, keepSlip, slipIn } from './channel-cookie.ts'
import { ChoosePage, channelPath, DoorPage, InsidePage, PrivateFormPage, SlipPage, sendPath } from './channel-view.tsx'
import {
  behindTheDoor,
  fileForDenouncer,
  type Knocking,
  letterForDenouncer,
  viewOf,
  writeAsDenouncer,
} from './denouncer.ts'
import { publicInput, writtenInput } from './inputs.ts'
import type { SealedDeps } from './key-pages.tsx'
import { sealDenunciation } from './sealing.ts'
import { senderOf } from './unsigned.ts'

/** Levels that keep a register and may take one in. */
const sendable = ['commune', 'province', 'department', 'ministry'] as const

/** Tries with a key, and sendings, from one place. */
const knocks = { tries: 20, minutes: 15 } as const
const sendings = { tries: 20, minutes: 60 } as const

/** Registers the pages. */
export function channelPages(app: Hono<AppEnv>, deps: SealedDeps): void {
  app.get(sendPath, (c) => sendForm(c, deps))
  app.post(sendPath, (c) => send(c, deps))
  app.get(channelPath, (c) => inside(c, deps, {}, [], 200))
  app.post(channelPath, (c) => knock(c, deps))
  app.post(`${channelPath}/thoat`, (c) => {
    c.header('Set-Cookie', dropSlip(channelPath))
    return seeOther(c, '/lich-tiep-dan')
  })
  // The language switch of a form that came back leads to the page.
  app.get(`${channelPath}/gui`, (c) => seeOther(c, channelPath))
  app.post(`${channelPath}/gui`, (c) => write(c, deps))
  app.post(`${channelPath}/tep/:file`, (c) => file(c, deps))
  app.post(`${channelPath}/van-ban/:letter`, (c) => letter(c, deps))
}

/**
 * Addresses are counted under a key that ends with this process: whoever takes the database cannot tell who was here, and a
 * key of 130 bits needs no brake that outlasts a restart.
 */
const forgotten = randomBytes(32)

function mayFrom(c: Context<AppEnv>, deps: SealedDeps, what: string, limit: { tries: number; minutes: number }) {
  const from = createHmac('sha256', forgotten)
    .update(`${what} ${fromOf(c).address}`)
    .digest('hex')
  return mayTry(deps.signIn.db.pool, from, limit)
}

async function receiver(c: Context<AppEnv>, deps: SealedDeps, id: string) {
  if (!isUuid(id)) return null
  const { moment } = c.var
  const unit = await unitOn(citizen(moment), deps.signIn.db.pool, id, moment.on)
  return unit && sendable.some((level) => level === unit.level) ? unit : null
}

async function sendForm(c: Context<AppEnv>, deps: SealedDeps): Promise<Response> {
  const unit = await receiver(c, deps, c.req.query('den') ?? '')
  if (unit) return privateForm(c, deps, unit, {}, [], 200)
  const { moment } = c.var
  const typed = (c.req.query('q') ?? '').slice(0, 100)
  const { pool } = deps.signIn.db
  const found = typed.trim() === '' ? [] : await findUnits(citizen(moment), pool, typed, moment.on, { limit: 20 })
  const shown = found.filter((one) => sendable.some((level) => level === one.level))
  return renderPage(c, <ChoosePage frame={frameOf(c)} typed={typed} found={shown} />)
}

async function privateForm(
  c: Context<AppEnv>,
  deps: SealedDeps,
  unit: { id: string; name: string },
  values: FormValues,
  errors: readonly Fault[],
  status: PageStatus,
): Promise<Response> {
  const typed = String(values['id'] ?? '')
  const kept = {
    id: isUuid(typed) ? typed : uuidv7(),
    den: unit.id,
    slip: await slipFor(deps, unit.id, String(values['slip'] ?? '')),
  }
  const page = <PrivateFormPage frame={frameOf(c)} unit={unit} values={{ ...values, ...kept }} errors={errors} />
  return renderPage(c, page, status)
}

/** The key a form carries, or a new one: made with the form, so that a form sent twice shows the same key. */
export async function slipFor(deps: SealedDeps, unit_id: string, typed: string): Promise<string> {
  const prefix = await prefixOfUnit(deps.signIn.db.pool, unit_id)
  const read = readChannelKey(typed)
  return read?.prefix === prefix ? read.key : newChannelKey(prefix)
}

async function send(c: Context<AppEnv>, deps: SealedDeps): Promise<Response> {
  const { moment, language } = c.var
  const may = await mayFrom(c, deps, 'send', sendings)
  const read = await readFormWithFiles(c.req.raw, publicInput, deps.config.data, language)
  try {
    const unit = await receiver(c, deps, String(read.form.get('den') ?? ''))
    if (!unit) return c.notFound() as Response
    const again = (errors: readonly Fault[], status: PageStatus) =>
      privateForm(c, deps, unit, read.values, errors, status)
    if (!may) return await again([{ field: '', code: 'too-many-sent' }], 429)
    if (!read.ok) return await again(read.errors, 422)
    const { id, den: _, slip: typed, files: __, unsigned, ...said } = read.data
    const from = senderOf({ ...said, unsigned })
    if ('faults' in from) return await again(from.faults, 422)
    const slip = await slipFor(deps, unit.id, typed ?? '')
    // A form whose key came back broken is shown once more with a key that works.
    if (slip !== typed) return await again([{ field: '', code: 'form-broken' }], 422)
    const shown = () => renderPage(c, <SlipPage frame={frameOf(c)} slip={slip} origin={originOf(c)} />)
    if (await opensIt(deps, slip, id)) return shown()
    try {
      await sealDenunciation(deps.signIn.db, {
        viewer: citizen(moment),
        unit_id: unit.id,
        id,
        words: { ...said, ...from.sender, received_on: moment.on, source: 'online' },
        moment,
        slip,
        files: { data: deps.config.data, of: read.uploads },
      })
      return shown()
    } catch (fault) {
      if (fault instanceof WrongInput) return await again(fault.faults, 422)
      if (fault instanceof NotOpen) return await again([{ field: '', code: 'sent-already' }], 422)
      throw fault
    }
  } finally {
    await read.done()
  }
}

/** Was this record sealed before with this key: the same form, sent twice? */
export async function opensIt(deps: SealedDeps, slip: string, id: string): Promise<boolean> {
  const found = await behindTheDoor(deps.signIn.db, { slip }, async (_, chain) => chain.some((one) => one.id === id))
  return found === true
}

/** Where this site is, as the browser named it. */
export function originOf(c: Context<AppEnv>): string {
  return c.req.header('Host') ?? new URL(c.req.url).host
}

function knockingOf(c: Context<AppEnv>, deps: SealedDeps): Knocking | null {
  const slip = slipIn(deps.signIn.secret, getCookie(c, channelCookie), Temporal.Now.instant())
  return slip === null ? null : { slip, moment: c.var.moment, data: deps.config.data }
}

function keep(c: Context<AppEnv>, deps: SealedDeps, slip: string): void {
  const { secret } = deps.signIn
  const { secure } = fromOf(c)
  c.header('Set-Cookie', keepSlip(channelPath, { secret, slip, at: Temporal.Now.instant(), secure }))
}

/** What was typed wrong in whatever way gets the same answer after the same questions. */
async function knock(c: Context<AppEnv>, deps: SealedDeps): Promise<Response> {
  const form = await c.req.parseBody()
  const typed = typeof form['khoa'] === 'string' ? form['khoa'].slice(0, 100) : ''
  const again = (wrong: 'wrong' | 'too_many', status: PageStatus) =>
    renderPage(c, <DoorPage frame={frameOf(c)} wrong={wrong} />, status)
  if (!(await mayFrom(c, deps, 'knock', knocks))) return again('too_many', 429)
  const opens = await behindTheDoor(deps.signIn.db, { slip: typed }, async () => true)
  if (opens === null) return again('wrong', 422)
  keep(c, deps, typed)
  return seeOther(c, channelPath)
}

async function inside(
  c: Context<AppEnv>,
  deps: SealedDeps,
  values: FormValues,
  errors: readonly Fault[],
  status: PageStatus,
): Promise<Response> {
  const knocking = knockingOf(c, deps)
  const view = knocking && (await viewOf(deps.signIn.db, knocking))
  if (!knocking || !view) return renderPage(c, <DoorPage frame={frameOf(c)} wrong={null} />)
  keep(c, deps, knocking.slip)
  const typed = String(values['id'] ?? '')
  const shown = { ...values, id: isUuid(typed) ? typed : uuidv7() }
  const done = c.req.query('xong') === '1'
  const page = <InsidePage frame={frameOf(c)} view={view} values={shown} errors={errors} done={done} />
  return renderPage(c, page, status)
}

async function write(c: Context<AppEnv>, deps: SealedDeps): Promise<Response> {
  const knocking = knockingOf(c, deps)
  if (!knocking) return seeOther(c, channelPath)
  const may = await mayFrom(c, deps, 'write', sendings)
  const read = await readFormWithFiles(c.req.raw, writtenInput, deps.config.data, c.var.language)
  try {
    if (!may) return await inside(c, deps, read.values, [{ field: '', code: 'too-many-sent' }], 429)
    if (!read.ok) return await inside(c, deps, read.values, read.errors, 422)
    const { id, kind, text } = read.data
    await writeAsDenouncer(deps.signIn.db, knocking, { id, kind, text, uploads: read.uploads })
    return seeOther(c, `${channelPath}?xong=1`)
  } finally {
    await read.done()
  }
}

async function file(c: Context<AppEnv>, deps: SealedDeps): Promise<Response> {
  const knocking = knockingOf(c, deps)
  const found = knocking && (await fileForDenouncer(deps.signIn.db, knocking, c.req.param('file') ?? ''))
  return found ? attachmentResponse(found.file, found.bytes) : seeOther(c, channelPath)
}

async function letter(c: Context<AppEnv>, deps: SealedDeps): Promise<Response> {
  const knocking = knockingOf(c, deps)
  const found = knocking && (await letterForDenouncer(deps.signIn.db, knocking, c.req.param('letter') ?? ''))
  if (!found) return seeOther(c, channelPath)
  return attachmentResponse({ name: found.name, media_type: letterMediaType }, found.bytes)
}
