/**
 * Where an uploaded book waits between upload and import: a file encrypted under a key that only the browser's cookie
 * holds. It is destroyed when the import is done or given up, and after a day in any case.
 */
import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto'
import { mkdir, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'

/** Whose book it is; bound into the encryption, so that it opens for nobody else. */
export interface StagedFor {
  unit_id: string
  account_id: string
  id: string
}

/** A book that waits. */
export interface StagedBook {
  name: string
  bytes: Buffer
}

const lives_ms = 24 * 60 * 60 * 1000
const folderOf = (data: string) => join(data, 'tmp', 'imports')

/** Keeps the book; returns the key, which is kept nowhere here. */
export async function stageBook(data: string, of: StagedFor, book: StagedBook): Promise<string> {
  const key = randomBytes(32)
  const nonce = randomBytes(12)
  const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(placeOf(of))
  const name = Buffer.from(book.name)
  const head = Buffer.alloc(4)
  head.writeUInt32BE(name.length)
  const content = Buffer.concat([cipher.update(Buffer.concat([head, name, book.bytes])), cipher.final()])
  await mkdir(folderOf(data), { recursive: true, mode: 0o700 })
  await writeFile(pathOf(data, of), Buffer.concat([nonce, cipher.getAuthTag(), content]), { mode: 0o600 })
  return key.toString('base64url')
}

/** The book; null where it is gone, too old, another's, or the key is wrong. */
export async function stagedBook(data: string, of: StagedFor, key: string | undefined): Promise<StagedBook | null> {
  const secret = Buffer.from(key ?? '', 'base64url')
  if (secret.length !== 32) return null
  const path = pathOf(data, of)
  const found = await stat(path).catch(() => null)
  if (!found) return null
  if (found.mtimeMs < Date.now() - lives_ms) {
    await destroyStaged(data, of)
    return null
  }
  const sealed = await readFile(path)
  try {
    const decipher = createDecipheriv('aes-256-gcm', secret, sealed.subarray(0, 12)).setAAD(placeOf(of))
    decipher.setAuthTag(sealed.subarray(12, 28))
    const clear = Buffer.concat([decipher.update(sealed.subarray(28)), decipher.final()])
    const end = 4 + clear.readUInt32BE(0)
    return { name: clear.toString('utf8', 4, end), bytes: clear.subarray(end) }
  } catch {
    return null
  }
}

/** The book is gone; without the cookie's key nobody could have read it, and now nobody can at all. */
export async function destroyStaged(data: string, of: StagedFor): Promise<void> {
  await rm(pathOf(data, of), { force: true })
}

/** Destroys what has waited for a day. Returns how many books went. */
export async function sweepStaged(data: string, now: number = Date.now()): Promise<number> {
  let gone = 0
  for (const name of await readdir(folderOf(data)).catch(() => [])) {
    const path = join(folderOf(data), name)
    const found = await stat(path).catch(() => null)
    if (!found || found.mtimeMs >= now - lives_ms) continue
    await rm(path, { force: true })
    gone += 1
  }
  return gone
}

const placeOf = ({ unit_id, account_id, id }: StagedFor) => Buffer.from(`${unit_id}/${account_id}/${id}`)

function pathOf(data: string, { id }: StagedFor): string {
  if (!/^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/.test(id)) throw new Error('not an id')
  return join(folderOf(data), id)
}
