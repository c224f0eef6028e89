/** Clearing what no record names: uploads that were broken off, and files whose step was refused after they were kept. */
import { readdir, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import type { Sql } from '../../platform/actions/action.ts'

/** Younger files may still wait for their row. */
const waitsFor = { upload_ms: 60 * 60 * 1000, file_ms: 24 * 60 * 60 * 1000 } as const

/** Removes leftovers older than an hour (uploads) or a day (files). Returns how many files went. */
export async function sweepFiles(sql: Sql, data: string, now: number = Date.now()): Promise<number> {
  const uploads = join(data, 'tmp', 'uploads')
  for (const name of await list(uploads)) {
    if (await older(join(uploads, name), now - waitsFor.upload_ms)) await rm(join(uploads, name), { force: true })
  }
  let removed = 0
  for (const unit_id of await list(join(data, 'files'))) {
    for (const two of await list(join(data, 'files', unit_id))) {
      removed += await sweepFolder(sql, unit_id, join(data, 'files', unit_id, two), now)
    }
  }
  return removed
}

async function sweepFolder(sql: Sql, unit_id: string, folder: string, now: number): Promise<number> {
  const names = await list(folder)
  const old: string[] = []
  for (const name of names) if (await older(join(folder, name), now - waitsFor.file_ms)) old.push(name)
  if (old.length === 0) return 0
  const { rows } = await sql.query<{ stored: string }>(
    'select distinct stored from attachment where unit_id = $1 and stored = any($2::text[])',
    [unit_id, old],
  )
  const named = new Set(rows.map((row) => row.stored))
  const gone = old.filter((name) => !named.has(name))
  for (const name of gone) await rm(join(folder, name), { force: true })
  return gone.length
}

async function list(folder: string): Promise<string[]> {
  return readdir(folder).catch(() => [])
}

/** A file kept again meanwhile is young: keeping touches it. */
async function older(path: string, than: number): Promise<boolean> {
  const found = await stat(path).catch(() => null)
  return found !== null && found.mtimeMs < than
}
