/** The key on a slip for a quarter of an hour: in an encrypted cookie, so that it stands in no address and on no disk of ours. */
import { lockSlip, openSlip } from '../../platform/vault/slip-in-browser.ts'

/** Name of the cookie; it tells nothing. */
export const channelCookie = 'gandan.kenh'
/** How long it opens without being used, in minutes. */
export const channelOpen_min = 15

const place = 'slip cookie'

/** `Set-Cookie` that keeps the key for the next quarter of an hour. It ends with the browser. */
export function keepSlip(
  path: string,
  { secret, slip, at, secure }: { secret: string; slip: string; at: Temporal.Instant; secure: boolean },
): string {
  const value = lockSlip(secret, place, slip, at.add({ minutes: channelOpen_min }))
  return `${channelCookie}=${value}; Path=${path}; HttpOnly; SameSite=Strict${secure ? '; Secure' : ''}`
}

/** The key in a cookie; null where it is forged, broken or too old. */
export const slipIn = (secret: string, value: string | undefined, at: Temporal.Instant) =>
  openSlip(secret, place, value, at)

/** `Set-Cookie` that forgets it at once. */
export function dropSlip(path: string): string {
  return `${channelCookie}=; Path=${path}; Max-Age=0; HttpOnly; SameSite=Strict`
}
