/** `/khoa`: an officer's own key, set up under a passphrase, opened for a session, locked again. */
import type { Context, Hono } from 'hono'
import { getCookie } from 'hono/cookie'
import type { AppEnv } from '../../http/env.ts'
import { frameOf, type PageStatus, renderPage, seeOther, signInFirst } from '../../http/pages.ts'
import { WrongInput } from '../../platform/actions/errors.ts'
import type { Config } from '../../platform/config.ts'
import type { Queryable } from '../../platform/database.ts'
import { mayTry } from '../../platform/throttle.ts'
import {
  changePassphrase,
  closeKey,
  endHeld,
  keyOf,
  lockSession,
  type OpenKey,
  openForSession,
  openHeldForSession,
  openInSession,
  setUpHeldKey,
  setUpKey,
} from '../../platform/vault/officer-key.ts'
import { passphraseFault } from '../../platform/vault/passphrase.ts'
import { words } from '../../ui/words/words.ts'
import { fromOf, giveCookies, safePath } from '../people/requests.ts'
import { type Session, type SignIn, sessionOf } from '../people/sign-in.ts'
import { KeyPage, type KeyStep, keyPath } from './key-view.tsx'

/** Holds the 32 bytes under which the private key of this session lies. */
export const keyCookie = 'gandan.khoa'

/** What the pages of the closed register need. */
export interface SealedDeps {
  signIn: SignIn
  config: Pick<Config, 'data' | 'key_service'>
}

/** Tries at a passphrase before a quarter of an hour's rest. */
const tries = { tries: 10, minutes: 15 } as const

/** Registers `/khoa` and its steps. */
export function keyPages(app: Hono<AppEnv>, deps: SealedDeps): void {
  app.get(keyPath, (c) => withSession(c, deps, (session) => keyPage(c, deps, session, null, {}, 200)))
  const steps: Readonly<Record<KeyStep, typeof setUp>> = {
    'set-up': setUp,
    replace: setUp,
    'let-hold': letHold,
    unlock,
    change,
    lock,
  }
  for (const [step, work] of Object.entries(steps)) {
    // The keys come from the table above.
    app.get(`${keyPath}/${step}`, (c) => seeOther(c, keyPath))
    app.post(`${keyPath}/${step}`, (c) => withSession(c, deps, (session) => work(c, deps, session, step as KeyStep)))
  }
}

async function withSession(
  c: Context<AppEnv>,
  deps: SealedDeps,
  work: (session: Session) => Promise<Response>,
): Promise<Response> {
  const session = await sessionOf(deps.signIn, c.req.raw.headers)
  if (!session || c.var.viewer.account_id !== session.account_id) return signInFirst(c)
  return work(session)
}

/** The viewer's pair, open for this request; null where it is locked. Give it back with `closeKey`. */
export async function keyOfRequest(c: Context<AppEnv>, deps: SealedDeps): Promise<OpenKey | null> {
  const session = await sessionOf(deps.signIn, c.req.raw.headers)
  if (!session || c.var.viewer.account_id !== session.account_id) return null
  return openInSession(deps.signIn.db.pool, session, getCookie(c, keyCookie), deps.config.key_service ?? null)
}

async function keyPage(
  c: Context<AppEnv>,
  deps: SealedDeps,
  session: Session,
  tried: KeyStep | null,
  faults: Readonly<Record<string, string>>,
  status: PageStatus,
): Promise<Response> {
  const key = await keyOf(deps.signIn.db.pool, session.account_id)
  const open = await keyOfRequest(c, deps)
  if (open) closeKey(open)
  const done =
    (['set-up', 'unlock', 'lock', 'change', 'let-hold'] as const).find((step) => step === c.req.query('xong')) ?? null
  const to = backOf(c.req.query('den'))
  const service = (deps.config.key_service ?? null) !== null
  const page = <KeyPage frame={frameOf(c)} {...{ key_: key, open: open !== null, done, tried, faults, to, service }} />
  return renderPage(c, page, status)
}

/** A page to go back to after unlocking; none where no page asked for it. */
function backOf(wanted: unknown): string {
  return typeof wanted === 'string' && wanted !== '' ? safePath(wanted) : ''
}

async function typedIn(c: Context<AppEnv>) {
  const form = await c.req.parseBody()
  return (name: string) => (typeof form[name] === 'string' ? form[name] : '')
}

async function setUp(c: Context<AppEnv>, deps: SealedDeps, session: Session, step: KeyStep): Promise<Response> {
  const { faults } = words(c.var.language).denunciations.key
  const { db } = deps.signIn
  const typed = await typedIn(c)
  const again = (field: string, sentence: string) => keyPage(c, deps, session, step, { [field]: sentence }, 422)
  const known = await keyOf(db.pool, session.account_id)
  if (known && step === 'set-up') return again('', faults['has-a-key'])
  const name = await signInName(db.pool, session.account_id)
  const fault = passphraseFault(typed('fresh'), name)
  if (fault) return again('fresh', faults[fault])
  if (typed('fresh').normalize('NFKC') !== typed('again').normalize('NFKC')) return again('again', faults.differ)
  if (typed('understood') !== 'yes') return again('understood', faults['must-understand'])
  await setUpKey(db, session.account_id, typed('fresh'), c.var.moment.at)
  return opened(c, deps, session, typed('fresh'), 'set-up', backOf(typed('den')))
}

async function signInName(sql: Queryable, account_id: string): Promise<string> {
  const { rows } = await sql.query<{ sign_in_name: string }>('select sign_in_name from account where id = $1', [
    account_id,
  ])
  return rows[0]?.sign_in_name ?? ''
}

async function opened(
  c: Context<AppEnv>,
  deps: SealedDeps,
  session: Session,
  passphrase: string,
  step: 'set-up' | 'unlock',
  to: string,
): Promise<Response> {
  const cookie = await openForSession(deps.signIn.db.pool, session, passphrase, c.var.moment.at)
  const { faults } = words(c.var.language).denunciations.key
  if (cookie === null) return keyPage(c, deps, session, step, { passphrase: faults['wrong-passphrase'] }, 422)
  return withCookie(c, cookie, step, to)
}

function withCookie(c: Context<AppEnv>, cookie: string, step: 'set-up' | 'unlock', to: string): Response {
  giveCookies(c, [`${keyCookie}=${cookie}; Path=/; HttpOnly; SameSite=Strict${fromOf(c).secure ? '; Secure' : ''}`])
  return seeOther(c, to === '' ? `${keyPath}?xong=${step}` : to)
}

/** The organisation's key service makes the pair and keeps its private half. */
async function letHold(c: Context<AppEnv>, deps: SealedDeps, session: Session): Promise<Response> {
  const { faults } = words(c.var.language).denunciations.key
  const { db } = deps.signIn
  const service = deps.config.key_service ?? null
  if (service === null) return c.notFound() as Response
  const typed = await typedIn(c)
  const token = typed('token').trim().slice(0, 400)
  const again = (field: string, sentence: string) => keyPage(c, deps, session, 'let-hold', { [field]: sentence }, 422)
  if (typed('understood') !== 'yes') return again('understood', faults['must-understand'])
  const sign_in_name = await signInName(db.pool, session.account_id)
  return atService(c, deps, session, 'let-hold', async () => {
    await setUpHeldKey(db, service, { account_id: session.account_id, sign_in_name, token }, c.var.moment.at)
    return seeOther(c, `${keyPath}?xong=let-hold`)
  })
}

/** Opens the session of a pair that the service holds. */
async function unlockHeld(c: Context<AppEnv>, deps: SealedDeps, session: Session, typed: Typed): Promise<Response> {
  const service = deps.config.key_service ?? null
  const { faults } = words(c.var.language).denunciations.key
  if (service === null) return keyPage(c, deps, session, 'unlock', { token: faults['no-service'] }, 422)
  return atService(c, deps, session, 'unlock', async () => {
    const token = typed('token').trim().slice(0, 400)
    const cookie = await openHeldForSession(deps.signIn.db.pool, service, session, token, c.var.moment.at)
    if (cookie === null) return c.notFound() as Response
    return withCookie(c, cookie, 'unlock', backOf(typed('den')))
  })
}

type Typed = Awaited<ReturnType<typeof typedIn>>

async function atService(
  c: Context<AppEnv>,
  deps: SealedDeps,
  session: Session,
  step: KeyStep,
  work: () => Promise<Response>,
): Promise<Response> {
  try {
    return await work()
  } catch (fault) {
    if (!(fault instanceof WrongInput)) throw fault
    const sentences: Readonly<Record<string, (() => string) | undefined>> = keyServiceFaults(c)
    const sentence = sentences[fault.faults[0]?.code ?? '']?.()
    if (sentence === undefined) throw fault
    return keyPage(c, deps, session, step, { token: sentence }, 422)
  }
}

function keyServiceFaults(c: Context<AppEnv>) {
  const { faults } = words(c.var.language).frame
  return {
    'key-service-away': faults['key-service-away'],
    'key-service-refuses': faults['key-service-refuses'],
    'key-service-wrong': faults['key-service-wrong'],
  }
}

async function unlock(c: Context<AppEnv>, deps: SealedDeps, session: Session): Promise<Response> {
  const typed = await typedIn(c)
  if (!(await mayTry(deps.signIn.db.pool, `vault/${session.account_id}`, tries)))
    return tooMany(c, deps, session, 'unlock', 'passphrase')
  if ((await keyOf(deps.signIn.db.pool, session.account_id))?.is_held) return unlockHeld(c, deps, session, typed)
  return opened(c, deps, session, typed('passphrase').slice(0, 400), 'unlock', backOf(typed('den')))
}

function tooMany(c: Context<AppEnv>, deps: SealedDeps, session: Session, step: KeyStep, field: string) {
  const { faults } = words(c.var.language).denunciations.key
  return keyPage(c, deps, session, step, { [field]: faults['too-many-tries'] }, 429)
}

async function change(c: Context<AppEnv>, deps: SealedDeps, session: Session): Promise<Response> {
  const { faults } = words(c.var.language).denunciations.key
  const typed = await typedIn(c)
  const again = (field: string, sentence: string) => keyPage(c, deps, session, 'change', { [field]: sentence }, 422)
  const fault = passphraseFault(typed('fresh'), await signInName(deps.signIn.db.pool, session.account_id))
  if (fault) return again('fresh', faults[fault])
  if (typed('fresh').normalize('NFKC') !== typed('again').normalize('NFKC')) return again('again', faults.differ)
  const { pool } = deps.signIn.db
  if (!(await mayTry(pool, `vault/${session.account_id}`, tries))) return tooMany(c, deps, session, 'change', 'current')
  const changed = await changePassphrase(pool, session.account_id, typed('current').slice(0, 400), typed('fresh'))
  if (!changed) return again('current', faults['wrong-passphrase'])
  return seeOther(c, `${keyPath}?xong=change`)
}

async function lock(c: Context<AppEnv>, deps: SealedDeps, session: Session): Promise<Response> {
  const key = await keyOfRequest(c, deps)
  await lockSession(deps.signIn.db.pool, session.id)
  if (key) {
    await endHeld(key)
    closeKey(key)
  }
  giveCookies(c, [`${keyCookie}=; Path=/; Max-Age=0; HttpOnly; SameSite=Strict`])
  return seeOther(c, `${keyPath}?xong=lock`)
}
