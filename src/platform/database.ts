/** The connection to PostgreSQL: one pool, its types, transactions. */
import { Kysely, PostgresDialect } from 'kysely'
import pg from 'pg'
import type { DB } from './database-types.ts'
import { log } from './log.ts'

/** A pool for plain SQL and prepared statements, and the typed query builder over the same pool. */
export interface Db {
  pool: pg.Pool
  kysely: Kysely<DB>
  /** Waits for running queries and closes all connections. */
  end(): Promise<void>
}

/** One open transaction: the same two faces as `Db`, both on one connection. */
export interface Tx {
  client: pg.PoolClient
  kysely: Kysely<DB>
}

/** Anything that answers SQL: `db.pool` or `tx.client`. */
export type Queryable = Pick<pg.Pool, 'query'>

const oid = {
  int8: 20,
  texts: 1009,
  int8s: 1016,
  date: 1082,
  dates: 1182,
  timestamptz: 1184,
  timestamptzs: 1185,
} as const

/** int8 as a number; throws where a number cannot hold it exactly. */
function parseCount(text: string): number {
  const value = Number(text)
  if (Number.isSafeInteger(value)) return value
  throw new RangeError(`${text} is beyond the safe integers`)
}

const parseDay = (text: string) => Temporal.PlainDate.from(text)
const parseInstant = (text: string) => Temporal.Instant.from(text)

/** The parser of an array whose elements are parsed so. */
function each<T>(parse: (text: string) => T) {
  const split: (text: never) => (string | null)[] = new pg.TypeOverrides().getTypeParser(oid.texts, 'text')
  // The published types say that a parser takes a number; it takes the text.
  return (text: string) => split(text as never).map((element) => (element === null ? null : parse(element)))
}

/** How rows come back: days and instants as Temporal, counts as numbers, numeric as text. */
function typeParsers(): pg.TypeOverrides {
  const types = new pg.TypeOverrides()
  types.setTypeParser(oid.int8, parseCount)
  types.setTypeParser(oid.date, parseDay)
  types.setTypeParser(oid.timestamptz, parseInstant)
  types.setTypeParser(oid.int8s, each(parseCount))
  types.setTypeParser(oid.dates, each(parseDay))
  types.setTypeParser(oid.timestamptzs, each(parseInstant))
  return types
}

/** pg asks a parameter for `toPostgres`; without it an object is sent as JSON, in quotation marks. */
for (const prototype of [Temporal.PlainDate.prototype, Temporal.Instant.prototype]) {
  Object.defineProperty(prototype, 'toPostgres', {
    configurable: true,
    value(this: Temporal.PlainDate | Temporal.Instant) {
      return this.toString()
    },
  })
}

/** Opens a pool. Nothing connects before the first query. */
export function connect(url: string, options: { max?: number } = {}): Db {
  const pool = new pg.Pool({
    connectionString: url,
    max: options.max ?? 10,
    types: typeParsers(),
    options: '-c timezone=UTC -c datestyle=ISO',
    connectionTimeoutMillis: 15_000,
  })
  pool.on('error', (fault) => log.warn({ fault: fault.message }, 'an idle database connection was lost'))
  // A connection lost while in use fails its query; without a listener it would end the program as well.
  pool.on('connect', (client) => client.on('error', () => undefined))
  const kysely = new Kysely<DB>({ dialect: new PostgresDialect({ pool }) })
  return { pool, kysely, end: () => kysely.destroy().then(() => (pool.ended ? undefined : pool.end())) }
}

/**
 * A pool for a library that reads days as `Date`: rows as node-postgres gives them. A lost connection is a line in the log,
 * idle or in use; without listeners it would end the program.
 */
export function libraryPool(url: string, options: { max: number; whose: string }): pg.Pool {
  const pool = new pg.Pool({ connectionString: url, max: options.max, options: '-c timezone=UTC' })
  const lost = (fault: Error) =>
    log.warn({ fault: fault.message, whose: options.whose }, 'a connection of a library was lost')
  pool.on('error', lost)
  pool.on('connect', (client) => client.on('error', lost))
  return pool
}

/** Runs `work` in one transaction: its value is committed, its throw rolls back. */
export async function transaction<T>(db: Db, work: (tx: Tx) => Promise<T>): Promise<T> {
  const client = await db.pool.connect()
  let broken: Error | undefined
  try {
    await client.query('begin')
    const result = await work(onClient(client))
    await client.query('commit')
    return result
  } catch (fault) {
    await client.query('rollback').catch((lost: Error) => {
      broken = lost
    })
    throw fault
  } finally {
    client.release(broken)
  }
}

/** The query builder on one client, made when first asked for: most transactions are plain SQL. */
function onClient(client: pg.PoolClient): Tx {
  let kysely: Kysely<DB> | undefined
  return {
    client,
    get kysely() {
      const borrowed = { query: client.query.bind(client), release: () => undefined }
      const pool = { connect: async () => borrowed, end: async () => undefined }
      // The dialect needs only connect and end of a pool; pg's client is wider than its interface says.
      kysely ??= new Kysely<DB>({ dialect: new PostgresDialect({ pool: pool as never }) })
      return kysely
    },
  }
}
