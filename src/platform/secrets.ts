/** The passwords of the database's roles, kept in the data folder for its owner alone. */
import { randomBytes } from 'node:crypto'
import { existsSync, linkSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { codeOf } from './stop.ts'

/** The roles: `postgres` makes the others, `owner` migrates, `app` serves, `worker` runs jobs. */
export type Role = 'postgres' | 'owner' | 'app' | 'worker'

/** One password a role. */
export type Secrets = Record<Role, string>

/** The role's name in the database. */
export const roleName = {
  postgres: 'postgres',
  owner: 'gandan_owner',
  app: 'gandan_app',
  worker: 'gandan_worker',
} as const satisfies Record<Role, string>

/** Reads the passwords, made at the first call. */
export function readSecrets(data: string): Secrets {
  const word = () => randomBytes(24).toString('base64url')
  const fresh = (): Secrets => ({ postgres: word(), owner: word(), app: word(), worker: word() })
  return JSON.parse(secretFile(join(data, 'secrets.json'), () => `${JSON.stringify(fresh())}\n`))
}

/** A secret that lies in a file for its owner alone (0600): made at the first call; of two first calls one wins and both read the same. */
export function secretFile(file: string, make: () => string | Buffer): string {
  if (!existsSync(file)) {
    const temporary = `${file}.${process.pid}`
    writeFileSync(temporary, make(), { mode: 0o600 })
    try {
      linkSync(temporary, file)
    } catch (fault) {
      if (codeOf(fault) !== 'EEXIST') throw fault
    } finally {
      rmSync(temporary)
    }
  }
  return readFileSync(file, 'utf8')
}
