/** `gandan start`: database, schema, demonstration, worker, pages; and all of it down again in order. */
import { type ChildProcess, spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { createServer } from 'node:net'
import { fileURLToPath } from 'node:url'
import { mailFolder, startCatcher } from './modules/notices/catcher.ts'
import { firstAdministrator } from './modules/people/first-administrator.ts'
import { ensureUnits } from './modules/units/import.ts'
import { demonstrationDay, fixedDay, moment } from './platform/clock.ts'
import { type Config, readConfig } from './platform/config.ts'
import { connect, type Db } from './platform/database.ts'
import { type DatabaseServer, databaseServer } from './platform/embedded.ts'
import { markDemonstration, readDemonstration, settleDay } from './platform/installation.ts'
import { migrate, recreate } from './platform/migrate.ts'
import { codeOf, Stop } from './platform/stop.ts'

/** What `src/demo/demo-command.ts` gives to the start. */
interface DemonstrationModule {
  load(db: Db, options: { worker: Db; say: (line: string) => void; data: string }): Promise<void>
  accounts?: readonly { sign_in_name: string; password: string; what: string }[]
}

/** Everything that must be closed, in the order of opening. */
type Closing = { what: string; close: () => Promise<void> }

const say = (line: string) => console.log(line)

/** Starts everything and stays until a signal asks it to end. */
export async function run(args: string[]): Promise<number> {
  if (args.length > 0) {
    throw new Stop(
      `Tham số lạ: ${args[0]}.`,
      `Unknown argument ${args[0]}: gandan start takes none, see the variables in README.md.`,
    )
  }
  const config = readConfig()
  const open: Closing[] = []
  const asked = untilAsked()
  try {
    await refuseTakenPort(config.port)
    const { db, server } = await openData(config, open)
    await loadDemonstration(config, db, server)
    await ensureUnits(server, say)
    await tellFirstAdministrator(db)
    await openCatcher(config, open)
    await openWorker(open)
    await openPages(config, db, open)
    await asked
    say('Đang đóng … / Closing …')
    return 0
  } finally {
    for (const { close } of open.reverse()) await close()
  }
}

/** The first signal asks; those that follow within the closing are npm's echo of it, until the sixth. */
function untilAsked(): Promise<void> {
  return new Promise((resolve) => {
    let asked = 0
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
      process.on(signal, () => {
        resolve()
        if (++asked > 5) process.exit(1)
      })
    }
  })
}

/** Said before the database is started, so that a mistake costs nothing. */
async function refuseTakenPort(port: number): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    const probe = createServer()
    probe.on('error', (fault) => reject(portFault(fault, port)))
    probe.listen(port, () => probe.close(() => resolve()))
  })
}

function portFault(fault: unknown, port: number): unknown {
  const code = codeOf(fault)
  if (code === 'EADDRINUSE') {
    return new Stop(
      `Cổng ${port} đang có chương trình khác dùng.`,
      `Port ${port} is taken: end the program that uses it or choose another with PORT=${port + 1} npm start.`,
    )
  }
  if (code === 'EACCES') {
    return new Stop(
      `Không được mở cổng ${port}.`,
      `Port ${port} may not be opened by this user: choose PORT above 1023.`,
    )
  }
  return fault
}

async function openData(config: Config, open: Closing[]): Promise<{ db: Db; server: DatabaseServer }> {
  say(
    config.database_url
      ? 'Kết nối cơ sở dữ liệu … / Connecting to the database …'
      : 'Khởi động PostgreSQL … / Starting PostgreSQL …',
  )
  const server = await databaseServer(config, { say })
  open.push({ what: 'database', close: () => server.end() })
  say('Kiểm tra lược đồ … / Checking the schema …')
  await migrate(server, { say })
  const db = connect(server.url('app'), { max: 20 })
  open.push({ what: 'pool', close: () => db.end() })
  return { db, server }
}

async function loadDemonstration(config: Config, db: Db, server: DatabaseServer): Promise<void> {
  const mark = await readDemonstration(db.pool)
  const { rows } = await db.pool.query('select exists (select from event) as used')
  const first = mark ? !mark.loaded : config.demo && !rows[0]?.used
  const demonstration = first ? await demonstrationModule() : null
  if (first && demonstration) {
    if (mark) await clearHalfLoaded(server)
    await markDemonstration(db.pool, { on: (config.today ?? demonstrationDay).toString(), loaded: false })
    await settleDay(db.pool, config)
    await ensureUnits(server, say)
    say('Nạp dữ liệu trình diễn (một lần) … / Loading demonstration data (once) …')
    const worker = connect(server.url('worker'), { max: 8 })
    try {
      await demonstration.load(db, { worker, say, data: config.data })
    } finally {
      await worker.end()
    }
    await markDemonstration(db.pool, { on: demonstrationDay.toString(), loaded: true })
  }
  await settleDay(db.pool, config)
  const day = fixedDay()
  if (day) say(`Ngày làm việc cố định: ${day} / Fixed business day: ${day}`)
}

/** A loading that was cut off is begun again on an empty database. */
async function clearHalfLoaded(server: DatabaseServer): Promise<void> {
  if (!server.embedded) {
    throw new Stop(
      'Dữ liệu trình diễn nạp dở.',
      'Loading the demonstration was cut off: empty the database of DATABASE_URL and start again.',
    )
  }
  say('Dữ liệu trình diễn nạp dở, làm lại … / The demonstration was loaded in part only, starting over …')
  await recreate(server)
  await migrate(server)
}

async function demonstrationModule(): Promise<DemonstrationModule | null> {
  const file = './demo/demo-command.ts'
  if (!existsSync(fileURLToPath(new URL(file, import.meta.url)))) return null
  // The file is ours and exports what DemonstrationModule says.
  return await import(file)
}

/** Where nobody holds a position yet, somebody must be able to begin: the one-time password is printed this once. */
async function tellFirstAdministrator(db: Db): Promise<void> {
  if (fixedDay()) return
  const now = moment()
  const { rows } = await db.pool.query<{ unit_id: string }>(
    `select unit_id from unit_period where level = 'country' and valid @> $1::date`,
    [now.on.toString()],
  )
  const made = rows[0] && (await firstAdministrator(db, rows[0].unit_id, now))
  if (!made) return
  say('  Quản trị đầu tiên, mật khẩu dùng một lần / First administrator, one-time password:')
  say(`    ${made.sign_in_name}  ${made.one_time_password}`)
}

/** A demonstration sends no mail away: a catcher on this machine keeps it, to be looked at on the page of caught mail. */
async function openCatcher(config: Config, open: Closing[]): Promise<void> {
  if (!fixedDay() || process.env['GANDAN_SMTP_URL']) return
  const catcher = await startCatcher(mailFolder(config.data))
  process.env['GANDAN_SMTP_URL'] = catcher.url
  process.env['GANDAN_URL'] ??= `http://localhost:${config.port}`
  open.push({ what: 'mail catcher', close: () => catcher.close() })
}

/** The worker is a process of its own, so that a heavy job never slows a page. */
async function openWorker(open: Closing[]): Promise<void> {
  say('Khởi động tiến trình nền … / Starting the worker …')
  const start = () =>
    spawn(process.execPath, [...process.execArgv, fileURLToPath(new URL('./cli.ts', import.meta.url)), 'worker'], {
      stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    })
  let closing = false
  let child: ChildProcess = start()
  const keep = (started_at: number) =>
    child.once('exit', () => {
      if (closing) return
      // A worker that falls is started again, but not in a tight circle.
      setTimeout(
        () => {
          if (closing) return
          child = start()
          keep(Date.now())
        },
        Date.now() - started_at > 10_000 ? 100 : 5_000,
      ).unref()
    })
  keep(Date.now())
  open.push({
    what: 'worker',
    close: () =>
      new Promise((resolve) => {
        closing = true
        if (child.exitCode !== null || child.signalCode !== null) {
          resolve()
          return
        }
        const late = setTimeout(() => child.kill('SIGKILL'), 20_000)
        child.once('exit', () => {
          clearTimeout(late)
          resolve()
        })
        child.kill('SIGTERM')
      }),
  })
}

async function openPages(config: Config, db: Db, open: Closing[]): Promise<void> {
  const { serve } = await import('./http/server.ts')
  const pages = await serve({ config, db }).catch((fault) => {
    throw portFault(fault, config.port)
  })
  open.push({ what: 'pages', close: () => pages.close() })
  say(`\n  Gần Dân: http://localhost:${pages.port}\n`)
  if (!fixedDay()) return
  const accounts = (await demonstrationModule())?.accounts ?? []
  if (accounts.length === 0) return
  say('  Tài khoản trình diễn / Demonstration accounts:')
  const width = Math.max(...accounts.map(({ sign_in_name }) => sign_in_name.length))
  for (const { sign_in_name, password, what } of accounts)
    say(`    ${sign_in_name.padEnd(width)}  ${password}  ${what}`)
  say('')
}
