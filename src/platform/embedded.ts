/** The database server of this installation: the one at `DATABASE_URL`, the embedded one that runs, or one started now. */
import { type ChildProcess, spawn } from 'node:child_process'
import { accessSync, constants, existsSync, mkdirSync, readFileSync } from 'node:fs'
import { connect, Socket } from 'node:net'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Config } from './config.ts'
import type { GuardianOrder, ServerRecord } from './guardian.ts'
import { type Role, readSecrets, roleName, type Secrets } from './secrets.ts'
import { codeOf, Stop, sentenceOf } from './stop.ts'

/** A server that answers, until `end`. */
export interface DatabaseServer {
  /** The URL of a database for a role. */
  url(role: Role, database?: string): string
  secrets: Secrets
  /** Ours, so that we are its superuser and may make databases. */
  embedded: boolean
  /** Lets the server go; the last one out waits until it is down. */
  end(): Promise<void>
}

/** How the embedded server is run. */
export interface EmbeddedOptions {
  /** PostgreSQL settings, `name=value`. */
  settings?: string[]
  /** How long it stays up after the last user, milliseconds. */
  idle_ms?: number
  /** Told what takes long, in a sentence. */
  say?: (line: string) => void
}

/** The name of the program's database. */
export const databaseName = 'gandan'

/** Exit code of a guardian that finds another holding the folder. */
const heldByAnother = 3

/** Stands for the empty host of a URL whose socket folder is given as `?host=`. */
const noHost = 'no-host.invalid'

/** How long a start may take, recovery included. */
const start_ms_max = 330_000

/** The server of this configuration: `DATABASE_URL` where it is set, else the embedded one. */
export async function databaseServer(config: Config, options: EmbeddedOptions = {}): Promise<DatabaseServer> {
  if (config.database_url === null) return embeddedServer(config.data, options)
  prepareFolder(config.data)
  return maintainedServer(config.database_url, readSecrets(config.data))
}

/** A server somebody else runs: the roles differ from the given URL in name and password alone. */
function maintainedServer(given: string, secrets: Secrets): DatabaseServer {
  const url = (role: Role) => {
    if (role === 'postgres') return given
    const changed = new URL(given.replace(/@\//, `@${noHost}/`))
    changed.username = roleName[role]
    changed.password = secrets[role]
    return changed.toString().replace(`@${noHost}/`, '@/')
  }
  if (!URL.canParse(given.replace(/@\//, `@${noHost}/`)) || !/^postgres(ql)?:/.test(given)) {
    throw new Stop(
      'DATABASE_URL không đúng dạng.',
      'DATABASE_URL is not a URL such as postgresql://user:secret@host/gandan.',
    )
  }
  return { url, secrets, embedded: false, end: async () => undefined }
}

/** Uses the embedded server of a data folder, starting it where nobody has. */
export async function embeddedServer(data: string, options: EmbeddedOptions = {}): Promise<DatabaseServer> {
  prepareFolder(data)
  const secrets = readSecrets(data)
  const deadline = Date.now() + start_ms_max
  while (Date.now() < deadline) {
    const lease = (await leaseOfRunning(data)) ?? (await startGuardian(data, secrets, options))
    if (lease) {
      const url = (role: Role, database?: string) => socketUrl(lease.sockets, role, secrets, database)
      return { url, secrets, embedded: true, end: lease.end }
    }
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
  throw new Stop('Chờ cơ sở dữ liệu quá lâu.', `Another program holds ${data} and its database does not get ready.`)
}

function socketUrl(sockets: string, role: Role, secrets: Secrets, database: string = databaseName): string {
  return `postgresql://${roleName[role]}:${secrets[role]}@/${database}?host=${encodeURIComponent(sockets)}`
}

/** Makes the data folder, or says why it cannot be used. */
export function prepareFolder(data: string): void {
  try {
    mkdirSync(dirname(data), { recursive: true })
    mkdirSync(data, { recursive: true, mode: 0o700 })
    accessSync(data, constants.R_OK | constants.W_OK | constants.X_OK)
  } catch (fault) {
    if (codeOf(fault) === 'ENOSPC')
      throw new Stop('Ổ đĩa đã đầy.', 'The disk is full: free some space and start again.')
    throw new Stop(
      `Không ghi được vào thư mục ${data}.`,
      `The folder ${data} cannot be written: give yourself the right or set GANDAN_DATA to another folder.`,
    )
  }
}

interface Lease {
  sockets: string
  end(): Promise<void>
}

/** A place at the server that runs in this folder; null where none does. */
async function leaseOfRunning(data: string): Promise<Lease | null> {
  const file = join(data, 'server.json')
  if (!existsSync(file)) return null
  try {
    const { sockets }: ServerRecord = JSON.parse(readFileSync(file, 'utf8'))
    const socket = await takeLease(sockets)
    return socket && { sockets, end: () => giveBack(socket) }
  } catch {
    return null
  }
}

/** Connects and waits for the word `ready`; null where the server is on its way down. */
function takeLease(sockets: string): Promise<Socket | null> {
  return new Promise((resolve) => {
    const socket = connect(join(sockets, 'lease.sock'))
    socket.on('error', () => resolve(null))
    socket.on('close', () => resolve(null))
    socket.once('data', () => {
      socket.unref()
      resolve(socket)
    })
  })
}

/** Leaves the server and waits until the guardian has taken note, or has shut down. */
function giveBack(socket: Socket): Promise<void> {
  return new Promise((resolve) => {
    if (socket.destroyed) resolve()
    socket.ref()
    socket.on('close', () => resolve())
    socket.resume()
    socket.end()
  })
}

/** Starts a guardian; null where another one was first. */
async function startGuardian(data: string, secrets: Secrets, options: EmbeddedOptions): Promise<Lease | null> {
  const order: GuardianOrder = { data, settings: options.settings ?? [], idle_ms: options.idle_ms ?? 0 }
  const program = fileURLToPath(new URL('./guardian.ts', import.meta.url))
  const guardian = spawn(process.execPath, [program, JSON.stringify(order)], {
    detached: true,
    cwd: '/',
    stdio: ['pipe', 'pipe', 'ignore'],
    env: { PATH: process.env['PATH'] ?? '', GANDAN_SUPERUSER_SECRET: secrets.postgres },
  })
  const sockets = await firstWord(guardian, options.say ?? (() => undefined))
  if (sockets === null) return null
  const socket = await takeLease(sockets)
  if (!socket) return null
  letGo(guardian)
  return {
    sockets,
    async end() {
      guardian.stdin.end()
      await giveBack(socket)
    },
  }
}

/** The program may end while its guardian still listens; the pipes close with it. */
function letGo(guardian: ChildProcess): void {
  guardian.unref()
  for (const pipe of [guardian.stdin, guardian.stdout]) if (pipe instanceof Socket) pipe.unref()
}

/** Reads the guardian's lines until it is ready: its socket folder, or null where it found the folder held. */
function firstWord(guardian: ChildProcess, say: (line: string) => void): Promise<string | null> {
  return new Promise((resolve, reject) => {
    let text = ''
    guardian.stdin?.on('error', () => undefined)
    guardian.stdout?.on('data', (part) => {
      text += part
      const lines = text.split('\n')
      text = lines.pop() ?? ''
      for (const line of lines) {
        const word: { step?: string; ready?: string; failed?: string } = JSON.parse(line)
        if (word.step === 'create') say('Đang tạo cơ sở dữ liệu … / Creating the database …')
        if (word.ready) resolve(word.ready)
        if (word.failed) reject(Object.assign(new Stop('', ''), { message: word.failed }))
      }
    })
    guardian.on('error', (fault) => reject(new Stop('Không chạy được người canh cơ sở dữ liệu.', sentenceOf(fault))))
    guardian.on('exit', (code) => {
      if (code === heldByAnother) resolve(null)
      else reject(new Stop('Người canh cơ sở dữ liệu đã dừng.', `The database's guardian ended with code ${code}.`))
    })
  })
}
