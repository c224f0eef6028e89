/** The slip of a count for half an hour: in an encrypted cookie of the counter's browser, so that it lies on no disk of ours. */
import { lockSlip, openSlip } from '../../platform/vault/slip-in-browser.ts'

/** Name of the cookie. */
export const countCookie = 'gandan.dem'
/** How long it stays without being used, in minutes. */
const countOpen_min = 30

const place = 'count cookie'

/** The slip locked for half an hour: what the cookie holds, and what the form carries in which it is drawn. */
export const lockedSlip = (secret: string, slip: string, at: Temporal.Instant) =>
  lockSlip(secret, place, slip, at.add({ minutes: countOpen_min }))

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
export const countSlipIn = (secret: string, value: string | undefined, at: Temporal.Instant) =>
  openSlip(secret, place, value, at)
