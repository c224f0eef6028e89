/** A slip's key for some minutes in a browser: locked under the server's secret, so that it stands on no disk of ours. */
import { hkdfSync } from 'node:crypto'
import { lock, Shut, unlock, wipe } from './box.ts'

const nonce_bytes = 24
const keyOf = (secret: string, place: string) => Buffer.from(hkdfSync('sha256', secret, '', place, 32))

/** The slip locked until then. What one place locked another does not open. */
export function lockSlip(secret: string, place: string, slip: string, until: Temporal.Instant): string {
  const key = keyOf(secret, place)
  const { nonce, content } = lock(Buffer.from(JSON.stringify({ until: until.epochMilliseconds, slip })), key, place)
  wipe(key)
  return Buffer.concat([nonce, content]).toString('base64url')
}

/** The slip in a cookie or a form; null where it is forged, broken or too old. */
export function openSlip(
  secret: string,
  place: string,
  value: string | undefined,
  at: Temporal.Instant,
): string | null {
  const bytes = Buffer.from((value ?? '').slice(0, 4096), 'base64url')
  if (bytes.length <= nonce_bytes) return null
  const key = keyOf(secret, place)
  try {
    const sealed = { nonce: bytes.subarray(0, nonce_bytes), content: bytes.subarray(nonce_bytes) }
    // What `lockSlip` locks has this shape.
    const said = JSON.parse(unlock(sealed, key, place).toString('utf8')) as { until: number; slip: string }
    return said.until > at.epochMilliseconds ? said.slip : null
  } catch (fault) {
    if (fault instanceof Shut) return null
    throw fault
  } finally {
    wipe(key)
  }
}
