/**
 * 01/XLD of the country with its 34 rows: balances and tail against the straight GROUP BY over the same petitions, now and as
 * of a day, while the registers grow a hundredfold; and what a posting costs the intake of a letter.
 */

import { mkdtempSync, rmSync } from 'node:fs'
import { submit } from '../src/modules/petitions/submit.ts'
import { foldPostings } from '../src/modules/reports/balance.ts'
import { type Ask, makeReport, type Report, readAsk } from '../src/modules/reports/report.ts'
import { importUnits } from '../src/modules/units/import.ts'
import { countryId } from '../src/modules/units/unit.ts'
import { perform } from '../src/platform/actions/perform.ts'
import { connect, type Db } from '../src/platform/database.ts'
import { embeddedServer } from '../src/platform/embedded.ts'
import { migrate } from '../src/platform/migrate.ts'
import { newTrackingCode, prefixOfUnit } from '../src/platform/tracking-code.ts'
import { uuidv7 } from '../src/platform/uuid.ts'
import { testDatabase } from '../tests/support/database.ts'
import { at, type Office, person, smallOffice } from '../tests/support/office.ts'
import { type Bench, median as middle, rounded } from './bench.ts'

/** Petitions whose postings wait, at most. */
const tail = 4_000

/**
 * Ten invented years of petitions in every register; of twenty nineteen are processed within a month, half of the eligible
 * within competence are settled.
 */
const petitions = `
with register as (
  select unit_id, row_number() over (order by unit_id) - 1 as n from unit_period
  where level in ('country', 'province', 'commune') and valid @> date '2026-06-14'
),
life as (
  select g, '2016-12-20'::date + (hashint8(g) & 1048575) % 3600 as received_on, (hashint8(g + 7) & 1048575) % 30 as wait, (hashint8(g + 13) & 65535) as dice
  from generate_series($1::int, $2::int) g
)
insert into petition (unit_id, id, revision, state, chain, created_at, register_number, register_year, received_on, source, via, title, text,
  petitioner_name, signers, kind, field, eligible, processed_on, processed_by_step)
select r.unit_id, gen_random_uuid(), 3, case when dice % 20 = 0 then 'assigned' else 'handled' end, '\\x00', now(), g, 2026, received_on, 'portal', 'portal',
  'Đơn minh họa', 'Nội dung đơn được bịa ra để đo.', 'Người gửi', 1,
  (array['complaint', 'recommendation', 'observation', 'denunciation'])[1 + dice % 4], 'land', dice % 7 > 0,
  case when dice % 20 > 0 then received_on + wait end,
  case when dice % 20 > 0 then (array['propose-acceptance', 'guide', 'transfer', 'urge', 'propose-acceptance'])[1 + dice % 5] end
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

/** The day of an as-of question: six days after the period's end, months before the latest entries. */
const as_of = Temporal.PlainDate.from('2026-06-20')

/** What a step of the curve measured, in milliseconds. */
interface Measured {
  straight_ms: number
  balances_ms: number
  as_of_ms: number
}

/** Grows the registers to a hundredth, a tenth and all of `size`, measuring each time; the last 4,000 are not folded. */
export async function run(size = 5_000_000): Promise<Bench> {
  const at = await testDatabase()
  try {
    await importUnits(at.owner)
    const { rows } = await at.owner.pool.query<{ name: string }>(
      `select indexname as name from pg_indexes where tablename = 'petition' and indexname <> 'petition_pkey'`,
    )
    for (const { name } of rows) await at.owner.pool.query(`drop index ${name}`)
    await at.owner.pool.query(
      'create index petition_for_form on petition (processed_on, received_on) include (unit_id, kind, processed_by_step, eligible)',
    )
    const curve: [number, Measured][] = []
    let [reached, folded, fold_ms] = [0, 0, 0]
    for (const until of [size / 100, size / 10, size].map(Math.round)) {
      const waiting = Math.min(tail, Math.round(until / 10))
      await add(at.owner, reached + 1, until - waiting)
      const started = performance.now()
      folded += await foldPostings(at.worker)
      fold_ms += performance.now() - started
      await add(at.owner, until - waiting + 1, until)
      reached = until
      await at.owner.pool.query('vacuum analyze')
      const measured = await measure(at.db)
      console.log(
        `    ${until} petitions: ${JSON.stringify(measured)}, folded ${folded} postings in ${Math.round(fold_ms / 1000)} s`,
      )
      curve.push([until, measured])
    }
    return told(size, curve, (folded / fold_ms) * 1000, await durableIntake())
  } finally {
    await at.close()
  }
}

function told(size: number, curve: readonly [number, Measured][], fold_postings_per_s: number, intake: Intake): Bench {
  const last = curve.at(-1)?.[1] ?? { straight_ms: Number.NaN, balances_ms: Number.NaN, as_of_ms: Number.NaN }
  const steps = curve.map(([petitions, { balances_ms }]): [string, number] => [
    `balances_ms_at_${petitions}`,
    balances_ms,
  ])
  return {
    name: `01/XLD of the country, 34 rows, ${size} petitions of ten years`,
    figures: {
      ...Object.fromEntries(steps),
      ...last,
      fold_postings_per_s: Math.round(fold_postings_per_s),
      straight_by_balances: rounded(last.straight_ms / last.balances_ms),
      straight_by_balances_min: 50,
      straight_by_as_of: rounded(last.straight_ms / last.as_of_ms),
      straight_by_as_of_min: 5,
      ...intake,
      posting_cost_percent_max: 10,
    },
  }
}

async function measure(db: Db): Promise<Measured> {
  const read = readAsk('01/XLD', '2026-6m')
  if (!('form' in read)) throw new Error('the form of the bench is gone')
  const ask: Ask = { ...read, unit: 'TW', tree_on: null, as_of: null }
  const balances = () => makeReport(db.pool, ask, { denunciations: true })
  const records = () => db.pool.query(straight, [ask.period.first_on, ask.period.last_on, countryId])
  const report = await balances()
  if (!report) throw new Error('the country stands on no tree')
  same(report, (await records()).rows)
  await fresh(db, report, balances)
  return {
    straight_ms: rounded(await median(5, records)),
    balances_ms: rounded(await median(9, balances)),
    as_of_ms: rounded(await median(5, () => makeReport(db.pool, { ...ask, as_of }, { denunciations: true }))),
  }
}

const one = `insert into posting (unit_id, record_id, seq, record_kind, fact, on_day, known_on, people, sign)
  values ($1, gen_random_uuid(), 1, 'petition', 'petition-received', '2026-06-01', '2026-06-01', 1, $2)`

/** A change is in the next request's figures. */
async function fresh(db: Db, before: Report, again: () => Promise<Report | null>): Promise<void> {
  const unit = before.rows[0]?.unit?.id
  await db.pool.query(one, [unit, 1])
  const after = await again()
  if ((after?.total[3] ?? 0) !== (before.total[3] ?? 0) + 1) throw new Error('a change is not in the next figures')
  await db.pool.query(one, [unit, -1])
}

/** What a posting costs taking a letter in. */
interface Intake {
  intake_ms: number
  intake_without_posting_ms: number
  posting_cost_percent: number
}

/** Taking a letter in at the portal as it is, and the same action without its posting. */
const without: typeof submit = {
  ...submit,
  decide: (situation, extra) => ({ ...submit.decide(situation, extra), postings: [] }),
}

const letterSent = {
  asked_kind: 'observation',
  title: 'Đèn đường ngõ 12 không sáng',
  text: 'Ba tuần nay đèn đường ngõ 12 không sáng, buổi tối các cháu đi học về rất nguy hiểm. '.repeat(6),
  petitioner_name: 'Lý Thị Mây',
  petitioner_address: 'Tổ 5, phường Cam Đường',
}
const rounds = 15
const letters = 100

/** On a server that flushes what it commits, as an office's does. */
async function durableIntake(): Promise<Intake> {
  const data = mkdtempSync('/tmp/gandan-bench-')
  const server = await embeddedServer(data, { idle_ms: 0 })
  try {
    await migrate(server)
    const [owner, db] = [connect(server.url('owner'), { max: 1 }), connect(server.url('app'), { max: 2 })]
    try {
      return await intake(db, await smallOffice(owner))
    } finally {
      await Promise.all([owner.end(), db.end()])
    }
  } finally {
    await server.end()
    rmSync(data, { recursive: true, force: true })
  }
}

/** A letter with and without its posting, turn by turn, so that a busy machine is busy for both. */
async function intake(db: Db, office: Office): Promise<Intake> {
  const day = '2026-07-06'
  const units = await Promise.all(
    [office.commune, office.neighbour, office.province].map(async (id) => ({
      id,
      prefix: await prefixOfUnit(db.pool, id),
    })),
  )
  const taken = { with: [] as number[], without: [] as number[] }
  for (let round = -2; round < rounds * 2; round++) {
    const posting = round % 2 === 0
    const started = performance.now()
    for (let letter = 0; letter < letters; letter++) {
      const unit = units[letter % units.length]!
      const input = { ...letterSent, code: newTrackingCode(unit.prefix) }
      const call = { viewer: person(day), unit_id: unit.id, id: uuidv7(), input, moment: at(day) }
      await perform(db, posting ? submit : without, call)
    }
    // The first two warm the connection.
    if (round >= 0) taken[posting ? 'with' : 'without'].push((performance.now() - started) / letters)
  }
  const [intake_ms, intake_without_posting_ms] = [middle(taken.with), middle(taken.without)]
  return {
    intake_ms: rounded(intake_ms),
    intake_without_posting_ms: rounded(intake_without_posting_ms),
    posting_cost_percent: rounded((intake_ms / intake_without_posting_ms - 1) * 100),
  }
}

if (import.meta.main) {
  const [what] = process.argv.slice(2)
  console.log(JSON.stringify(what === 'intake' ? await durableIntake() : await run(Number(what ?? 5_000_000)), null, 2))
}
