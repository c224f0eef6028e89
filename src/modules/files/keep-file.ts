/** Files on disk, found by what they hold: written whole or not at all, before the row that names them. */
import { createHash, randomBytes } from 'node:crypto'
import { mkdir, open, readFile, rename, rm, utimes } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { z } from 'zod'
import type { Upload } from './uploads.ts'

/** Encrypts for a sealed record: what it returns is all that touches the disk. */
export type Seal = (clear: Buffer) => Buffer | Promise<Buffer>

/** One kept file as an action's input takes it: everything the row needs but the record and the day. */
export const keptFile = z.object({
  id: z.uuid(),
  name: z.string().min(1).max(120).nullable(),
  media_type: z.string().max(100),
  size: z.int().positive(),
  stored: z.string().regex(/^[0-9a-f]{64}$/),
  sealed: z.boolean(),
  /** The sealed name, base64; null for an open file. */
  sealed_name: z.string().max(4_000).nullable(),
})

/** A kept file. */
export type KeptFile = z.output<typeof keptFile>

/** Keeps these uploads of a unit's record. With `seal`, bytes and names are encrypted first. Ids are chosen by `newId`. */
export async function keepUploads(
  data: string,
  unit_id: string,
  uploads: readonly Upload[],
  newId: () => string,
  seal?: Seal,
): Promise<KeptFile[]> {
  const kept: KeptFile[] = []
  for (const upload of uploads) {
    const clear = await upload.bytes()
    const bytes = seal ? await seal(clear) : clear
    const sealed_name = seal ? (await seal(Buffer.from(upload.name))).toString('base64') : null
    kept.push({
      id: newId(),
      name: seal ? null : upload.name,
      media_type: upload.media_type,
      size: upload.size,
      stored: await keepBytes(data, unit_id, bytes),
      sealed: seal !== undefined,
      sealed_name,
    })
  }
  return kept
}

/** The rows of table `attachment` for a decision's `rows`. */
export function attachmentRows(
  files: readonly KeptFile[],
  of: {
    record_kind: string
    record_id: string
    added_by: string | null
    added_on: Temporal.PlainDate
    from_public: boolean
  },
): { table: 'attachment'; rows: readonly Readonly<Record<string, unknown>>[] } {
  return {
    table: 'attachment',
    rows: files.map(({ sealed_name, ...file }) => ({
      ...file,
      sealed_name: sealed_name === null ? null : `\\x${Buffer.from(sealed_name, 'base64').toString('hex')}`,
      ...of,
      added_on: of.added_on.toString(),
    })),
  }
}

/** Writes the bytes under their SHA-256 and returns it. The same bytes are kept once per unit. */
export async function keepBytes(data: string, unit_id: string, bytes: Buffer): Promise<string> {
  const stored = createHash('sha256').update(bytes).digest('hex')
  const path = pathOf(data, unit_id, stored)
  // Kept before: touched, so that the sweep does not take it from under a row about to be written.
  const now = new Date()
  const there = await utimes(path, now, now).then(
    () => true,
    () => false,
  )
  if (there) return stored
  const folder = dirname(path)
  await mkdir(folder, { recursive: true, mode: 0o700 })
  const temporary = join(folder, `.${randomBytes(8).toString('hex')}`)
  try {
    const handle = await open(temporary, 'wx', 0o600)
    try {
      await handle.writeFile(bytes)
      await handle.sync()
    } finally {
      await handle.close()
    }
    await rename(temporary, path)
  } catch (fault) {
    await rm(temporary, { force: true })
    throw fault
  }
  await syncFolder(folder)
  return stored
}

/** Writes a stream of ciphertext and returns its SHA-256; no more than a piece of it is held. */
export async function keepStream(data: string, unit_id: string, pieces: AsyncIterable<Buffer>): Promise<string> {
  const waiting = join(data, 'tmp', 'uploads')
  await mkdir(waiting, { recursive: true, mode: 0o700 })
  const temporary = join(waiting, randomBytes(16).toString('hex'))
  const hash = createHash('sha256')
  try {
    const handle = await open(temporary, 'wx', 0o600)
    try {
      for await (const piece of pieces) {
        hash.update(piece)
        await handle.writeFile(piece)
      }
      await handle.sync()
    } finally {
      await handle.close()
    }
    const stored = hash.digest('hex')
    const path = pathOf(data, unit_id, stored)
    await mkdir(dirname(path), { recursive: true, mode: 0o700 })
    await rename(temporary, path)
    await syncFolder(dirname(path))
    return stored
  } catch (fault) {
    await rm(temporary, { force: true })
    throw fault
  }
}

/** The bytes as kept. Throws where the file is missing or no longer what it was. */
export async function openBytes(data: string, unit_id: string, stored: string): Promise<Buffer> {
  const bytes = await readFile(pathOf(data, unit_id, stored))
  if (createHash('sha256').update(bytes).digest('hex') === stored) return bytes
  throw new Error(`file ${stored} of unit ${unit_id} is damaged on disk`)
}

/** Where kept bytes lie. Refuses anything that is not an id and a hash, so no name can lead elsewhere. */
export function pathOf(data: string, unit_id: string, stored: string): string {
  if (!/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(unit_id)) throw new RangeError('not a unit id')
  if (!/^[0-9a-f]{64}$/.test(stored)) throw new RangeError('not the hash of a file')
  return join(data, 'files', unit_id, stored.slice(0, 2), stored)
}

/** A rename is lasting once its folder is on disk. Some systems cannot open a folder; theirs is on their terms. */
async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r').catch(() => null)
  try {
    await handle?.sync().catch(() => undefined)
  } finally {
    await handle?.close()
  }
}
