/** 01/XLD of the country with its 34 rows: balances and tail against the straight GROUP BY over the same petitions. */

import { foldPostings } from '../src/modules/reports/balance.ts'
import { type Ask, makeReport, type Report, readAsk } from '../src/modules/reports/report.ts'
import { importUnits } from '../src/modules/units/import.ts'
import { countryId } from '../src/modules/units/unit.ts'
import type { Db } from '../src/platform/database.ts'
import { testDatabase } from '../tests/support/database.ts'

/** What a bench tells: a name, and figures by what they measure. */
export interface Bench {
  name: string
  figures: Readonly<Record<string, number>>
}

/** Petitions whose postings wait. */
const tail = 4_000

/** Eighteen invented months of petitions in every register; two of three processed, half of the eligible settled. */
const petitions = `
with register as (
  select unit_id, row_number() over (order by unit_id) - 1 as n from unit_period
  where level in ('province', 'commune') and valid @> date '2026-06-14'
),
life as (
  select g, '2025-05-20'::date + (hashint8(g) & 1048575) % 540 as received_on, (hashint8(g + 7) & 1048575) % 30 as wait, (hashint8(g + 13) & 1023) as dice
  from generate_series($1::int, $2::int) g
)
insert into petition (unit_id, id, revision, state, chain, created_at, register_number, register_year, received_on, source, via, title, text,
  petitioner_name, signers, kind, field, eligible, processed_on, processed_by_step)
select r.unit_id, gen_random_uuid(), 3, case when dice % 3 = 0 then 'assigned' else 'handled' end, '\\x00', now(), g, 2026, received_on, 'portal', 'portal',
  'Đơn minh họa', repeat('Nội dung đơn được bịa ra để đo. ', 10), 'Người gửi', 1,
  (array['complaint', 'recommendation', 'observation', 'denunciation'])[1 + dice % 4], 'land', dice % 5 > 0,
  case when dice % 3 > 0 then received_on + wait end,
  case when dice % 3 > 0 then (array['propose-acceptance', 'guide', 'transfer', 'urge', 'propose-acceptance'])[1 + dice % 5] end
from life join register r on r.n = g % (select count(*) from register)`

/** Their postings, and those of the settlements, which the petition's own row does not tell. */
const postings = [
  `insert into posting (unit_id, record_id, seq, record_kind, fact, on_day, known_on, people)
   select unit_id, id, 1, 'petition', 'petition-received', received_on, received_on, 1 from petition where register_number >= $1`,
  `insert into posting (unit_id, record_id, seq, record_kind, fact, on_day, known_on, kind, field, stage, eligible, cases, people, since_on)
   select unit_id, id, 2, 'petition', 'petition-processed', processed_on, processed_on, kind, field, processed_by_step, eligible, eligible::int, 1, received_on
   from petition where processed_on is not null and register_number >= $1`,
  `insert into posting (unit_id, record_id, seq, record_kind, fact, on_day, known_on, kind, first_time, since_on)
   select unit_id, id, 3, 'petition', 'petition-settled', processed_on + 40, processed_on + 40, kind, true, processed_on from petition
   where processed_by_step = 'propose-acceptance' and eligible and register_number % 2 = 0 and register_number >= $1`,
]

/**
 * The columns that a petition's row can tell, straight from the records: 1–10 and 14–21. Petitions processed before the
 * period cannot count, which the index knows; settlements (11–13) would need a join more and are spared.
 */
const straight = `
with standing as (
  select a.unit_id, a.ancestor_id as row_id from unit_period c join unit_ancestry a on a.ancestor_id = c.unit_id and a.valid @> $2::date
  where c.parent_id = $3 and c.valid @> $2::date
),
p as (
  select s.row_id, received_on, processed_on, kind, processed_by_step as step,
    processed_on between $1::date and $2::date as now, eligible and processed_on between $1::date and $2::date as fit
  from petition join standing s using (unit_id)
  where received_on <= $2::date and (processed_on is null or processed_on >= $1::date)
)
select row_id, count(*) c1, count(*) filter (where received_on < $1::date) c2, count(*) filter (where received_on >= $1::date) c3,
  count(*) filter (where now) c4, count(*) filter (where now is not true) c5, count(*) filter (where fit) c6, count(*) filter (where fit) c7,
  count(*) filter (where fit and kind = 'complaint') c8, count(*) filter (where fit and kind = 'denunciation') c9,
  count(*) filter (where fit and kind in ('recommendation', 'observation')) c10,
  count(*) filter (where fit and step = 'propose-acceptance') c14,
  count(*) filter (where fit and step = 'propose-acceptance' and kind = 'complaint') c15,
  count(*) filter (where fit and step = 'propose-acceptance' and kind = 'denunciation') c16,
  count(*) filter (where fit and step = 'propose-acceptance' and kind in ('recommendation', 'observation')) c17,
  count(*) filter (where fit and step in ('guide', 'transfer', 'urge')) c18, count(*) filter (where fit and step = 'guide') c19,
  count(*) filter (where fit and step = 'transfer') c20, count(*) filter (where fit and step = 'urge') c21
from p group by row_id`

async function median(times: number, work: () => Promise<unknown>): Promise<number> {
  const taken: number[] = []
  for (let index = 0; index < times; index++) {
    const started = performance.now()
    await work()
    taken.push(performance.now() - started)
  }
  return taken.sort((a, b) => a - b)[Math.floor(times / 2)] ?? Number.NaN
}

async function add(owner: Db, first: number, last: number): Promise<void> {
  await owner.pool.query(petitions, [first, last])
  for (const text of postings) await owner.pool.query(text, [first])
}

/** Both sides must say the same before their times mean anything. */
function same(report: Report, rows: readonly Record<string, unknown>[]): void {
  for (const row of report.rows) {
    const other = rows.find((one) => one['row_id'] === row.unit?.id)
    for (const [name, figure] of Object.entries(other ?? {})) {
      const mine = row.columns[Number(name.slice(1))]
      if (name !== 'row_id' && mine !== figure) throw new Error(`${row.unit?.name} ${name}: ${mine} is not ${figure}`)
    }
  }
}

/** Runs the bench at `size` petitions, of which the last 4,000 are not folded. */
export async function run(size = 1_000_000): Promise<Bench> {
  const at = await testDatabase()
  try {
    await importUnits(at.owner)
    const { rows } = await at.owner.pool.query<{ name: string }>(
      `select indexname as name from pg_indexes where tablename = 'petition' and indexname <> 'petition_pkey'`,
    )
    for (const { name } of rows) await at.owner.pool.query(`drop index ${name}`)
    await add(at.owner, 1, size - tail)
    const started = performance.now()
    const folded = await foldPostings(at.worker)
    const fold_s = (performance.now() - started) / 1000
    await add(at.owner, size - tail + 1, size)
    await at.owner.pool.query(
      'create index petition_for_form on petition (processed_on, received_on) include (unit_id, kind, processed_by_step, eligible)',
    )
    await at.owner.pool.query('vacuum analyze')
    return {
      name: `01/XLD of the country, 34 rows, ${size} petitions`,
      figures: { petitions: size, ...(await measure(at.db, folded / fold_s)) },
    }
  } finally {
    await at.close()
  }
}

async function measure(db: Db, fold_postings_per_s: number) {
  const read = readAsk('01/XLD', '2026-6m')
  if (!('form' in read)) throw new Error('the form of the bench is gone')
  const ask: Ask = { ...read, unit: 'TW', tree_on: null, as_of: null }
  const balances = () => makeReport(db.pool, ask, { denunciations: true })
  const records = () => db.pool.query(straight, [ask.period.first_on, ask.period.last_on, countryId])
  const report = await balances()
  if (!report) throw new Error('the country stands on no tree')
  same(report, (await records()).rows)
  const straight_ms = await median(7, records)
  const balances_ms = await median(15, balances)
  return {
    fold_postings_per_s: Math.round(fold_postings_per_s),
    straight_ms: Math.round(straight_ms),
    balances_ms: Math.round(balances_ms * 10) / 10,
    straight_by_balances: Math.round((straight_ms / balances_ms) * 10) / 10,
  }
}

if (import.meta.main) console.log(JSON.stringify(await run(Number(process.argv[2] ?? 1_000_000)), null, 2))
