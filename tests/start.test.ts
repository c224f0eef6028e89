/** Two commands on a fresh machine: starting, stopping, being killed, and every start that cannot be. */
import assert from 'node:assert/strict'
import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { createServer, type Server } from 'node:net'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { fileURLToPath } from 'node:url'
import pg from 'pg'
import { connect } from '../src/platform/database.ts'
import { embeddedServer } from '../src/platform/embedded.ts'

const root = fileURLToPath(new URL('..', import.meta.url))
const loader = join(root, 'node_modules/tsx/dist/loader.mjs')
const base = mkdtempSync('/tmp/gandan-start-')
chmodSync(base, 0o755)
const data = join(base, 'data')

interface Started {
  child: ChildProcess
  /** Everything said so far. */
  said: () => string
  ended: Promise<number | null>
}

function gandan(args: string[], env: NodeJS.ProcessEnv = {}, as?: { uid: number; gid: number }): Started {
  const child = spawn(process.execPath, ['--import', loader, 'src/cli.ts', ...args], {
    cwd: root,
    env: { PATH: process.env['PATH'], GANDAN_DATA: data, GANDAN_DEMO: '0', PORT: '0', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
    ...as,
  })
  children.push(child)
  let text = ''
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', (part) => (text += part))
  const ended = new Promise<number | null>((resolve) => child.on('close', (code) => resolve(code)))
  return { child, said: () => text, ended }
}

/** Waits for the address, asks for its health, and gives the seconds it took. */
async function ready(started: Started): Promise<{ address: string; seconds: number }> {
  const from = performance.now()
  while (performance.now() - from < 60_000) {
    const address = /http:\/\/localhost:\d+/.exec(started.said())?.[0]
    if (address) {
      const answer = await fetch(`${address}/health`)
      assert.equal(answer.status, 200)
      const health: unknown = await answer.json()
      assert.ok(typeof health === 'object' && health && 'status' in health && health.status === 'ok')
      return { address, seconds: (performance.now() - from) / 1000 }
    }
    assert.equal(started.child.exitCode, null, started.said())
    await wait(50)
  }
  throw new Error(`not ready: ${started.said()}`)
}

const wait = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))

/** Processes whose command line names our folder. */
function running(): string[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .flatMap((pid) => {
      try {
        const line = readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ')
        return line.includes(base) ? [`${pid} ${line.slice(0, 80)}`] : []
      } catch {
        return []
      }
    })
}

async function nothingRuns(): Promise<void> {
  const deadline = Date.now() + 20_000
  while (running().length > 0 && Date.now() < deadline) await wait(100)
  assert.deepEqual(running(), [])
}

async function refused(started: Started, sentence: RegExp): Promise<void> {
  assert.equal(await started.ended, 2, started.said())
  assert.match(started.said().trim().split('\n').at(-1) ?? '', sentence)
}

/** All that was started: what a failed test left running is ended, or this file would wait for it. */
const children: ChildProcess[] = []
const listening: Server[] = []
before(async () => {
  const first = gandan(['start'])
  await ready(first)
  assert.match(first.said(), /^ +quan\.tri {2}\S{12,}$/m, 'an empty installation tells its first administrator')
  first.child.kill('SIGINT')
  assert.equal(await first.ended, 0, first.said())
})
after(() => {
  for (const server of listening) server.close()
  for (const child of children) if (child.exitCode === null && child.signalCode === null) child.kill('SIGKILL')
  rmSync(base, { recursive: true, force: true })
})

test('a second start is ready in seconds and Ctrl-C leaves nothing', async () => {
  await nothingRuns()
  const started = gandan(['start'])
  const { seconds } = await ready(started)
  assert.ok(seconds < 10, `${seconds} s`)
  assert.doesNotMatch(started.said(), /quan\.tri/, 'once')
  started.child.kill('SIGINT')
  assert.equal(await started.ended, 0, started.said())
  await nothingRuns()
})

test('a program killed by -9 leaves no orphan and does not stop the next start', async () => {
  const killed = gandan(['start'])
  await ready(killed)
  killed.child.kill('SIGKILL')
  await killed.ended
  await nothingRuns()
  const next = gandan(['start'])
  await ready(next)
  next.child.kill('SIGTERM')
  assert.equal(await next.ended, 0, next.said())
  await nothingRuns()
})

test('a guardian killed by -9 takes the server with it', async () => {
  const killed = gandan(['start'])
  await ready(killed)
  const { pid }: { pid: number } = JSON.parse(readFileSync(join(data, 'server.json'), 'utf8'))
  process.kill(pid, 'SIGKILL')
  killed.child.kill('SIGKILL')
  await killed.ended
  await nothingRuns()
  const next = gandan(['migrate'])
  assert.equal(await next.ended, 0, next.said())
  await nothingRuns()
})

test('a PostgreSQL killed by -9 comes back while the program runs', async () => {
  const started = gandan(['start'])
  const { address } = await ready(started)
  process.kill(serverPid(), 'SIGKILL')
  let status = 0
  for (let tries = 0; tries < 100 && status !== 200; tries++) {
    await wait(100)
    status = await fetch(`${address}/health`).then(
      (answer) => answer.status,
      () => 0,
    )
  }
  assert.equal(status, 200)
  started.child.kill('SIGINT')
  assert.equal(await started.ended, 0, started.said())
  await nothingRuns()
})

function serverPid(): number {
  return Number(readFileSync(join(data, 'postgres/postmaster.pid'), 'utf8').split('\n')[0])
}

test('everything killed at once, and the number of the dead server taken by another program', async () => {
  const started = gandan(['start'])
  await ready(started)
  const { pid }: { pid: number } = JSON.parse(readFileSync(join(data, 'server.json'), 'utf8'))
  for (const victim of [pid, serverPid()]) process.kill(victim, 'SIGKILL')
  started.child.kill('SIGKILL')
  await started.ended
  await nothingRuns()
  const file = join(data, 'postgres/postmaster.pid')
  if (existsSync(file)) writeFileSync(file, readFileSync(file, 'utf8').replace(/^\d+/, String(process.pid)))
  const next = gandan(['migrate'])
  assert.equal(await next.ended, 0, next.said())
  await nothingRuns()
})

test('of two commands at once one waits for the other', async () => {
  const both = [gandan(['migrate']), gandan(['migrate'])]
  for (const one of both) assert.equal(await one.ended, 0, one.said())
  await nothingRuns()
})

test('a taken port', async () => {
  const server = createServer()
  listening.push(server)
  await new Promise<void>((resolve) => server.listen(0, resolve))
  const address = server.address()
  assert.ok(address && typeof address === 'object')
  await refused(gandan(['start'], { PORT: String(address.port) }), /Port \d+ is taken/)
  await refused(gandan(['start'], { PORT: 'eighty' }), /is not a port/)
})

test('an unreachable or unreadable DATABASE_URL', async () => {
  const url = 'postgresql://somebody:secret@127.0.0.1:1/gandan'
  await refused(gandan(['start'], { DATABASE_URL: url }), /cannot be reached: .*ECONNREFUSED/)
  await refused(gandan(['start'], { DATABASE_URL: 'mysql://localhost' }), /DATABASE_URL is not a URL/)
})

test('GANDAN_TODAY with data that are no demonstration', async () => {
  await refused(gandan(['start'], { GANDAN_TODAY: '2026-11-20' }), /demonstration data only/)
  await refused(gandan(['start'], { GANDAN_TODAY: '2026-02-30' }), /is not a day/)
})

test('a database newer than the program', async () => {
  const server = await embeddedServer(data)
  const owner = connect(server.url('owner'), { max: 1 })
  await owner.pool.query("insert into migration values (9999, '9999_future.sql', 'x')")
  await refused(gandan(['start']), /newer than this program/)
  await owner.pool.query('delete from migration where number = 9999')
  await owner.end()
  await server.end()
  await nothingRuns()
})

test('unknown commands and arguments', async () => {
  await refused(gandan(['dance']), /There is no command "dance"/)
  await refused(gandan(['start', '--fast']), /Unknown argument --fast/)
  await refused(gandan(['restore', 'nowhere']), /There is no file/)
})

const nobody = { uid: 65534, gid: 65534 }
const canBecomeNobody =
  process.getuid?.() === 0 && spawnSync(process.execPath, ['--version'], { ...nobody, cwd: '/' }).status === 0
const unlessNobody = canBecomeNobody ? {} : { skip: 'needs root and a checkout that others may read' }

test('an ordinary user starts, stops, and cannot use a folder that is not theirs', unlessNobody, async () => {
  const theirs = join(base, 'theirs')
  mkdirSync(theirs)
  spawnSync('chown', ['65534:65534', theirs])
  const started = gandan(['start'], { GANDAN_DATA: theirs, HOME: '/nonexistent' }, nobody)
  await ready(started)
  started.child.kill('SIGINT')
  assert.equal(await started.ended, 0, started.said())
  await refused(gandan(['start'], { GANDAN_DATA: join(base, 'mine') }, nobody), /cannot be written/)
  await nothingRuns()
})

test('a backup fills an empty installation and no other', async () => {
  const file = join(base, 'one.backup')
  const made = gandan(['backup', file])
  assert.equal(await made.ended, 0, made.said())
  const elsewhere = join(base, 'restored')
  const restored = gandan(['restore', file], { GANDAN_DATA: elsewhere })
  assert.equal(await restored.ended, 0, restored.said())
  const counts = []
  for (const folder of [data, elsewhere]) {
    const server = await embeddedServer(folder)
    const client = new pg.Client(server.url('owner'))
    await client.connect()
    const { rows } = await client.query('select count(*) from unit_period')
    counts.push(rows[0].count)
    await client.end()
    await server.end()
  }
  assert.equal(counts[0], counts[1])
  if (counts[0] !== '0') await refused(gandan(['restore', file]), /database is not empty/)
  writeFileSync(file, 'no backup')
  await refused(gandan(['restore', file], { GANDAN_DATA: elsewhere }), /damaged or is not a backup/)
  await nothingRuns()
})
