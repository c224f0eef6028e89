/**
 * Added measures: which there are, which units' balances hold them, and the refolding that fills them from the postings
 * when a form brings new ones. Until every unit holds a measure figures count its postings: fresh all the while, slower.
 */
import { addedMeasures } from '../../law/added-measures.ts'
import type { Form } from '../../law/form-parts.ts'
import { type Measure, measureKey } from '../../law/measures.ts'
import { type Db, type Queryable, transaction } from '../../platform/database.ts'
import { log } from '../../platform/log.ts'
import { sumSql } from './measure-sql.ts'
import { holdOpenings } from './openings.ts'

/** An added measure with the number under which its sums are kept. */
export interface KeptMeasure {
  id: number
  key: string
  measure: Measure
}

/** Measures of forms in force, by key: those of the law, then what forms added here bring. */
async function wantedMeasures(sql: Queryable): Promise<Map<string, Measure>> {
  const found = await sql.query<{ form: Form }>(`select form from report_form where state = 'in-force'`)
  const own = found.rows.flatMap(({ form }) => Object.values(form.measures ?? {}))
  return new Map([...Object.values(addedMeasures), ...own].map((measure) => [measureKey(measure), measure]))
}

/** What stands in a measure's key, read back. */
function measureOfKey(key: string): Measure {
  const [fact = '', weigh = '', ...narrowed] = key.split(' ')
  const read = (name: string, value: string): unknown =>
    value === 'true' || value === 'false' ? value === 'true' : name === 'signers' ? value : value.split(',')
  const dimensions = narrowed.map((part): [string, unknown] => {
    const at = part.indexOf('=')
    return [part.slice(0, at), read(part.slice(0, at), part.slice(at + 1))]
  })
  // The key was written by `measureKey` from a measure.
  return { fact, weigh, ...Object.fromEntries(dimensions) } as Measure
}

/**
 * Parts of a statement that add postings of `from` to the added balances and to the openings of the years after them.
 * All measures are summed in one pass, side by side, and only then put into rows of their own. `over`: what becomes of an
 * amount that stands.
 */
export function addedParts(added: readonly KeptMeasure[], from: string, over: string): string {
  const quarters = 'quarter_on(p.on_day) as quarter_on, quarter_on(coalesce(p.since_on, p.on_day)) as since_quarter_on'
  const sums = added.map(({ id, measure }) => `${sumSql(measure)} as a${id}`).join(',\n      ')
  return `side_by_side as (
    select p.unit_id, ${quarters}, ${sums} from ${from} p group by 1, 2, 3
),
added_sums as (
    select s.unit_id, m.id as measure, s.quarter_on, s.since_quarter_on, m.amount from side_by_side s
    cross join lateral unnest('{${added.map(({ id }) => id).join(', ')}}'::integer[], array[${added.map(({ id }) => `s.a${id}`).join(', ')}]) m (id, amount)
    where m.amount <> 0
),
added as (
  insert into balance_added as b (unit_id, measure, quarter_on, since_quarter_on, amount) select * from added_sums
  on conflict (unit_id, measure, quarter_on, since_quarter_on) do update set amount = ${over}
),
added_openings as (
  insert into balance_added_opening as b (unit_id, measure, year_on, amount)
  select s.unit_id, s.measure, y.year_on, sum(s.amount) from added_sums s join opening_year y on y.year_on > s.quarter_on
  group by 1, 2, 3
  on conflict (unit_id, measure, year_on) do update set amount = ${over}
)`
}

/**
 * The added measures that a unit's balance holds, with its row held: folding and refolding one unit wait for each other.
 * A unit that was never folded holds all there are.
 */
export async function reachOf(tx: Queryable, unit_id: string): Promise<KeptMeasure[]> {
  const held = `with held as (select measures from balance_reach where unit_id = $1 for update)
    select m.id, m.key from held h left join measure m on m.id = any(h.measures)`
  let found = await tx.query<{ id: number | null; key: string | null }>(held, [unit_id])
  if (found.rows.length === 0) {
    await tx.query(
      `insert into balance_reach (unit_id, measures) select $1, array(select id from measure) on conflict do nothing`,
      [unit_id],
    )
    found = await tx.query(held, [unit_id])
  }
  return found.rows.flatMap(({ id, key }) =>
    id === null || key === null ? [] : [{ id, key, measure: measureOfKey(key) }],
  )
}

/** Keys of measures that every unit's balance holds, with their numbers. */
export async function readyMeasures(sql: Queryable, keys: readonly string[]): Promise<Map<string, number>> {
  if (keys.length === 0) return new Map()
  const { rows } = await sql.query<{ key: string; id: number }>(
    'select key, id from measure where ready and key = any($1)',
    [keys],
  )
  return new Map(rows.map(({ key, id }) => [key, id]))
}

const register = `
insert into measure (id, key)
select coalesce((select max(id) from measure), 0) + row_number() over (order by key), key
from unnest($1::text[]) as wanted(key) where not exists (select from measure m where m.key = wanted.key)`

/**
 * Brings every unit's balance up to the measures that forms in force count. Each unit is one transaction, so that it may
 * be killed anywhere and goes on where it stopped; figures are the same before, meanwhile and afterwards.
 * `units_max` lets a test stop between two units.
 */
export async function keepMeasures(
  db: Db,
  units_max = Number.POSITIVE_INFINITY,
): Promise<{ units: number; done: boolean }> {
  const wanted = await wantedMeasures(db.pool)
  const known = await db.pool.query<{ key: string; ready: boolean }>('select key, ready from measure')
  const ready = new Set(known.rows.filter((row) => row.ready).map((row) => row.key))
  if ([...wanted.keys()].every((key) => ready.has(key))) return { units: 0, done: true }
  await transaction(db, async ({ client }) => {
    await client.query(`select pg_advisory_xact_lock(hashtext('measure'))`)
    await client.query(register, [[...wanted.keys()]])
  })
  let units = 0
  for (;;) {
    const lacking = await db.pool.query<{ unit_id: string }>(
      'select unit_id from balance_reach where not measures @> array(select id from measure) order by unit_id limit 200',
    )
    if (lacking.rows.length === 0) break
    for (const { unit_id } of lacking.rows) {
      if (units >= units_max) return { units, done: false }
      await refoldUnit(db, unit_id)
      units++
    }
  }
  await markReady(db)
  if (units > 0) log.info({ units, measures: wanted.size }, 'balances were refolded for added measures')
  return { units, done: true }
}

/** What a unit's balance does not hold yet is summed from its folded postings, and it is said that it holds it. */
async function refoldUnit(db: Db, unit_id: string): Promise<void> {
  await transaction(db, async ({ client }) => {
    await holdOpenings(client)
    const held = new Set((await reachOf(client, unit_id)).map(({ id }) => id))
    const all = await client.query<{ id: number; key: string }>('select id, key from measure order by id')
    const missing = all.rows
      .filter(({ id }) => !held.has(id))
      .map((row) => ({ ...row, measure: measureOfKey(row.key) }))
    if (missing.length === 0) return
    const folded = '(select * from posting where unit_id = $1 and folded)'
    await client.query(`with ${addedParts(missing, folded, 'excluded.amount')} select`, [unit_id])
    await client.query('update balance_reach set measures = measures || $2::integer[] where unit_id = $1', [
      unit_id,
      missing.map(({ id }) => id),
    ])
  })
}

/** With the table held, so that no unit folded for the first time slips in with fewer. */
async function markReady(db: Db): Promise<void> {
  await transaction(db, async ({ client }) => {
    await client.query('lock table balance_reach in share row exclusive mode')
    await client.query(
      `update measure m set ready = true where not ready
       and not exists (select from balance_reach r where not r.measures @> array[m.id])`,
    )
  })
}
