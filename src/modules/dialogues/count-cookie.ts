/** The slip of a count for half an hour: in an encrypted cookie of the counter's browser, so that it lies on no disk of ours. */
import { hkdfSync } from 'node:crypto'
import { lock, Shut, unlock, wipe } from '../../platform/vault/box.ts'

/** Name of the cookie. */
export const countCookie = 'gandan.dem'
/** How long it stays without being used, in minutes. */
const countOpen_min = 30

const place = 'count cookie'
const keyOf = (secret: string) => Buffer.from(hkdfSync('sha256', secret, '', place, 32))
const nonce_bytes = 24

/** The slip locked for half an hour: what the cookie holds, and what the form carries in which it is drawn. */
export function lockedSlip(secret: string, slip: string, at: Temporal.Instant): string {
  const until = at.add({ minutes: countOpen_min }).epochMilliseconds
  const key = keyOf(secret)
  const { nonce, content } = lock(Buffer.from(JSON.stringify({ until, slip })), key, place)
  wipe(key)
  return Buffer.concat([nonce, content]).toString('base64url')
}

/** `Set-Cookie` that keeps the slip for one request's pages. It ends with the browser. */
export function keepCountSlip(
  path: string,
  { secret, slip, at, secure }: { secret: string; slip: string; at: Temporal.Instant; secure: boolean },
): string {
  const value = lockedSlip(secret, slip, at)
  return `${countCookie}=${value}; Path=${path}; HttpOnly; SameSite=Strict${secure ? '; Secure' : ''}`
}

/** `Set-Cookie` that takes the slip out of the browser. */
export function forgetCountSlip(path: string): string {
  return `${countCookie}=; Path=${path}; Max-Age=0; HttpOnly; SameSite=Strict`
}

/** The slip in a cookie or a form; null where it is forged, broken or too old. */
export function countSlipIn(secret: string, value: string | undefined, at: Temporal.Instant): string | null {
  const bytes = Buffer.from((value ?? '').slice(0, 4096), 'base64url')
  if (bytes.length <= nonce_bytes) return null
  const key = keyOf(secret)
  try {
    const sealed = { nonce: bytes.subarray(0, nonce_bytes), content: bytes.subarray(nonce_bytes) }
    // What `lockedSlip` locks has this shape.
    const said = JSON.parse(unlock(sealed, key, place).toString('utf8')) as { until: number; slip: string }
    return said.until > at.epochMilliseconds ? said.slip : null
  } catch (fault) {
    if (fault instanceof Shut) return null
    throw fault
  } finally {
    wipe(key)
  }
}
