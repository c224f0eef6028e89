/** The key on a slip for a quarter of an hour: in an encrypted cookie, so that it stands in no address and on no disk of ours. */
import { hkdfSync } from 'node:crypto'
import { lock, Shut, unlock, wipe } from '../../platform/vault/box.ts'

/** Name of the cookie; it tells nothing. */
export const channelCookie = 'gandan.kenh'
/** How long it opens without being used, in minutes. */
export const channelOpen_min = 15

const place = 'slip cookie'
const keyOf = (secret: string) => Buffer.from(hkdfSync('sha256', secret, '', place, 32))
const nonce_bytes = 24

/** `Set-Cookie` that keeps the key for the next quarter of an hour. It ends with the browser. */
export function keepSlip(
  path: string,
  { secret, slip, at, secure }: { secret: string; slip: string; at: Temporal.Instant; secure: boolean },
): string {
  const until = at.add({ minutes: channelOpen_min }).epochMilliseconds
  const key = keyOf(secret)
  const { nonce, content } = lock(Buffer.from(JSON.stringify({ until, slip })), key, place)
  wipe(key)
  const value = Buffer.concat([nonce, content]).toString('base64url')
  return `${channelCookie}=${value}; Path=${path}; HttpOnly; SameSite=Strict${secure ? '; Secure' : ''}`
}

/** The key in a cookie; null where it is forged, broken or too old. */
export function slipIn(secret: string, value: string | undefined, at: Temporal.Instant): string | null {
  const bytes = Buffer.from((value ?? '').slice(0, 4096), 'base64url')
  if (bytes.length <= nonce_bytes) return null
  const key = keyOf(secret)
  try {
    const sealed = { nonce: bytes.subarray(0, nonce_bytes), content: bytes.subarray(nonce_bytes) }
    // What `keepSlip` locks has this shape.
    const said = JSON.parse(unlock(sealed, key, place).toString('utf8')) as { until: number; slip: string }
    return said.until > at.epochMilliseconds ? said.slip : null
  } catch (fault) {
    if (fault instanceof Shut) return null
    throw fault
  } finally {
    wipe(key)
  }
}

/** `Set-Cookie` that forgets it at once. */
export function dropSlip(path: string): string {
  return `${channelCookie}=; Path=${path}; Max-Age=0; HttpOnly; SameSite=Strict`
}
