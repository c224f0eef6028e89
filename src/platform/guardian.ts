/**
 * The guardian: a process between the program and PostgreSQL. It holds the lock of the data folder, starts the server,
 * and counts who uses it: its own standard input and every connection to `lease.sock`. When the last one is gone
 * (a killed program closes its connections too), it shuts the server down. Started by `embedded.ts` with one argument.
 */
import { createWriteStream, existsSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { createServer, type Server, type Socket } from 'node:net'
import { basename, join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { createCluster, diskFull, type Running, startCluster } from './cluster.ts'
import { findPlace, makeSocketFolder, type Place } from './place.ts'
import { codeOf, Stop, sentenceOf } from './stop.ts'

/** What the guardian is told: its only argument, as JSON. */
export interface GuardianOrder {
  data: string
  /** PostgreSQL settings, each `name=value`. */
  settings: string[]
  /** How long the server stays up after its last user is gone. */
  idle_ms: number
}

/** Where the server is found, written to `server.json` in the data folder. */
export interface ServerRecord {
  pid: number
  sockets: string
  cluster: string
}

/** Exit code: another guardian holds the lock. */
export const heldByAnother = 3

const order: GuardianOrder = JSON.parse(process.argv[2] ?? '{}')
const record_file = join(order.data, 'server.json')
const log_file = join(order.data, 'postgres.log')

/** A lock of the kernel through SQLite: it goes with the process, however that ends. */
function takeLock(): DatabaseSync | null {
  const lock = new DatabaseSync(join(order.data, 'server.lock'), { timeout: 0 })
  try {
    lock.exec('pragma locking_mode = exclusive; begin exclusive')
    return lock
  } catch (fault) {
    lock.close()
    if (/locked/.test(sentenceOf(fault))) return null
    throw fault
  }
}

/** Kept here: collected with its variable, it would let the lock go. */
let lock: DatabaseSync | null = null

/** A killed guardian leaves its socket folder behind. */
function clearLeftovers(): void {
  if (existsSync(log_file) && statSync(log_file).size > 20_000_000) rmSync(log_file)
  if (!existsSync(record_file)) return
  const { sockets }: ServerRecord = JSON.parse(readFileSync(record_file, 'utf8'))
  if (basename(sockets).startsWith('gandan-')) rmSync(sockets, { recursive: true, force: true })
  rmSync(record_file)
}

/** A line for the one who started us; nobody may be reading any more. */
const out = createWriteStream('', { fd: 1 })
out.on('error', () => undefined)
const tell = (line: Record<string, string>) => out.write(`${JSON.stringify(line)}\n`)

class Guardian {
  private readonly leases = new Set<Socket>()
  private input_open = true
  private ready = false
  private closing = false
  private idle: NodeJS.Timeout | undefined
  private running: Running | undefined
  private restarts: number[] = []
  private readonly place: Place
  private readonly sockets: string
  private readonly door: Server

  constructor(place: Place) {
    this.place = place
    this.sockets = makeSocketFolder(place.user)
    this.door = createServer({ allowHalfOpen: true }, (socket) => this.admit(socket))
    process.stdin.on('end', () => this.inputClosed())
    process.stdin.on('error', () => this.inputClosed())
    process.stdin.resume()
    for (const signal of ['SIGTERM', 'SIGINT'] as const) process.on(signal, () => this.close())
    process.on('SIGHUP', () => undefined)
  }

  async open(): Promise<void> {
    await new Promise<void>((resolve) => this.door.listen(join(this.sockets, 'lease.sock'), resolve))
    await this.start()
    const record: ServerRecord = { pid: process.pid, sockets: this.sockets, cluster: this.place.cluster }
    writeFileSync(`${record_file}.new`, JSON.stringify(record), { mode: 0o600 })
    renameSync(`${record_file}.new`, record_file)
    this.ready = true
    for (const socket of this.leases) socket.write('ready\n')
    tell({ ready: this.sockets })
    this.closeIfUnused()
  }

  /** A user: holds the server as long as its connection lasts. */
  private admit(socket: Socket): void {
    socket.on('error', () => undefined)
    if (this.closing) {
      socket.destroy()
      return
    }
    clearTimeout(this.idle)
    this.leases.add(socket)
    socket.resume()
    socket.on('end', () => this.leave(socket))
    socket.on('close', () => this.leave(socket))
    if (this.ready) socket.write('ready\n')
  }

  /** Leaves; the last one's connection stays open until the server is down, so that it can wait for that. */
  private leave(socket: Socket): void {
    if (!this.leases.delete(socket)) return
    this.closeIfUnused()
    if (!this.closing) socket.end()
  }

  private inputClosed(): void {
    this.input_open = false
    this.closeIfUnused()
  }

  private closeIfUnused(): void {
    if (!this.ready || this.input_open || this.leases.size > 0 || this.closing) return
    if (order.idle_ms === 0) {
      this.close()
      return
    }
    clearTimeout(this.idle)
    this.idle = setTimeout(() => this.close(), order.idle_ms)
  }

  private async start(): Promise<void> {
    this.running = await startCluster(this.place, this.sockets, order.settings, log_file)
    this.running.ended.then(() => this.serverEnded())
  }

  /** A killed server recovers by itself, unless it keeps falling. */
  private async serverEnded(): Promise<void> {
    if (this.closing) return
    const now = Date.now()
    this.restarts = [...this.restarts.filter((at) => now - at < 60_000), now]
    try {
      if (this.restarts.length > 5) throw new Error('the server keeps ending')
      await this.start()
    } catch {
      await this.close()
    }
  }

  private async close(): Promise<void> {
    if (this.closing) return
    this.closing = true
    this.door.close()
    rmSync(record_file, { force: true })
    await this.running?.stop()
    rmSync(this.sockets, { recursive: true, force: true })
    process.exit(0)
  }

  /** Leaves nothing behind after a start that failed. */
  discard(): void {
    rmSync(this.sockets, { recursive: true, force: true })
  }
}

async function main(): Promise<void> {
  let guardian: Guardian | undefined
  try {
    lock = takeLock()
    if (!lock) process.exit(heldByAnother)
    clearLeftovers()
    const place = findPlace(order.data)
    if (!existsSync(join(place.cluster, 'PG_VERSION'))) tell({ step: 'create' })
    createCluster(place, process.env['GANDAN_SUPERUSER_SECRET'] ?? '')
    delete process.env['GANDAN_SUPERUSER_SECRET']
    guardian = new Guardian(place)
    await guardian.open()
  } catch (fault) {
    guardian?.discard()
    const stop = fault instanceof Stop ? fault : asStop(fault)
    out.end(`${JSON.stringify({ failed: stop.message })}\n`, () => process.exit(2))
  }
}

function asStop(fault: unknown): Stop {
  const code = codeOf(fault)
  if (code === 'ENOSPC' || code === 'EDQUOT') return diskFull()
  return new Stop('Không khởi động được cơ sở dữ liệu.', `The database could not be started: ${sentenceOf(fault)}`)
}

await main()
