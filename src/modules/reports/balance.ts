/** Balances: postings folded per unit and quarter; and the SQL by which a measure counts. */
import { createHash } from 'node:crypto'
import { type MeasureName, measures, refersBack } from '../../law/measures.ts'
import { type Db, transaction } from '../../platform/database.ts'
import { addedParts, type KeptMeasure, keepMeasures, reachOf } from './kept-measures.ts'
import { sumSql } from './measure-sql.ts'
import { holdOpenings, keepOpenings } from './openings.ts'

const names = Object.keys(measures).filter((name): name is MeasureName => name in measures)

/** Measures that stand in `balance`, in the order of its columns. */
export const plainMeasures = names.filter((name) => !refersBack(measures[name]))

/** Measures that stand in `balance_referring`. */
export const referringMeasures = names.filter((name) => refersBack(measures[name]))

const facts = (wanted: readonly MeasureName[]) =>
  [...new Set(wanted.map((name) => `'${measures[name].fact}'`))].join(', ')

/** The sums of the measures over what was taken, by these keys: a group whose postings cancel out still has its row. */
function sumsSql(keys: Readonly<Record<string, string>>, wanted: readonly MeasureName[]): string {
  const sums = wanted.map((name) => `coalesce(${sumSql(measures[name])}, 0) as ${name}`).join(', ')
  return `select ${Object.entries(keys)
    .map(([key, from]) => `${from} as ${key}`)
    .join(', ')}, ${sums} from taken p where p.fact in (${facts(wanted)})
    group by ${Object.values(keys).join(', ')}`
}

/** Adds sums to one table of balances. */
function upsert(table: string, keys: readonly string[], wanted: readonly MeasureName[], rows: string): string {
  const sets = wanted.map((name) => `${name} = b.${name} + excluded.${name}`).join(', ')
  return `insert into ${table} as b (${[...keys, ...wanted].join(', ')}) ${rows}
    on conflict (${keys.join(', ')}) do update set ${sets}`
}

const quarter = { unit_id: 'p.unit_id', quarter_on: 'quarter_on(p.on_day)' }
const bothQuarters = { ...quarter, since_quarter_on: 'quarter_on(coalesce(p.since_on, p.on_day))' }

/** What was posted into a year that has ended stands in the openings of every year after it. */
const plainOpenings = upsert(
  'balance_opening',
  ['unit_id', 'year_on'],
  plainMeasures,
  `select s.unit_id, y.year_on, ${plainMeasures.map((name) => `sum(s.${name})`).join(', ')}
    from plain_sums s join opening_year y on y.year_on > s.quarter_on group by 1, 2`,
)

/**
 * Folds at most $2 postings of unit $1: marking and adding are one statement, so a posting is in the tail or in the
 * balance, never in both and never in none, whenever the server dies. Kept afterwards: what was known on a day is
 * answered from them.
 */
export const foldOne = (added: readonly KeptMeasure[]) => `
with taken as (
  update posting p set folded = true
  where p.ctid = any(array(select ctid from posting where unit_id = $1 and not folded limit $2 for update)) and not p.folded
  returning p.*
),
plain_sums as (${sumsSql(quarter, plainMeasures)}),
plain as (${upsert('balance', Object.keys(quarter), plainMeasures, 'select * from plain_sums')}),
plain_openings as (${plainOpenings}),
referring as (${upsert(
  'balance_referring',
  Object.keys(bothQuarters),
  referringMeasures,
  sumsSql(bothQuarters, referringMeasures),
)})${added.length > 0 ? `,\n${addedParts(added, 'taken', 'b.amount + excluded.amount')}` : ''}
select count(*)::int as folded from taken`

/** Units with a tail, found by walking the partial index: its length does not matter. */
const waiting = `
with recursive unit as (
  (select unit_id from posting where not folded order by unit_id limit 1)
  union all
  select (select p.unit_id from posting p where not p.folded and p.unit_id > unit.unit_id order by p.unit_id limit 1)
  from unit where unit.unit_id is not null
)
select unit_id from unit where unit_id is not null`

/**
 * Folds everything that waits, unit by unit, each in statements of at most `step` postings; returns how many. Two at
 * once do not hurt: a posting is locked and looked at again before it is taken. Needs the role `gandan_worker`.
 */
export async function foldPostings(db: Db, step = 20_000): Promise<number> {
  await keepMeasures(db)
  const units = await db.pool.query<{ unit_id: string }>(waiting)
  let total = 0
  for (const { unit_id } of units.rows) {
    for (;;) {
      const folded = await transaction(db, async ({ client }) => {
        await holdOpenings(client)
        const added = await reachOf(client, unit_id)
        // Planning so wide a statement takes longer than folding a few postings: once a connection is enough.
        const text = foldOne(added)
        const name = `fold-${createHash('sha256').update(text).digest('hex').slice(0, 16)}`
        const { rows } = await client.query<{ folded: number }>({ name, text, values: [unit_id, step] })
        return rows[0]?.folded ?? 0
      })
      total += folded
      if (folded < step) break
    }
  }
  await keepOpenings(db, plainMeasures)
  return total
}
