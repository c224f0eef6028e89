/** The book of petitions as a spreadsheet, of ten thousand lines and of a million: what it takes of memory, from cursor to last byte. */
import { monitorEventLoopDelay } from 'node:perf_hooks'
import { daysOf } from '../src/modules/books/book.ts'
import { allLinesOf } from '../src/modules/books/queries.ts'
import { bookSheet } from '../src/modules/books/sheet.ts'
import { importUnits } from '../src/modules/units/import.ts'
import { unitsByCode } from '../src/modules/units/queries.ts'
import { clockViewer } from '../src/platform/actions/viewer.ts'
import type { Db } from '../src/platform/database.ts'
import { listSheet } from '../src/platform/list-sheet.ts'
import { testDatabase } from '../tests/support/database.ts'
import { type Bench, rounded } from './bench.ts'

const on = Temporal.PlainDate.from('2026-11-20')

/** Invented letters of one register and year, 256 days of it. */
const petitions = `
insert into petition (unit_id, id, revision, state, chain, created_at, register_number, register_year, received_on, source, via, title, text,
  petitioner_name, petitioner_address, signers, kind, field)
select $1, gen_random_uuid(), 3, 'handled', '\\x00', now(), g, 2026, date '2026-01-05' + (hashint4(g) & 255), 'post', 'desk',
  'Đơn minh họa số ' || g || ' về một việc được bịa ra để đo', 'Nội dung', 'Người gửi ' || g, 'Thôn ' || g % 40, 1, 'observation', 'land'
from generate_series($2::int, $3::int) g`

interface Written {
  seconds: number
  file_mb: number
  /** The highest this process held, of which it held some before. */
  rss_mb: number
  loop_delay_ms: number
}

const megabytes = (bytes: number) => rounded(bytes / 1024 / 1024)

async function write(db: Db, unit: { id: string; name: string }, lines: number): Promise<Written> {
  const days = daysOf(2026, 'nam')
  const positions = [{ unit_id: unit.id, kind: 'clerk' as const }]
  const viewer = { ...clockViewer(on), positions, visible_root_ids: [unit.id] }
  const found = await allLinesOf(viewer, db, { slug: 'don-thu', unit_id: unit.id, days })
  if (!found) throw new Error('the register is not open')
  let read = 0
  const counted = (async function* () {
    for await (const some of found) {
      read += some.rows.length
      yield some
    }
  })()
  const delay = monitorEventLoopDelay({ resolution: 10 })
  delay.enable()
  const began = performance.now()
  let [bytes, rss] = [0, 0]
  for await (const chunk of listSheet(bookSheet({ slug: 'don-thu', unit, days }, counted, 'vi'))) {
    bytes += chunk.length
    rss = Math.max(rss, process.memoryUsage.rss())
  }
  delay.disable()
  if (read !== lines) throw new Error(`${read} lines of ${lines} were written`)
  return {
    seconds: rounded((performance.now() - began) / 1000),
    file_mb: megabytes(bytes),
    rss_mb: megabytes(rss),
    loop_delay_ms: rounded(delay.max / 1e6),
  }
}

/** Writes both, the small one twice so that what is loaded and compiled is there before. */
export async function run(few = 10_000, many = 1_000_000): Promise<Bench> {
  const at = await testDatabase()
  try {
    await importUnits(at.owner)
    const [unit] = await unitsByCode(clockViewer(on), at.db.pool, '15', on)
    if (!unit) throw new Error('the unit of the bench is gone')
    await at.owner.pool.query(petitions, [unit.id, 1, few])
    await at.owner.pool.query('analyze petition')
    await write(at.db, unit, few)
    const small = await write(at.db, unit, few)
    await at.owner.pool.query(petitions, [unit.id, few + 1, many])
    await at.owner.pool.query('analyze petition')
    const large = await write(at.db, unit, many)
    return {
      name: `the book of petitions as XLSX, ${few} and ${many} lines`,
      figures: {
        ...Object.fromEntries(Object.entries(small).map(([name, figure]) => [`${name}_at_${few}`, figure])),
        ...Object.fromEntries(Object.entries(large).map(([name, figure]) => [`${name}_at_${many}`, figure])),
        rss_growth_mb: rounded(large.rss_mb - small.rss_mb),
        // What rows leave for the collector; level from some hundred thousand on.
        rss_growth_mb_max: 250,
        lines_per_s: Math.round(many / large.seconds),
      },
    }
  } finally {
    await at.close()
  }
}

if (import.meta.main) console.log(JSON.stringify(await run(10_000, Number(process.argv[2] ?? 1_000_000)), null, 2))
