/** `gandan demo`: loads the demonstration, and scales it to many petitions by COPY. */
import { existsSync, renameSync } from 'node:fs'
import { join } from 'node:path'
import { ensureUnits } from '../modules/units/import.ts'
import { demonstrationDay } from '../platform/clock.ts'
import type { Command } from '../platform/command.ts'
import type { Db } from '../platform/database.ts'
import { markDemonstration, readDemonstration } from '../platform/installation.ts'
import { Stop } from '../platform/stop.ts'
import { loadDemonstration } from './load.ts'
import { wholeSize } from './program.ts'
import { scale } from './scale.ts'
import { passphrase } from './staff.ts'

export { accounts } from './staff.ts'

/** Loads the demonstration at the first start; says how far it is where that takes longer than a moment. */
export async function load(
  db: Db,
  { worker, say, data }: { worker: Db; say: (line: string) => void; data: string },
): Promise<void> {
  const began = performance.now()
  const { performed, refused, plan } = await loadDemonstration(db, worker, wholeSize, progressOf(say), data)
  const took_s = ((performance.now() - began) / 1000).toFixed(0)
  say(`Đã nạp ${performed} bước trong ${took_s} giây. / Loaded ${performed} steps in ${took_s} s.`)
  if (refused.length > 0)
    say(`${refused.length} bước không được phép, đã bỏ qua. / ${refused.length} steps were refused and left out.`)
  say(`  Cụm mật khẩu của khóa (hồ sơ riêng, bịa) / Passphrase of the keys (invented sealed letters): ${passphrase}`)
  for (const { code, what } of plan.codes.slice(0, 4)) say(`  Mã tra cứu ${code}: ${what}`)
}

/** A bar that moves on a terminal; elsewhere a line at each quarter. */
function progressOf(say: (line: string) => void) {
  let quarter = 0
  return (done: number, all: number) => {
    const share = all === 0 ? 1 : done / all
    if (process.stdout.isTTY) {
      const bar = '█'.repeat(Math.round(share * 30)).padEnd(30, '░')
      process.stdout.write(`\r  ${bar} ${Math.floor(share * 100)} %${share >= 1 ? '\n' : ''}`)
    } else if (Math.floor(share * 4) > quarter) {
      quarter = Math.floor(share * 4)
      say(`  ${quarter * 25} %`)
    }
  }
}

const cases_max = 1_000_000

/** `gandan demo --cases N [--unit CODE]`: adds N invented petitions to demonstration data; real data are refused. */
export const run: Command = async (args, { config, db, worker, server, today, say }) => {
  const { cases, unit } = readArguments(args)
  const mark = await readDemonstration(db.pool)
  const { rows } = await db.pool.query<{ used: boolean }>('select exists (select from event) as used')
  if (!mark && rows[0]?.used)
    throw new Stop(
      'Dữ liệu ở đây là thật.',
      'These data are real: demo --cases is for a demonstration or an empty database.',
    )
  await ensureUnits(server, say)
  // An empty database becomes a demonstration by this, which a later start finds loaded.
  if (!mark) await markDemonstration(db.pool, { on: demonstrationDay.toString(), loaded: true })
  const until = mark ? today : demonstrationDay
  if (unit !== undefined) {
    const known = await db.pool.query(
      `select from unit_period where code = $1 and valid @> $2::date and level in ('province', 'commune')`,
      [unit, until],
    )
    if (known.rows.length === 0)
      throw new Stop(
        `Không có đơn vị mã ${unit}.`,
        `No province or commune has the code ${unit} on ${until}: right is --unit 02671.`,
      )
  }
  const began = performance.now()
  const progress = progressOf(say)
  setCheckpointsAside(config.data)
  const done = await scale(db, worker, { cases, until, ...(unit === undefined ? {} : { unit }) }, (petitions) =>
    progress(petitions, cases),
  )
  const took_s = Math.round((performance.now() - began) / 1000)
  console.log(
    `${done.petitions} đơn, ${done.events} sự kiện, ${done.units} đơn vị, ${took_s} giây / petitions, events, units, seconds`,
  )
  return 0
}

/** Added rows lie on past days, which signed checkpoints have closed: those are put aside and a new row of them begins. */
function setCheckpointsAside(data: string): void {
  const folder = join(data, 'checkpoints')
  if (existsSync(folder)) renameSync(folder, `${folder}-before-${Date.now()}`)
}

function readArguments(args: readonly string[]): { cases: number; unit: string | undefined } {
  const right = 'right is: gandan demo --cases 100000 [--unit 02671]'
  const given = new Map<string, string>()
  for (let i = 0; i < args.length; i += 2) {
    const [name, value] = [args[i] ?? '', args[i + 1]]
    if (!['--cases', '--unit'].includes(name) || value === undefined || given.has(name))
      throw new Stop(`Tham số chưa đúng: ${name}.`, `The argument ${name} is not right; ${right}.`)
    given.set(name, value)
  }
  const cases = Number(given.get('--cases'))
  if (!Number.isInteger(cases) || cases < 1 || cases > cases_max)
    throw new Stop('Cần --cases từ 1 đến 1000000.', `--cases takes a number from 1 to ${cases_max}; ${right}.`)
  return { cases, unit: given.get('--unit') }
}
