/** The records a citizen has opened with a code: an encrypted cookie for thirty minutes, so that no code stands in an address. */
import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto'
import type { Viewer } from '../../platform/actions/viewer.ts'

type Opened = Viewer['opened'][number]

/** Name of the cookie. */
export const openedCookie = 'gandan.opened'
/** How long an opened record stays open without being looked at, in minutes. */
export const openedFor_min = 30
const recordsMax = 10

const keyOf = (secret: string) => Buffer.from(hkdfSync('sha256', secret, '', 'opened records', 32))

/** The cookie's value for these records; the newest first, at most ten. */
export function sealOpened(secret: string, opened: readonly Opened[], at: Temporal.Instant): string {
  const until = at.add({ minutes: openedFor_min }).epochMilliseconds
  const plain = JSON.stringify([until, ...opened.slice(0, recordsMax).map((one) => [one.unit_id, one.record_id])])
  const nonce = randomBytes(12)
  const cipher = createCipheriv('aes-256-gcm', keyOf(secret), nonce)
  const sealed = Buffer.concat([cipher.update(plain, 'utf8'), cipher.final()])
  return Buffer.concat([nonce, cipher.getAuthTag(), sealed]).toString('base64url')
}

/** The records of a cookie; none where it is forged, broken or too old. */
export function readOpened(secret: string, value: string | undefined, at: Temporal.Instant): Opened[] {
  if (!value || value.length > 4096) return []
  const bytes = Buffer.from(value, 'base64url')
  if (bytes.length < 29) return []
  try {
    const decipher = createDecipheriv('aes-256-gcm', keyOf(secret), bytes.subarray(0, 12), { authTagLength: 16 })
    decipher.setAuthTag(bytes.subarray(12, 28))
    const plain = Buffer.concat([decipher.update(bytes.subarray(28)), decipher.final()]).toString('utf8')
    const [until, ...records] = JSON.parse(plain) as [number, ...[string, string][]]
    if (until <= at.epochMilliseconds) return []
    return records.map(([unit_id, record_id]) => ({ unit_id, record_id }))
  } catch {
    return []
  }
}

/** `Set-Cookie` that opens one more record to this browser and renews the thirty minutes. */
export function openRecord(
  secret: string,
  viewer: Viewer,
  record: Opened,
  at: Temporal.Instant,
  secure: boolean,
): string {
  const others = viewer.opened.filter((one) => one.record_id !== record.record_id)
  const value = sealOpened(secret, [record, ...others], at)
  return `${openedCookie}=${value}; Path=/; Max-Age=${openedFor_min * 60}; HttpOnly; SameSite=Lax${secure ? '; Secure' : ''}`
}

/** `Set-Cookie` that closes all opened records: the quick way out. */
export function closeRecords(): string {
  return `${openedCookie}=; Path=/; Max-Age=0; HttpOnly; SameSite=Lax`
}
