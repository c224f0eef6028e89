/** Brings a database to the program's schema: roles, numbered migrations, read views, the job runner's own tables. */
import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { Logger, makeWorkerUtils } from 'graphile-worker'
import type pg from 'pg'
import { connect, libraryPool, type Queryable } from './database.ts'
import { type DatabaseServer, databaseName } from './embedded.ts'
import { roleName, type Secrets } from './secrets.ts'
import { codeOf, Stop, sentenceOf } from './stop.ts'

/** One numbered file of db/migrations. */
export interface Migration {
  number: number
  name: string
  sql: string
  checksum: string
}

/** What to migrate and how to tell. */
export interface MigrateOptions {
  /** Default: the program's own. */
  database?: string
  /** Folder with `migrations/` and `views/`. */
  folder?: string
  say?: (line: string) => void
}

const ownFolder = fileURLToPath(new URL('../../db/', import.meta.url))

/** Row of the views' checksum in the table of migrations. */
const viewsNumber = 0

/** One number for all programs that migrate one database at once. */
const migrationLock = 7_204_911

/** The migrations of a folder in the order of their numbers. */
export function readMigrations(folder: string = ownFolder): Migration[] {
  const seen = new Set<number>()
  return sqlFiles(join(folder, 'migrations')).map(({ name, sql }) => {
    const number = Number(/^(\d{4})_[a-z0-9_]+\.sql$/.exec(name)?.[1])
    if (!number || seen.has(number))
      throw new Error(`db/migrations/${name}: the name is NNNN_words.sql, each number once`)
    seen.add(number)
    return { number, name, sql, checksum: checksumOf(sql) }
  })
}

/** One value that changes with every migration, view and with the rights given here. */
export function schemaHash(folder: string = ownFolder): string {
  const files = [...sqlFiles(join(folder, 'migrations')), ...sqlFiles(join(folder, 'views'))]
  const own = readFileSync(fileURLToPath(import.meta.url), 'utf8')
  return checksumOf(own + files.map(({ name, sql }) => `${name}\n${sql}`).join('\n')).slice(0, 16)
}

function sqlFiles(folder: string): { name: string; sql: string }[] {
  if (!existsSync(folder)) return []
  const names = readdirSync(folder).filter((name) => name.endsWith('.sql'))
  return names.sort().map((name) => ({ name, sql: readFileSync(join(folder, name), 'utf8') }))
}

function checksumOf(text: string): string {
  return createHash('sha256').update(text).digest('hex')
}

/** Migrates; harmless to repeat, and of two at once one waits. Returns the number of migrations applied. */
export async function migrate(server: DatabaseServer, options: MigrateOptions = {}): Promise<number> {
  const database = options.database ?? databaseName
  await prepareRoles(server, database)
  const db = connect(server.url('owner', database), { max: 1 })
  const client = await db.pool.connect()
  let applied: number
  try {
    await client.query('select pg_advisory_lock($1)', [migrationLock])
    applied = await applyAll(client, options.folder ?? ownFolder, options.say ?? (() => undefined))
  } finally {
    client.release(true)
    await db.end()
  }
  await migrateJobs(server.url('worker', database))
  return applied
}

/** Roles, the database and the schema of the job runner: what only the superuser (or a role that may create roles) can do. */
async function prepareRoles(server: DatabaseServer, database: string): Promise<void> {
  const ready = connect(server.url('owner', database), { max: 1 })
  try {
    const { rows } = await ready.pool.query("select to_regnamespace('graphile_worker') is not null as prepared")
    if (rows[0]?.prepared) return
  } catch (fault) {
    if (!['3D000', '28P01', '28000'].includes(codeOf(fault) ?? '')) throw unreachable(fault)
  } finally {
    await ready.end()
  }
  if (server.embedded) {
    await asSuperuser(server, 'postgres', async (client) => {
      await createRoles(client, server.secrets)
      const { rows } = await client.query('select from pg_database where datname = $1', [database])
      if (rows.length === 0) await client.query(`create database "${database}" owner gandan_owner`)
    })
  }
  await asSuperuser(server, database, async (client) => {
    if (!server.embedded) await createRoles(client, server.secrets)
    await client.query(`grant create on database "${database}" to gandan_owner, gandan_worker`)
    await client.query('grant create, usage on schema public to gandan_owner')
    await client.query('create schema if not exists graphile_worker')
    await client.query('grant gandan_worker to current_user')
    await client.query('alter schema graphile_worker owner to gandan_worker')
  })
}

/** Drops and makes anew the program's database on the embedded server: for a demonstration that was cut off. */
export async function recreate(server: DatabaseServer): Promise<void> {
  await asSuperuser(server, 'postgres', async (client) => {
    await client.query(`drop database if exists ${databaseName} with (force)`)
  })
}

async function asSuperuser(server: DatabaseServer, database: string, work: (client: pg.PoolClient) => Promise<void>) {
  const db = connect(server.url('postgres', database), { max: 1 })
  try {
    const client = await db.pool.connect()
    try {
      await client.query('select pg_advisory_lock($1)', [migrationLock])
      await work(client)
    } finally {
      client.release(true)
    }
  } catch (fault) {
    throw unreachable(fault)
  } finally {
    await db.end()
  }
}

/** The three roles of the program, with the passwords of the data folder. */
async function createRoles(client: pg.PoolClient, secrets: Secrets): Promise<void> {
  for (const role of ['owner', 'app', 'worker'] as const) {
    const name = roleName[role]
    const { rows } = await client.query('select from pg_roles where rolname = $1', [name])
    if (rows.length === 0) await client.query(`create role ${name} login`)
    await client.query(`alter role ${name} password '${secrets[role]}'`)
  }
}

/** A sentence for a server that cannot be asked; other faults as they are. */
export function unreachable(fault: unknown): unknown {
  const code = codeOf(fault) ?? ''
  if (code === '42501') {
    return new Stop(
      'Vai trò trong DATABASE_URL không đủ quyền.',
      `The role of DATABASE_URL lacks a right (${sentenceOf(fault)}): it must be able to create roles.`,
    )
  }
  const lost = ['ECONNREFUSED', 'ENOTFOUND', 'ENOENT', 'ETIMEDOUT', 'EHOSTUNREACH', 'ECONNRESET', 'EAI_AGAIN', 'EACCES']
  const refused = ['28P01', '28000', '3D000', '57P03', '53300']
  const silent = fault instanceof Error && /timeout|terminated/i.test(fault.message)
  if (!lost.includes(code) && !refused.includes(code) && !silent) return fault
  const reason = fault instanceof AggregateError ? fault.errors.map(sentenceOf).join('; ') : sentenceOf(fault)
  return new Stop('Không kết nối được cơ sở dữ liệu.', `The database cannot be reached: ${reason}. Check DATABASE_URL.`)
}

async function applyAll(client: pg.PoolClient, folder: string, say: (line: string) => void): Promise<number> {
  await prepareSchema(client)
  const files = readMigrations(folder)
  const { rows } = await client.query<{ number: number; name: string; checksum: string }>(
    'select number, name, checksum from migration order by number',
  )
  const recorded = new Map(rows.map((row) => [row.number, row]))
  refuseForeign(
    files,
    [...recorded.values()].filter((row) => row.number !== viewsNumber),
  )
  const pending = files.filter((file) => !recorded.has(file.number))
  const views = sqlFiles(join(folder, 'views'))
  const views_checksum = checksumOf(views.map(({ name, sql }) => name + sql).join('\n'))
  if (pending.length === 0 && recorded.get(viewsNumber)?.checksum === views_checksum) return 0
  await inTransaction(client, () => dropViews(client))
  for (const file of pending) {
    say(`  ${file.name}`)
    await inTransaction(client, async () => {
      await runFile(client, `db/migrations/${file.name}`, file.sql)
      await record(client, file.number, file.name, file.checksum)
    })
  }
  await inTransaction(client, async () => {
    for (const { name, sql } of views) await runFile(client, `db/views/${name}`, sql)
    await closeViews(client)
    await record(client, viewsNumber, 'views', views_checksum)
  })
  return pending.length
}

/** The rights every later table is born with, and the list of what was applied. */
async function prepareSchema(client: pg.PoolClient): Promise<void> {
  const { rows } = await client.query("select to_regclass('public.migration') is not null as there")
  if (rows[0]?.there) return
  await inTransaction(client, async () => {
    for (const role of [roleName.app, roleName.worker]) {
      await client.query(`
        alter default privileges in schema public grant select, insert, update on tables to ${role};
        alter default privileges in schema public grant usage, select on sequences to ${role};
      `)
    }
    await client.query(`
      create table migration (
        number integer primary key,
        name text not null,
        checksum text not null,
        applied_at timestamptz not null default now()
      );
      comment on table migration is 'reference: what was applied to this database, the views as row 0';
      revoke insert, update on migration from gandan_app, gandan_worker;
    `)
  })
}

/** A database that knows what we do not is newer than the program; a file that changed is not the one applied. */
function refuseForeign(files: Migration[], recorded: { number: number; name: string; checksum: string }[]): void {
  for (const row of recorded) {
    const file = files.find(({ number }) => number === row.number)
    if (!file) {
      throw new Stop(
        `Cơ sở dữ liệu mới hơn chương trình (${row.name}).`,
        `The database is newer than this program (it has ${row.name}): start the newer version.`,
      )
    }
    if (file.checksum !== row.checksum) {
      throw new Stop(
        `Tệp ${file.name} đã bị sửa sau khi áp dụng.`,
        `db/migrations/${file.name} was changed after it was applied: bring it back and put the change into a new file.`,
      )
    }
  }
}

async function inTransaction(client: pg.PoolClient, work: () => Promise<void>): Promise<void> {
  await client.query('begin')
  try {
    await work()
    await client.query('commit')
  } catch (fault) {
    await client.query('rollback')
    throw fault
  }
}

async function runFile(client: pg.PoolClient, name: string, sql: string): Promise<void> {
  try {
    await client.query(sql)
  } catch (fault) {
    const position = fault instanceof Error && 'position' in fault ? Number(fault.position) : 0
    const line = position ? `:${sql.slice(0, position).split('\n').length}` : ''
    throw new Error(`${name}${line}: ${sentenceOf(fault)}`, { cause: fault })
  }
}

async function record(client: pg.PoolClient, number: number, name: string, checksum: string): Promise<void> {
  await client.query(
    `insert into migration (number, name, checksum) values ($1, $2, $3)
     on conflict (number) do update set checksum = excluded.checksum, applied_at = now()`,
    [number, name, checksum],
  )
}

async function ownViews(client: Queryable): Promise<string[]> {
  const { rows } = await client.query<{ name: string }>(`
    select format('%I', c.relname) as name
    from pg_class c
    where c.relnamespace = 'public'::regnamespace and c.relkind = 'v'
      and not exists (select from pg_depend d where d.objid = c.oid and d.deptype = 'e')
    order by 1`)
  return rows.map(({ name }) => name)
}

/** Views hold nothing: they go before a migration and are made again after it. */
async function dropViews(client: pg.PoolClient): Promise<void> {
  for (const name of await ownViews(client)) await client.query(`drop view if exists ${name} cascade`)
}

/** A simple view can be written through with its owner's rights, past what was revoked on its table. */
async function closeViews(client: pg.PoolClient): Promise<void> {
  for (const name of await ownViews(client)) {
    await client.query(`revoke insert, update on ${name} from gandan_app, gandan_worker`)
  }
}

/** The job runner's tables, owned by the worker's role: row-level security there hides jobs from any other. */
async function migrateJobs(url: string): Promise<void> {
  const pgPool = libraryPool(url, { max: 2, whose: 'queue' })
  const jobs = await makeWorkerUtils({ pgPool, logger: new Logger(() => () => undefined) })
  try {
    await jobs.migrate()
  } finally {
    await jobs.release()
    await pgPool.end()
  }
}
