/** The key that signs session cookies: 32 random bytes in the data folder, so that a copy of the database signs nobody in. */
import { randomBytes } from 'node:crypto'
import { join } from 'node:path'
import { secretFile } from '../../platform/secrets.ts'

/** Reads the key, made at the first call. Servers that share a database must share this file. */
export function readSessionSecret(data: string): string {
  return secretFile(join(data, 'session-secret'), () => randomBytes(32).toString('base64url')).trim()
}
