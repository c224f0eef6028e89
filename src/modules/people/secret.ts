/** The key that signs session cookies: 32 random bytes in the data folder, so that a copy of the database signs nobody in. */
import { randomBytes } from 'node:crypto'
import { existsSync, linkSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { codeOf } from '../../platform/stop.ts'

/** Reads the key, made at the first call (0600). Servers that share a database must share this file. */
export function readSessionSecret(data: string): string {
  const file = join(data, 'session-secret')
  if (!existsSync(file)) {
    const temporary = `${file}.${process.pid}`
    writeFileSync(temporary, randomBytes(32).toString('base64url'), { mode: 0o600 })
    try {
      linkSync(temporary, file)
    } catch (fault) {
      if (codeOf(fault) !== 'EEXIST') throw fault
    } finally {
      rmSync(temporary)
    }
  }
  return readFileSync(file, 'utf8').trim()
}
