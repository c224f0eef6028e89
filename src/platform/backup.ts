/**
 * One file with everything an installation keeps: all tables as of one instant, waiting jobs, files. PostgreSQL's own
 * pg_dump is not among the programs the embedded server ships, so the rows go through COPY.
 * The file: gzip of entries, each a JSON line and then frames (length as four bytes, content), an empty frame last.
 */
import { createReadStream, createWriteStream, existsSync, mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs'
import { dirname, join, relative, sep } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { createGunzip, createGzip } from 'node:zlib'
import type pg from 'pg'
import { copyIn, copyOut } from './copy.ts'
import { connect, type Queryable } from './database.ts'
import type { DatabaseServer } from './embedded.ts'
import { readMigrations } from './migrate.ts'
import { Stop } from './stop.ts'

/** The line before an entry's frames. */
type Entry =
  | { kind: 'head'; format: 1; made_at: string; migrations: { number: number; checksum: string }[] }
  | { kind: 'table'; name: string; columns: string[] }
  | { kind: 'file'; name: string }

/** What was written or read. */
export interface BackupCount {
  tables: number
  rows: number
  files: number
}

const columnsOf = (names: string[]) => names.map((name) => `"${name}"`).join(', ')

/** Folder of the data folder whose files belong to records. */
const filesFolder = 'files'

/** Jobs that wait go back to the outbox, from which they came: same id, same task. */
const waitingJobs = `
  select (j.payload ->> 'unit_id')::uuid, coalesce(j.key::uuid, gen_random_uuid()), t.identifier,
    j.payload::jsonb - 'unit_id', j.run_at
  from graphile_worker._private_jobs j join graphile_worker._private_tasks t on t.id = j.task_id
  where j.payload ->> 'unit_id' is not null`

/** Writes the backup to a temporary name and renames it when it is whole. */
export async function writeBackup(server: DatabaseServer, data: string, file: string): Promise<BackupCount> {
  const temporary = `${file}.part`
  mkdirSync(dirname(file), { recursive: true })
  const count: BackupCount = { tables: 0, rows: 0, files: 0 }
  try {
    const content = Readable.from(entries(server, data, count))
    await pipeline(content, createGzip({ level: 6 }), createWriteStream(temporary, { mode: 0o600 }))
    renameSync(temporary, file)
  } finally {
    rmSync(temporary, { force: true })
  }
  return count
}

async function* entries(server: DatabaseServer, data: string, count: BackupCount): AsyncGenerator<Buffer> {
  const owner = connect(server.url('owner'), { max: 1 })
  const worker = connect(server.url('worker'), { max: 1 })
  const client = await owner.pool.connect()
  const jobs = await worker.pool.connect()
  try {
    await client.query('begin isolation level repeatable read read only')
    const { rows } = await client.query<{ snapshot: string }>('select pg_export_snapshot() as snapshot')
    await jobs.query('begin isolation level repeatable read read only')
    await jobs.query(`set transaction snapshot '${rows[0]?.snapshot}'`)
    const migrations = readMigrations().map(({ number, checksum }) => ({ number, checksum }))
    yield* line({ kind: 'head', format: 1, made_at: new Date().toISOString(), migrations })
    yield frame(Buffer.alloc(0))
    for (const { name, columns } of await tablesInOrder(client)) {
      yield* line({ kind: 'table', name, columns })
      yield* rowsOf(client, `copy (select ${columnsOf(columns)} from "${name}") to stdout`, count)
      if (name === 'outbox') yield* rowsOf(jobs, `copy (${waitingJobs}) to stdout`, count)
      yield frame(Buffer.alloc(0))
      count.tables++
    }
  } finally {
    client.release(true)
    jobs.release(true)
    await Promise.all([owner.end(), worker.end()])
  }
  yield* fileEntries(join(data, filesFolder), count)
}

function* line(entry: Entry): Generator<Buffer> {
  yield Buffer.from(`${JSON.stringify(entry)}\n`)
}

function frame(content: Buffer): Buffer {
  const head = Buffer.alloc(4)
  head.writeUInt32BE(content.length)
  return Buffer.concat([head, content])
}

/** The rows of a COPY as frames; the server waits while the reader is busy. */
async function* rowsOf(client: pg.PoolClient, sql: string, count: BackupCount): AsyncGenerator<Buffer> {
  const queue: Buffer[] = []
  let over = false
  let wake: () => void = () => undefined
  let free: () => void = () => undefined
  const done = copyOut(client, sql, (chunk) => {
    queue.push(Buffer.from(chunk))
    wake()
    return queue.length < 1000 ? undefined : new Promise<void>((resolve) => (free = resolve))
  }).finally(() => {
    over = true
    wake()
  })
  done.catch(() => undefined)
  while (!over || queue.length > 0) {
    if (queue.length === 0) await new Promise<void>((resolve) => (wake = resolve))
    const chunks = queue.splice(0)
    free()
    if (chunks.length > 0) yield frame(Buffer.concat(chunks))
  }
  count.rows += await done
}

async function* fileEntries(folder: string, count: BackupCount): AsyncGenerator<Buffer> {
  if (!existsSync(folder)) return
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue
    const path = join(entry.parentPath, entry.name)
    yield* line({ kind: 'file', name: relative(folder, path).split(sep).join('/') })
    for await (const chunk of createReadStream(path)) yield frame(chunk)
    yield frame(Buffer.alloc(0))
    count.files++
  }
}

/** Our tables, those first that others refer to; generated columns are left out. */
async function tablesInOrder(db: Queryable): Promise<{ name: string; columns: string[] }[]> {
  const { rows } = await db.query<{ name: string; columns: string[]; needs: string[] }>(`
    select c.relname as name,
      array(select a.attname::text from pg_attribute a
        where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = '' order by a.attnum) as columns,
      array(select distinct f.confrelid::regclass::text from pg_constraint f
        where f.conrelid = c.oid and f.contype = 'f' and f.confrelid <> c.oid) as needs
    from pg_class c
    where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and not c.relispartition
      and c.relname <> 'migration'
    order by c.relname collate "C"`)
  const ordered: typeof rows = []
  while (ordered.length < rows.length) {
    const placed = new Set(ordered.map(({ name }) => name))
    const next = rows.filter(({ name, needs }) => !placed.has(name) && needs.every((need) => placed.has(need)))
    if (next.length === 0) throw new Error('the tables refer to each other in a circle')
    ordered.push(...next)
  }
  return ordered
}

/** Fills an empty database of the same schema, in one transaction; anything else is refused. */
export async function readBackup(server: DatabaseServer, data: string, file: string): Promise<BackupCount> {
  const source = new FrameReader(createReadStream(file).pipe(createGunzip()))
  const head = await source.entry()
  if (head?.kind !== 'head' || head.format !== 1) {
    throw new Stop(`Tệp ${file} không phải bản sao lưu.`, `${file} is not a backup of this program.`)
  }
  refuseOtherSchema(head.migrations)
  await source.skip()
  const count: BackupCount = { tables: 0, rows: 0, files: 0 }
  const owner = connect(server.url('owner'), { max: 1 })
  const client = await owner.pool.connect()
  try {
    await client.query('begin')
    await refuseUsed(client)
    for (let entry = await source.entry(); entry; entry = await source.entry()) {
      if (entry.kind === 'table') {
        await client.query(`delete from "${entry.name}"`)
        count.rows += await copyIn(
          client,
          `copy "${entry.name}" (${columnsOf(entry.columns)}) from stdin`,
          source.frames(),
        )
        count.tables++
      } else if (entry.kind === 'file') {
        const path = join(data, filesFolder, ...entry.name.split('/').filter((part) => part !== '..'))
        mkdirSync(dirname(path), { recursive: true, mode: 0o700 })
        await pipeline(Readable.from(source.frames()), createWriteStream(path, { mode: 0o600 }))
        count.files++
      }
    }
    await moveSequences(client)
    await client.query('commit')
  } finally {
    client.release(true)
    await owner.end()
  }
  return count
}

function refuseOtherSchema(migrations: { number: number; checksum: string }[]): void {
  const own = readMigrations()
  const same = own.length === migrations.length && own.every((file, i) => file.checksum === migrations[i]?.checksum)
  if (same) return
  throw new Stop(
    'Bản sao lưu thuộc phiên bản khác.',
    'The backup was made by another version: restore it with that version, then upgrade.',
  )
}

async function refuseUsed(client: Queryable): Promise<void> {
  const { rows } = await client.query('select exists (select from event) or exists (select from unit) as used')
  if (!rows[0]?.used) return
  throw new Stop(
    'Cơ sở dữ liệu đã có dữ liệu.',
    'The database is not empty: restore into a new one (an empty GANDAN_DATA folder or a new DATABASE_URL).',
  )
}

/** Numbers given by sequences go on after the largest that was restored. */
async function moveSequences(client: Queryable): Promise<void> {
  const { rows } = await client.query<{ sequence: string; table: string; column: string }>(`
    select pg_get_serial_sequence(format('%I', c.relname), a.attname) as sequence, c.relname as table, a.attname as column
    from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
    where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p')
      and pg_get_serial_sequence(format('%I', c.relname), a.attname) is not null`)
  for (const { sequence, table, column } of rows) {
    await client.query(
      `select setval($1, greatest(max("${column}"), 1), max("${column}") is not null) from "${table}"`,
      [sequence],
    )
  }
}

/** Reads entries and their frames from a stream, in order. */
class FrameReader {
  private readonly chunks: AsyncIterator<Buffer>
  private held = Buffer.alloc(0)

  constructor(stream: AsyncIterable<Buffer>) {
    this.chunks = stream[Symbol.asyncIterator]()
  }

  private async more(): Promise<boolean> {
    const { value, done } = await this.chunks.next()
    if (done) return false
    this.held = Buffer.concat([this.held, value])
    return true
  }

  /** The next entry's line; null at the end. */
  async entry(): Promise<Entry | null> {
    while (!this.held.includes(10)) if (this.held.length > 1_000_000 || !(await this.more())) break
    const end = this.held.indexOf(10)
    if (end < 0) {
      if (this.held.length === 0) return null
      throw new Stop('Bản sao lưu bị hỏng.', 'The backup is damaged: an entry has no end.')
    }
    const text = this.held.subarray(0, end).toString()
    this.held = this.held.subarray(end + 1)
    return JSON.parse(text)
  }

  /** The contents of the entry just read. */
  async *frames(): AsyncGenerator<Buffer> {
    while (true) {
      const length = (await this.take(4)).readUInt32BE()
      if (length === 0) return
      yield await this.take(length)
    }
  }

  async skip(): Promise<void> {
    for await (const _ of this.frames());
  }

  private async take(length: number): Promise<Buffer> {
    while (this.held.length < length) {
      if (!(await this.more())) throw new Stop('Bản sao lưu bị hỏng.', 'The backup is damaged: it ends too early.')
    }
    const taken = this.held.subarray(0, length)
    this.held = this.held.subarray(length)
    return taken
  }
}
