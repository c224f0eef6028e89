/** Ids: UUIDv7 (RFC 9562), ordered by time, so that a client may choose one and resend it safely. */
import { createHash, randomBytes } from 'node:crypto'

/** Is this an id as it stands in addresses and forms? */
export function isUuid(text: string): boolean {
  return /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i.test(text)
}

/** A new UUIDv7 of the real clock. */
export function uuidv7(): string {
  const bytes = randomBytes(16)
  bytes.writeUIntBE(Date.now(), 0, 6)
  bytes[6] = (bytes[6]! & 0x0f) | 0x70
  bytes[8] = (bytes[8]! & 0x3f) | 0x80
  const hex = bytes.toString('hex')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`
}

/** An id that follows from another: the same parent and label always give the same one (UUID version 8). */
export function idFrom(parent: string, label: string): string {
  const bytes = createHash('sha256').update(`${parent}/${label}`).digest()
  bytes[6] = (bytes[6]! & 0x0f) | 0x80
  bytes[8] = (bytes[8]! & 0x3f) | 0x80
  const hex = bytes.toString('hex')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20, 32)}`
}

/** Ids for the files of one post, the same when it is sent twice: a double post with files is known again. */
export function fileIds(record_id: string, occasion: string): () => string {
  let count = 0
  return () => {
    count += 1
    return idFrom(record_id, `file/${occasion}/${count}`)
  }
}
