/** Signing in and out: better-auth's accounts and sessions behind our own brake on guessing; plain form posts, no script. */
import { betterAuth } from 'better-auth'
import { username } from 'better-auth/plugins/username'
import type pg from 'pg'
import type { Moment } from '../../platform/clock.ts'
import { type Db, libraryPool } from '../../platform/database.ts'
import { log } from '../../platform/log.ts'
import { hashPassword, passwordFault, passwordMax, passwordMin, verifyPassword } from '../../platform/password.ts'
import { uuidv7 } from '../../platform/uuid.ts'
import { forgetTries, takeTry } from './guesses.ts'

/** A session without use ends after this many hours; one in use after `sessionLongest_h`. */
export const sessionIdle_h = 8
/** The longest a session lives, in hours. */
export const sessionLongest_h = 24 * 7

/** Everything signing in needs; made once at start. */
export interface SignIn {
  db: Db
  auth: ReturnType<typeof authOver>
  secret: string
  /** Closes the library's own connections. */
  end(): Promise<void>
}

/** What the browser and the network say about a request. */
export interface From {
  /** The request's own headers (cookies, user agent). */
  headers: Headers
  /** The peer's address as our server or its proxy saw it, never a header the client may write. */
  address: string
  /** The page came over HTTPS. */
  secure: boolean
}

/** Who is signed in, by the session cookie. */
export interface Session {
  id: string
  account_id: string
}

/** Signed in, or one sentence for every failure; `wait_until` where tries come too fast. */
export type SignedIn =
  | { ok: true; account_id: string; cookies: string[] }
  | { ok: false; wait_until: Temporal.Instant | null }

const addressHeader = 'x-gandan-address'
/** A name nobody can have: takes the same road as an unknown one. */
const nobody = '-nobody-'
/** Every failure takes at least this long, so that its length tells nothing about the account. */
const failure_ms = 300

/** Opens sign-in over the database. better-auth reads days as `Date`, so it has a small pool of its own. */
export function openSignIn(options: { db: Db; url: string; secret: string }): SignIn {
  const pool = libraryPool(options.url, { max: 3, whose: 'sign-in' })
  return { db: options.db, auth: authOver(pool, options.secret), secret: options.secret, end: () => pool.end() }
}

const stamps = { createdAt: 'created_at', updatedAt: 'updated_at' } as const

function authOver(pool: pg.Pool, secret: string) {
  return betterAuth({
    appName: 'Gần Dân',
    // Nothing of the library is served over HTTP yet; OIDC and passkeys will mount its handler with the real address.
    baseURL: 'http://localhost',
    secret,
    database: pool,
    telemetry: { enabled: false },
    logger: { level: 'error', log: (level, message) => log[level]({ library: 'better-auth' }, message) },
    emailAndPassword: {
      enabled: true,
      disableSignUp: true,
      minPasswordLength: passwordMin,
      maxPasswordLength: passwordMax,
      password: { hash: hashPassword, verify: ({ hash, password }) => verifyPassword(hash, password) },
    },
    plugins: [
      username({
        minUsernameLength: 3,
        maxUsernameLength: 40,
        usernameValidator: (name) => /^[a-z0-9._-]+$/.test(name),
        schema: { user: { fields: { displayUsername: 'display_username' } } },
      }),
    ],
    user: { modelName: 'auth_user', fields: { emailVerified: 'email_verified', ...stamps } },
    session: {
      modelName: 'auth_session',
      fields: {
        userId: 'user_id',
        expiresAt: 'expires_at',
        ipAddress: 'ip_address',
        userAgent: 'user_agent',
        ...stamps,
      },
      expiresIn: sessionIdle_h * 3600,
      updateAge: 300,
      freshAge: 0,
    },
    account: {
      modelName: 'auth_account',
      fields: {
        userId: 'user_id',
        accountId: 'account_id',
        providerId: 'provider_id',
        accessToken: 'access_token',
        refreshToken: 'refresh_token',
        idToken: 'id_token',
        accessTokenExpiresAt: 'access_token_expires_at',
        refreshTokenExpiresAt: 'refresh_token_expires_at',
        ...stamps,
      },
    },
    verification: { modelName: 'auth_verification', fields: { expiresAt: 'expires_at', ...stamps } },
    advanced: {
      cookiePrefix: 'gandan',
      useSecureCookies: false,
      database: { generateId: () => uuidv7() },
      ipAddress: { ipAddressHeaders: [addressHeader], ipv6Subnet: 128 },
    },
  })
}

/** The name as it is kept: small letters, no spaces around it. */
export function tidySignInName(typed: string): string {
  return typed.normalize('NFKC').trim().toLowerCase()
}

/** The headers the library may see: the cookie, the device, and the address we vouch for. */
function vouched(from: From): Headers {
  const headers = new Headers({ [addressHeader]: from.address })
  for (const name of ['cookie', 'user-agent']) {
    const value = from.headers.get(name)
    if (value !== null) headers.set(name, value.slice(0, 4000))
  }
  return headers
}

/** Cookies end with the browser; how long they open anything is the database's to say. */
function asGiven(headers: Headers, secure: boolean): string[] {
  return headers.getSetCookie().map((cookie) => {
    const kept = /max-age=0(;|$)/i.test(cookie) ? cookie : cookie.replace(/;\s*max-age=\d+/i, '')
    return secure ? `${kept}; Secure` : kept
  })
}

/** Signs in by name and password. A new session each time: one the browser brought is ended. */
export async function signInWith(
  signIn: SignIn,
  typed: { name: string; password: string },
  from: From,
  moment: Moment,
): Promise<SignedIn> {
  const began = performance.now()
  const name = tidySignInName(typed.name).slice(0, 200)
  const waits = [
    await takeTry(signIn.db.pool, signIn.secret, 'address', addressBlock(from.address), moment.at),
    await takeTry(signIn.db.pool, signIn.secret, 'account', name, moment.at),
  ].filter((wait) => wait !== null)
  if (waits.length > 0) {
    await rest(began)
    return { ok: false, wait_until: waits.reduce((a, b) => (Temporal.Instant.compare(a, b) > 0 ? a : b)) }
  }
  const opens = await mayOpen(signIn, name, moment)
  try {
    const { response, headers } = await signIn.auth.api.signInUsername({
      body: { username: opens ? name : nobody, password: typed.password.slice(0, passwordMax) },
      headers: vouched({ ...from, headers: withoutCookies(from.headers) }),
      returnHeaders: true,
    })
    await endSessionOf(signIn, from)
    await forgetTries(signIn.db.pool, signIn.secret, name)
    return { ok: true, account_id: response.user.id, cookies: asGiven(headers, from.secure) }
  } catch (fault) {
    if (!isRefusal(fault)) throw fault
    await rest(began)
    return { ok: false, wait_until: null }
  }
}

/** A closed account, or one whose handed-out password was never used in time, is as good as none. */
async function mayOpen(signIn: SignIn, name: string, moment: Moment): Promise<boolean> {
  const { rows } = await signIn.db.pool.query(
    `select from account where sign_in_name = $1 and (closed_on is null or closed_on > $2)
       and (temporary_password_until is null or temporary_password_until > $3)`,
    [name, moment.on.toString(), moment.at.toString()],
  )
  return rows.length > 0
}

function isRefusal(fault: unknown): boolean {
  return (
    fault instanceof Error && 'statusCode' in fault && typeof fault.statusCode === 'number' && fault.statusCode < 500
  )
}

/** IPv6 gives every household a whole /64. */
function addressBlock(address: string): string {
  return address.includes(':') && !address.includes('.') ? address.split(':').slice(0, 4).join(':') : address
}

function withoutCookies(headers: Headers): Headers {
  const kept = new Headers(headers)
  kept.delete('cookie')
  return kept
}

async function rest(began: number): Promise<void> {
  const left = failure_ms - (performance.now() - began)
  if (left > 0) await new Promise((resolve) => setTimeout(resolve, left))
}

async function endSessionOf(signIn: SignIn, from: From): Promise<void> {
  if (from.headers.get('cookie')?.includes('gandan.session_token') !== true) return
  await signIn.auth.api.signOut({ headers: vouched(from) }).catch((fault: unknown) => {
    if (!isRefusal(fault)) throw fault
  })
}

/** The live session of a request; null where there is none, it is forged, ended or too old. Being used renews it. */
export async function sessionOf(signIn: SignIn, headers: Headers): Promise<Session | null> {
  if (headers.get('cookie')?.includes('gandan.session_token') !== true) return null
  const found = await signIn.auth.api.getSession({ headers })
  if (!found) return null
  if (Date.now() - found.session.createdAt.getTime() > sessionLongest_h * 3_600_000) return null
  return { id: found.session.id, account_id: found.user.id }
}

/** Ends this session; the cookies to forget. */
export async function signOut(signIn: SignIn, from: From): Promise<string[]> {
  const { headers } = await signIn.auth.api.signOut({ headers: vouched(from), returnHeaders: true })
  return asGiven(headers, from.secure)
}

/** Ends every session of the account, on every device. */
export async function signOutEverywhere(signIn: SignIn, account_id: string): Promise<void> {
  await signIn.db.pool.query('delete from auth_session where user_id = $1', [account_id])
}

/** What became of a change of password: new cookies, or a fault at a field. */
export type PasswordChanged =
  | { ok: true; cookies: string[] }
  | { ok: false; field: 'current_password' | 'new_password'; code: string; wait_until?: Temporal.Instant }

/** Changes the password, ends all other sessions and gives this browser a new one. */
export async function changePassword(
  signIn: SignIn,
  session: Session,
  typed: { current_password: string; new_password: string },
  from: From,
  moment: Moment,
): Promise<PasswordChanged> {
  const { pool } = signIn.db
  const { rows } = await pool.query<{ sign_in_name: string }>('select sign_in_name from account where id = $1', [
    session.account_id,
  ])
  const name = rows[0]!.sign_in_name
  const fault = passwordFault(typed.new_password, name)
  if (fault) return { ok: false, field: 'new_password', code: fault }
  if (typed.new_password === typed.current_password)
    return { ok: false, field: 'new_password', code: 'password-is-the-old-one' }
  const wait_until = await takeTry(pool, signIn.secret, 'account', name, moment.at)
  if (wait_until) return { ok: false, field: 'current_password', code: 'too-many-tries', wait_until }
  try {
    const { headers } = await signIn.auth.api.changePassword({
      body: {
        currentPassword: typed.current_password.slice(0, passwordMax),
        newPassword: typed.new_password,
        revokeOtherSessions: true,
      },
      headers: vouched(from),
      returnHeaders: true,
    })
    await pool.query('update account set temporary_password_until = null where id = $1', [session.account_id])
    await forgetTries(pool, signIn.secret, name)
    return { ok: true, cookies: asGiven(headers, from.secure) }
  } catch (refused) {
    if (!isRefusal(refused)) throw refused
    return { ok: false, field: 'current_password', code: 'wrong-password' }
  }
}
