/**
 * Openings: per unit the sums of its balances before the first day of a year (15/12), so that what a form carries over
 * costs one row a unit however many years lie behind. Balances are summed into them once a year; from then on folding
 * adds to both in one statement, corrections of past quarters included.
 */
import type { Period } from '../../law/report-periods.ts'
import { type Db, type Queryable, transaction } from '../../platform/database.ts'

/** At most so many years are carried: the newest. */
const years_max = 40

const lock = `hashtext('opening')`

/** What follows in this transaction sees every year there is: none is opened before it ends. */
export async function holdOpenings(tx: Queryable): Promise<void> {
  await tx.query(`select pg_advisory_xact_lock_shared(${lock})`)
}

/** Years that begin after the first balance and not after the last, and have no openings yet. */
const lacking = `
select g.year_on::date as year_on from (
  select least((select min(quarter_on) from balance), (select min(quarter_on) from balance_added)) as first_on,
    greatest((select max(quarter_on) from balance), (select max(quarter_on) from balance_added)) as last_on) b,
  generate_series(make_date(extract(year from b.last_on)::int, 12, 15), b.first_on, interval '-1 year') g (year_on)
where g.year_on <= b.last_on and g.year_on > b.first_on and g.year_on > b.last_on - interval '${years_max} years'
  and not exists (select from opening_year y where y.year_on = g.year_on)
order by 1`

/** Rows of an opening: the opening before it, where there is one, and the quarters since. */
function since(balance: string, opening: string, keys: string, sums: readonly string[]): string {
  const columns = sums.join(', ')
  const last = '(select max(year_on) from opening_year where year_on < $1::date)'
  return `insert into ${opening} (${keys}, year_on, ${columns})
    select ${keys}, $1::date, ${sums.map((name) => `sum(${name})`).join(', ')} from (
      select ${keys}, ${columns} from ${opening} where year_on = ${last}
      union all select ${keys}, ${columns} from ${balance} where quarter_on < $1::date and quarter_on >= coalesce(${last}, '-infinity')
    ) f group by ${keys}`
}

/** Opens the years that balances have reached. Each is one transaction: killed anywhere, a year is open or not. */
export async function keepOpenings(db: Db, columns: readonly string[]): Promise<void> {
  const { rows } = await db.pool.query<{ year_on: Temporal.PlainDate }>(lacking)
  for (const { year_on } of rows)
    await transaction(db, async ({ client }) => {
      await client.query(`select pg_advisory_xact_lock(${lock})`)
      const open = await client.query('insert into opening_year values ($1) on conflict do nothing', [year_on])
      if (open.rowCount === 0) return
      await client.query(since('balance', 'balance_opening', 'unit_id', columns), [year_on])
      await client.query(since('balance_added', 'balance_added_opening', 'unit_id, measure', ['amount']), [year_on])
    })
}

/** The newest opening that lies before everything the period itself counts; null where none is kept. */
export async function openingFor(sql: Queryable, period: Period): Promise<Temporal.PlainDate | null> {
  const found = await sql.query<{ year_on: Temporal.PlainDate | null }>(
    'select max(year_on) as year_on from opening_year where year_on <= $1::date',
    [period.first_on],
  )
  return found.rows[0]?.year_on ?? null
}
