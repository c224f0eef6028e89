/** A migrated database of its own for a test file: a clone of one template on a shared embedded server. */
import { fileURLToPath } from 'node:url'
import type pg from 'pg'
import { connect, type Db } from '../../src/platform/database.ts'
import { type DatabaseServer, embeddedServer } from '../../src/platform/embedded.ts'
import { migrate, schemaHash } from '../../src/platform/migrate.ts'

/** The clone, as the roles of the program see it. */
export interface TestDatabase {
  /** As the server: `gandan_app`. */
  db: Db
  /** As the migrations: `gandan_owner`. */
  owner: Db
  /** As the job runner: `gandan_worker`. */
  worker: Db
  /** URL of the role `gandan_app`. */
  url: string
  /** URL of the role `gandan_worker`. */
  worker_url: string
  /** Closes the pools and drops the clone. */
  close(): Promise<void>
}

/** Nothing here must outlive a crash, so nothing waits for the disk. */
const settings = ['fsync=off', 'synchronous_commit=off', 'full_page_writes=off', 'max_connections=200']

/** Held while a template is made, cloned or swept. */
const templateLock = 7_204_912

let made = 0

/** The server of the test run (`tools/test.ts`), or one in `data/test-server` that stays up ten minutes after its last user. */
export function testServer(): Promise<DatabaseServer> {
  const given = process.env['GANDAN_TEST_SERVER']
  const usual = fileURLToPath(new URL('../../data/test-server', import.meta.url))
  return given ? databaseServerForTests(given) : embeddedServer(usual, { settings, idle_ms: 600_000 })
}

/** A server in this folder that ends with its last user. */
export function databaseServerForTests(data: string): Promise<DatabaseServer> {
  return embeddedServer(data, { settings, idle_ms: 0 })
}

/** Something that takes long to bring in and that many files start from: brought in once, into a template of its own. */
export interface Grown {
  /** Short, of letters and digits; changes when what it stands for changes. */
  name: string
  grow(owner: Db): Promise<unknown>
}

/** Clones the template, or the one with more in it. Call `close` in `after`, or the test file does not end. */
export async function testDatabase(grown?: Grown): Promise<TestDatabase> {
  const server = await testServer()
  const name = `test_${process.pid}_${++made}`
  try {
    await withTemplate(server, async (client, base) => {
      const template = grown ? await grownFrom(server, client, base, grown) : base
      await client.query(`create database ${name} template ${template} owner gandan_owner strategy file_copy`)
    })
  } catch (fault) {
    await server.end()
    throw fault
  }
  return opened(server, name)
}

/**
 * Exact copies of a database as it stands, byte for byte: ids, sessions and order of rows alike. The original's own
 * pools are closed by this; it comes back, opened anew, as the first of them.
 */
export async function twinsOf(original: TestDatabase, copies: number): Promise<TestDatabase[]> {
  const server = await testServer()
  const first = new URL(original.url.replace('@/', '@socket/')).pathname.slice(1)
  await Promise.all([original.db.end(), original.owner.end(), original.worker.end()])
  const names = [first]
  await asSuperuser(server, async (client) => {
    for (let copy = 0; copy < copies; copy++) {
      const name = `test_${process.pid}_${++made}`
      await client.query(`create database ${name} template ${first} owner gandan_owner strategy file_copy`)
      names.push(name)
    }
  })
  const twins: TestDatabase[] = []
  for (const name of names) twins.push(opened(await testServer(), name))
  await server.end()
  return twins
}

function opened(server: DatabaseServer, name: string): TestDatabase {
  const db = connect(server.url('app', name), { max: 20 })
  const owner = connect(server.url('owner', name), { max: 4 })
  const worker = connect(server.url('worker', name), { max: 8 })
  const close = async () => {
    await Promise.all([db.end(), owner.end(), worker.end()])
    await asSuperuser(server, async (client) => {
      await client.query(`drop database if exists ${name} with (force)`)
    })
    await server.end()
  }
  return { db, owner, worker, url: server.url('app', name), worker_url: server.url('worker', name), close }
}

/** Makes the template of today's migrations and views where it is missing, then works with it, alone. */
export async function withTemplate(
  server: DatabaseServer,
  work: (client: pg.PoolClient, template: string) => Promise<void>,
): Promise<void> {
  const template = `template_${schemaHash()}`
  await asSuperuser(server, async (client) => {
    await client.query('select pg_advisory_lock($1)', [templateLock])
    const { rows } = await client.query<{ datname: string }>('select datname from pg_database')
    const names = rows.map(({ datname }) => datname)
    if (!names.includes(template)) {
      await sweep(client, names)
      const draft = `draft_${process.pid}`
      await migrate(server, { database: draft })
      await client.query(`alter database ${draft} rename to ${template}`)
    }
    await work(client, template)
  })
}

/** The name of the template with more in it, made where it is missing. */
async function grownFrom(server: DatabaseServer, client: pg.PoolClient, base: string, grown: Grown): Promise<string> {
  const name = `${base}_${grown.name}`
  const { rows } = await client.query('select from pg_database where datname = $1', [name])
  if (rows.length > 0) return name
  const draft = `draft_${process.pid}`
  await client.query(`create database ${draft} template ${base} owner gandan_owner strategy file_copy`)
  const owner = connect(server.url('owner', draft), { max: 4 })
  await grown.grow(owner).finally(() => owner.end())
  await client.query(`alter database ${draft} rename to ${name}`)
  return name
}

/** Drops templates of other schemas and what killed tests left. */
async function sweep(client: pg.PoolClient, names: string[]): Promise<void> {
  for (const name of names) {
    const pid = Number(/^(?:test|draft)_(\d+)/.exec(name)?.[1] ?? 0)
    const dead = pid !== 0 && !lives(pid)
    const old = name.startsWith('template_')
    if (dead || old) await client.query(`drop database if exists ${name}`).catch(() => undefined)
  }
}

function lives(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch {
    return false
  }
}

async function asSuperuser(server: DatabaseServer, work: (client: pg.PoolClient) => Promise<void>): Promise<void> {
  const db = connect(server.url('postgres', 'postgres'), { max: 1 })
  const client = await db.pool.connect()
  try {
    await work(client)
  } finally {
    client.release(true)
    await db.end()
  }
}
