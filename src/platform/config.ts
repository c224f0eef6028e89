/** What the surroundings decide: folder, port, database, demonstration. */
import { resolve } from 'node:path'
import { Stop } from './stop.ts'
import { type KeyService, keyServiceAt } from './vault/key-service.ts'

/** The settings of one installation, read once at start. */
export interface Config {
  /** Absolute path of the data folder. */
  data: string
  port: number
  /** A maintained PostgreSQL with a role that may migrate; null: the embedded server. */
  database_url: string | null
  /** Load demonstration data on the first start. */
  demo: boolean
  /** A fixed business day, allowed with demonstration data only. */
  today: Temporal.PlainDate | null
  /** The organisation's own key service; null: officers' keys lie here under passphrases. */
  key_service?: KeyService | null
}

/** Reads the environment: `PORT`, `DATABASE_URL`, `GANDAN_DATA`, `GANDAN_DEMO`, `GANDAN_TODAY`, `GANDAN_KEY_SERVICE`. */
export function readConfig(env: NodeJS.ProcessEnv = process.env): Config {
  return {
    data: resolve(env['GANDAN_DATA'] || 'data'),
    port: readPort(env['PORT']),
    database_url: env['DATABASE_URL'] || null,
    demo: env['GANDAN_DEMO'] !== '0',
    today: readDay(env['GANDAN_TODAY']),
    key_service: keyServiceAt(env['GANDAN_KEY_SERVICE']),
  }
}

function readPort(text: string | undefined): number {
  if (!text) return 3000
  const port = Number(text)
  if (Number.isInteger(port) && port >= 0 && port <= 65535) return port
  throw new Stop(`PORT=${text} không phải là cổng.`, `PORT=${text} is not a port: give a number from 0 to 65535.`)
}

function readDay(text: string | undefined): Temporal.PlainDate | null {
  if (!text) return null
  try {
    return Temporal.PlainDate.from(text)
  } catch {
    throw new Stop(
      `GANDAN_TODAY=${text} không phải là ngày.`,
      `GANDAN_TODAY=${text} is not a day: write it as 2026-11-20.`,
    )
  }
}
