/** One PostgreSQL cluster: made once, started, watched, brought down. Run inside the guardian. */
import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import {
  chownSync,
  existsSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { connect } from 'node:net'
import { basename, dirname, join } from 'node:path'
import type { Place, ServerUser } from './place.ts'
import { codeOf, Stop, sentenceOf } from './stop.ts'

/** A server that runs. */
export interface Running {
  /** Resolves when the server has ended, whatever ended it. */
  ended: Promise<void>
  /** Fast shutdown, then an immediate one; resolves when it is down. */
  stop(): Promise<void>
}

/**
 * Holds the server while its own standard input is open: whatever ends the guardian, the pipe closes and
 * the server gets its fast shutdown.
 */
const holder = `
exec 3<&0
"$@" </dev/null 3<&- &
server=$!
( read -r nothing <&3; kill -INT $server ) 2>/dev/null &
watch=$!
exec 3<&-
wait $server
status=$?
kill $watch 2>/dev/null
exit $status
`

const asUser = (user: ServerUser | null) => (user ? { uid: user.uid, gid: user.gid } : {})

/** The surroundings of the server's programs: nothing of ours. */
const bareEnvironment = { PATH: '/usr/bin:/bin', LC_ALL: 'C', TZ: 'UTC' }

/** Makes the cluster in a temporary folder beside its place, then renames it: a broken start leaves no half cluster. */
export function createCluster(place: Place, password: string): void {
  if (existsSync(join(place.cluster, 'PG_VERSION'))) return
  const temporary = `${place.cluster}.new`
  const secret = `${place.cluster}.secret`
  rmSync(temporary, { recursive: true, force: true })
  rmSync(secret, { force: true })
  try {
    mkdirSync(temporary, { mode: 0o700 })
    writeFileSync(secret, `${password}\n`, { mode: 0o600 })
    if (place.user) for (const path of [temporary, secret]) chownSync(path, place.user.uid, place.user.gid)
    const made = spawnSync(join(place.native, 'bin', 'initdb'), initArguments(temporary, secret), {
      ...asUser(place.user),
      cwd: '/',
      env: bareEnvironment,
      encoding: 'utf8',
    })
    if (made.status !== 0) throw initFault(made.error ? made.error.message : `${made.stderr}${made.stdout}`)
    renameSync(temporary, place.cluster)
  } finally {
    rmSync(secret, { force: true })
    rmSync(temporary, { recursive: true, force: true })
  }
}

function initArguments(folder: string, secret: string): string[] {
  return [
    ...['-D', folder, '-U', 'postgres', '--auth=scram-sha-256', `--pwfile=${secret}`, '--no-instructions'],
    ...['--encoding=UTF8', '--locale=C', '--locale-provider=builtin', '--builtin-locale=C.UTF-8'],
  ]
}

function initFault(said: string): Stop {
  if (/No space left|ENOSPC|disk quota|wrote only/i.test(said)) return diskFull()
  if (/error while loading shared libraries|cannot open shared object/i.test(said)) {
    return new Stop(
      'PostgreSQL thiếu thư viện.',
      `PostgreSQL lacks a library (${said.trim().split('\n')[0]}): start with npm start, which links them.`,
    )
  }
  const line = said.split('\n').find((text) => /error|fatal/i.test(text)) ?? said.trim().split('\n').at(-1) ?? ''
  return new Stop('Không tạo được cơ sở dữ liệu.', `The database could not be created: ${line.trim()}`)
}

/** No room: said alike wherever it is met. */
export function diskFull(): Stop {
  return new Stop('Ổ đĩa đã đầy.', 'The disk is full: free some space and start again.')
}

/** Starts the server and waits until it takes connections; tries again while an earlier one is still going down. */
export async function startCluster(
  place: Place,
  sockets: string,
  settings: readonly string[],
  log_file: string,
): Promise<Running> {
  const tries_max = 6
  for (let attempt = 1; ; attempt++) {
    await endLeftover(place.cluster)
    const log_from = existsSync(log_file) ? statSync(log_file).size : 0
    const child = spawnServer(place, sockets, settings, log_file)
    const running = watch(child, place.cluster)
    if (await accepts(join(sockets, '.s.PGSQL.5432'), running.ended)) return running
    await running.stop()
    const said = readFileSync(log_file, 'utf8').slice(log_from)
    if (/No space left on device|wrote only/i.test(said)) throw diskFull()
    if (attempt === tries_max) {
      const line = said.split('\n').findLast((text) => /FATAL|PANIC/.test(text)) ?? 'no reason given'
      throw new Stop(
        'Cơ sở dữ liệu không khởi động được.',
        `The database did not start: ${line.replace(/^.*?(FATAL|PANIC):\s*/, '')} (see ${log_file})`,
      )
    }
    await new Promise((resolve) => setTimeout(resolve, 300 * attempt))
  }
}

function spawnServer(place: Place, sockets: string, settings: readonly string[], log_file: string): ChildProcess {
  const options = [
    'listen_addresses=',
    `unix_socket_directories=${sockets}`,
    'unix_socket_permissions=0700',
    'timezone=UTC',
    'log_timezone=UTC',
    'jit=off',
    ...settings,
  ].flatMap((setting) => ['-c', setting])
  const output = openSync(log_file, 'a', 0o600)
  return spawn(
    '/bin/sh',
    ['-c', holder, 'sh', join(place.native, 'bin', 'postgres'), '-D', place.cluster, ...options],
    {
      ...asUser(place.user),
      cwd: '/',
      env: bareEnvironment,
      stdio: ['pipe', output, output],
    },
  )
}

function watch(child: ChildProcess, cluster: string): Running {
  let over = false
  const ended = new Promise<void>((resolve) => {
    const end = () => {
      over = true
      resolve()
    }
    child.on('exit', end)
    child.on('error', end)
  })
  child.stdin?.on('error', () => undefined)
  const stop = async () => {
    child.stdin?.end()
    const waits = [
      { signal: 'SIGINT', wait_ms: 30_000 },
      { signal: 'SIGQUIT', wait_ms: 5_000 },
      { signal: 'SIGKILL', wait_ms: 5_000 },
    ] as const
    for (const { signal, wait_ms } of waits) {
      if (over) break
      const pid = leftoverPid(cluster)
      if (pid && signal !== 'SIGINT') process.kill(pid, signal)
      await Promise.race([ended, new Promise((resolve) => setTimeout(resolve, wait_ms).unref())])
    }
    await endLeftover(cluster)
  }
  return { ended, stop }
}

/** Does a server answer on the socket with an authentication request before it ends? Recovery may take a while. */
async function accepts(socket: string, ended: Promise<void>): Promise<boolean> {
  let over = false
  ended.then(() => {
    over = true
  })
  const deadline = Date.now() + 300_000
  while (!over && Date.now() < deadline) {
    if (await asksForPassword(socket)) return true
    await new Promise((resolve) => setTimeout(resolve, 25))
  }
  return false
}

/** Sends a start packet; `R` (authentication) is the answer of a server that is ready, `E` of one still starting. */
function asksForPassword(socket: string): Promise<boolean> {
  return new Promise((resolve) => {
    const body = Buffer.from('\0\x03\0\0user\0postgres\0database\0postgres\0\0', 'latin1')
    const head = Buffer.alloc(4)
    head.writeInt32BE(body.length + 4)
    const connection = connect(socket)
    const answer = (yes: boolean) => {
      connection.destroy()
      resolve(yes)
    }
    connection.setTimeout(2000, () => answer(false))
    connection.on('connect', () => connection.write(Buffer.concat([head, body])))
    connection.on('data', (bytes) => answer(bytes[0] === 'R'.charCodeAt(0)))
    connection.on('error', () => answer(false))
    connection.on('close', () => answer(false))
  })
}

/** The pid in postmaster.pid where that process lives and is a server of this very cluster. */
function leftoverPid(cluster: string): number | null {
  const file = join(cluster, 'postmaster.pid')
  if (!existsSync(file)) return null
  const pid = Number(readFileSync(file, 'utf8').split('\n')[0])
  if (!Number.isInteger(pid) || pid <= 1) return null
  const command = commandOf(pid)
  const [program = '', ...args] = command
  return basename(program).startsWith('postgres') && args.includes(cluster) ? pid : null
}

/** The command line of a process, empty where there is none. */
function commandOf(pid: number): string[] {
  const file = `/proc/${pid}/cmdline`
  try {
    if (existsSync('/proc/self/cmdline')) return readFileSync(file, 'utf8').split('\0').filter(Boolean)
  } catch {
    return []
  }
  const shown = spawnSync('ps', ['-o', 'command=', '-p', String(pid)], { encoding: 'utf8' })
  return (shown.stdout ?? '').trim().split(' ').filter(Boolean)
}

/**
 * Ends a server of this cluster that outlived its guardian and removes a stale postmaster.pid: after a crash its number
 * may belong to another program, and PostgreSQL would then refuse to start. Safe only under the folder's lock.
 */
async function endLeftover(cluster: string): Promise<void> {
  const file = join(cluster, 'postmaster.pid')
  for (const signal of ['SIGINT', 'SIGQUIT', 'SIGKILL'] as const) {
    const pid = leftoverPid(cluster)
    if (!pid) break
    try {
      process.kill(pid, signal)
    } catch (fault) {
      if (codeOf(fault) !== 'ESRCH')
        throw new Stop('Không dừng được máy chủ cũ.', `A server is left over: ${sentenceOf(fault)}`)
    }
    const deadline = Date.now() + 10_000
    while (leftoverPid(cluster) === pid && Date.now() < deadline) {
      await new Promise((resolve) => setTimeout(resolve, 50))
    }
  }
  rmSync(file, { force: true })
  rmSync(join(dirname(file), 'postmaster.opts'), { force: true })
}
