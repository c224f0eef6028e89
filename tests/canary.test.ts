/** Secrets of a day are searched in everything the day wrote: tables, database files with their log of changes, logs, files. */
import assert from 'node:assert/strict'
import { type ChildProcess, spawn } from 'node:child_process'
import { appendFileSync, mkdtempSync, readdirSync, readFileSync, rmdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { after, before, test } from 'node:test'
import { fileURLToPath } from 'node:url'
import { connect, type Db } from '../src/platform/database.ts'
import { type DatabaseServer, embeddedServer } from '../src/platform/embedded.ts'
import { erased, needles } from './support/canaries.ts'

const folder = mkdtempSync(join(tmpdir(), 'canary-'))
const server_folder = join(folder, 'server')
const data_folder = join(folder, 'data')
const control = 'Controlqzxwv'
let server: DatabaseServer
let db: Db
let day: ChildProcess
/** Where the server keeps its files: not always inside its folder. */
let files_folder = ''
let said = ''

before(async () => {
  // Every statement with its values goes to the server's log: what the program sends in the clear is found there.
  const settings = ['fsync=off', 'synchronous_commit=off', 'log_statement=all', 'max_connections=100']
  server = await embeddedServer(server_folder, { settings, idle_ms: 0 })
  const script = fileURLToPath(new URL('support/canary-day.ts', import.meta.url))
  day = spawn(
    process.execPath,
    [...process.execArgv.filter((one) => !one.startsWith('--test')), '--import', 'tsx', script],
    {
      env: {
        ...process.env,
        GANDAN_TEST_SERVER: server_folder,
        GANDAN_DATA: data_folder,
        GANDAN_LOG: 'trace',
        NODE_TEST_CONTEXT: '',
      },
      stdio: ['pipe', 'pipe', 'pipe'],
    },
  )
  const name = await new Promise<string>((resolve, reject) => {
    const hear = (chunk: Buffer) => {
      said += chunk.toString('utf8')
      const ready = /^READY (\S+)$/m.exec(said)
      if (ready?.[1]) resolve(ready[1])
    }
    day.stdout?.on('data', hear)
    day.stderr?.on('data', hear)
    day.on('exit', (code) => reject(new Error(`the day ended with ${code}:\n${said.slice(-3000)}`)))
  })
  db = connect(server.url('postgres', name), { max: 2 })
  files_folder = (await db.pool.query('show data_directory')).rows[0].data_directory
})

after(async () => {
  day?.stdin?.end()
  if (day && day.exitCode === null) await new Promise((resolve) => day.on('exit', resolve))
  await db?.end()
  await server?.end()
  rmSync(folder, { recursive: true, force: true })
  if (files_folder === '' || files_folder.startsWith(folder)) return
  rmSync(files_folder, { recursive: true, force: true })
  rmdirSync(dirname(files_folder))
})

/** The forms in which a word may lie: as it is, in hexadecimal, in base64 at any of three offsets, in UTF-16. */
function formsOf(word: string): { any_case: string[]; exact: string[] } {
  const bytes = Buffer.from(word)
  const base64 = [0, 1, 2].map((offset) => {
    const text = Buffer.concat([Buffer.alloc(offset), bytes])
      .toString('base64')
      .replace(/=+$/, '')
    // The first and last signs also hold bits of what stands beside the word.
    return text.slice(offset === 0 ? 0 : offset + 1, -1)
  })
  return {
    any_case: [
      word.toLowerCase(),
      bytes.toString('hex'),
      Buffer.from(word.toLowerCase(), 'utf16le').toString('latin1'),
    ],
    exact: base64,
  }
}

/** Matches where any of these texts stands. */
function anyOf(texts: readonly string[]): RegExp {
  return new RegExp(texts.map((text) => RegExp.escape(text)).join('|'))
}

/** Which of the words lie in bytes, in whatever form. One pass for all words first: almost everywhere there is none. */
function searchFor(words: readonly string[]): (bytes: Buffer) => string[] {
  const forms = words.map((word) => ({ word, ...formsOf(word) }))
  const any_case = anyOf(forms.flatMap((one) => one.any_case))
  const exact_case = anyOf(forms.flatMap((one) => one.exact))
  return (bytes) => {
    const exact = bytes.toString('latin1')
    const any = exact.toLowerCase()
    if (!any_case.test(any) && !exact_case.test(exact)) return []
    return forms
      .filter(
        (one) => one.any_case.some((form) => any.includes(form)) || one.exact.some((form) => exact.includes(form)),
      )
      .map(({ word }) => word)
  }
}

function found(bytes: Buffer, words: readonly string[]): string[] {
  return searchFor(words)(bytes)
}

/** Every row of every table, as text. */
async function inTables(words: readonly string[]): Promise<string[]> {
  const { rows: tables } = await db.pool.query<{ name: string }>(
    `select format('%I.%I', n.nspname, c.relname) as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
     where c.relkind in ('r', 'm', 'p') and n.nspname not in ('pg_toast', 'information_schema')`,
  )
  const search = searchFor(words)
  const leaks: string[] = []
  for (const { name } of tables) {
    const { rows } = await db.pool.query<{ line: string }>(`select t::text as line from ${name} t`)
    const lines = rows.map(({ line }) => line).join('\n')
    leaks.push(...search(Buffer.from(lines)).map((word) => `${name}: ${word}`))
  }
  return leaks
}

/** Every file under a folder. */
function inFiles(root: string, words: readonly string[]): string[] {
  const search = searchFor(words)
  return readdirSync(root, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .flatMap((entry) => {
      const path = join(entry.parentPath, entry.name)
      return search(readFileSync(path)).map((word) => `${path.slice(root.length)}: ${word}`)
    })
}

test('the search finds a word that was let out: in a table, in the files under it, in the logs', async () => {
  await db.pool.query(`insert into setting (name, value) values ('canary', to_jsonb($1::text))`, [control])
  await db.pool.query('checkpoint')
  assert.deepEqual(await inTables([control]), ['public.setting: Controlqzxwv'])
  const files = inFiles(files_folder, [control])
  assert.ok(
    files.some((file) => /pg_wal/.test(file)),
    'the log of changes',
  )
  assert.ok(
    files.some((file) => /base/.test(file)),
    'the table’s own file',
  )
  assert.deepEqual(inFiles(server_folder, [control]).filter((file) => /postgres\.log/.test(file)).length, 1)
  appendFileSync(join(folder, 'note'), Buffer.from(`x${control}`).toString('base64'))
  assert.equal(inFiles(folder, [control]).filter((file) => file.startsWith('/note')).length, 1)
  for (const form of [Buffer.from(control).toString('hex'), Buffer.from(`ab${control}z`).toString('base64')])
    assert.deepEqual(found(Buffer.from(`… ${form} …`), [control]), [control])
})

test('no table holds a secret in the clear', async () => {
  const { rows } = await db.pool.query('select count(*)::int as sealed from sealed_field')
  assert.ok(rows[0].sealed >= 10, 'the day sealed something')
  assert.deepEqual(await inTables(needles), [])
})

test('no database file, log of changes or statement of the server holds one', async () => {
  await db.pool.query('checkpoint')
  assert.deepEqual(inFiles(files_folder, needles), [])
  assert.deepEqual(inFiles(server_folder, needles), [])
})

test('of a petition that was sealed away no table and no file holds a word any more', async () => {
  const { rows } = await db.pool.query(`select count(*)::int as away from petition where state = 'sealed-away'`)
  assert.equal(rows[0].away, 1)
  assert.deepEqual(await inTables(erased), [])
  assert.deepEqual(inFiles(data_folder, erased), [])
  assert.deepEqual(found(Buffer.from(said), erased), [])
})

test('the program’s own log and the files it wrote hold none', () => {
  assert.match(said, /"level":/, 'the program logged something')
  assert.deepEqual(found(Buffer.from(said), needles), [])
  assert.deepEqual(inFiles(folder, needles), [])
})
