/** Publishing: each register's quarter once, thirty days after it ended, from what was known by then, and never again. */
import { randomInt } from 'node:crypto'
import type { Db } from '../../platform/database.ts'
import { coarsened, type PublicCount, publicCounts, step } from './coarsen.ts'

/**
 * Days from the end of a quarter to its figures, and from a register's first entry to its first figures: time for late
 * entries and for an old book to be brought in.
 */
export const publishedAfterDays = 30

const open = `p.kind in ('complaint', 'recommendation', 'observation')`
const processed = `p.fact = 'petition-processed' and ${open}`

/** Which postings make up a count. Only kinds that are known to be open: neither denunciations nor what may become one. */
const counted: Readonly<Record<PublicCount, string>> = {
  received: `p.fact = 'petition-received' and ${open}`,
  handled_here: `${processed} and p.stage in ('propose-acceptance', 'decline', 'answer')`,
  guided: `${processed} and p.stage in ('guide', 'guide-unsigned')`,
  transferred: `${processed} and p.stage = 'transfer'`,
  otherwise: `${processed} and p.stage not in ('propose-acceptance', 'decline', 'answer', 'guide', 'guide-unsigned', 'transfer')`,
  settled_in_time: `p.fact = 'petition-settled' and ${open} and p.in_time`,
  settled_late: `p.fact = 'petition-settled' and ${open} and not p.in_time`,
}

const sums = publicCounts
  .map((name) => `coalesce(sum(p.sign * p.quantity) filter (where ${counted[name]}), 0)::int as ${name}`)
  .join(', ')

/** Counts of every register and quarter that is due by the day before $1 and is not published. */
const dueCounts = `
with began as (select unit_id, min(known_on) as on_day from posting group by unit_id),
cell as (
  select distinct unit_id, quarter_on(on_day) as quarter_on from posting
  where on_day < $1::date - ${publishedAfterDays} and fact in ('petition-received', 'petition-processed', 'petition-settled')
),
due as (
  select c.unit_id, c.quarter_on, greatest((c.quarter_on + interval '3 months')::date - 1, b.on_day) + ${publishedAfterDays} as known_on
  from cell c join began b using (unit_id)
  where not exists (select from public_figure f where f.unit_id = c.unit_id and f.quarter_on = c.quarter_on)
)
select d.unit_id, d.quarter_on, d.known_on, ${sums}
from due d join posting p on p.unit_id = d.unit_id and p.on_day >= d.quarter_on
  and p.on_day < (d.quarter_on + interval '3 months')::date and p.known_on <= d.known_on
where d.known_on < $1::date
group by 1, 2, 3`

const insert = `
insert into public_figure (unit_id, quarter_on, known_on, ${publicCounts.join(', ')})
select unit_id, quarter_on, known_on, ${publicCounts.join(', ')} from jsonb_populate_recordset(null::public_figure, $1)
on conflict do nothing`

/** Rows written in one statement. */
const rows_max = 5000

/** Publishes what is due on the day `on`; returns how many cells. Needs the role `gandan_worker`. */
export async function publishFigures(
  worker: Db,
  on: Temporal.PlainDate,
  draw: () => number = () => randomInt(step),
): Promise<number> {
  type Due = { unit_id: string; quarter_on: Temporal.PlainDate; known_on: Temporal.PlainDate } & Record<
    PublicCount,
    number
  >
  const { rows } = await worker.pool.query<Due>(dueCounts, [on])
  for (let from = 0; from < rows.length; from += rows_max) {
    const cells = rows.slice(from, from + rows_max).map((row) => ({
      unit_id: row.unit_id,
      quarter_on: row.quarter_on.toString(),
      known_on: row.known_on.toString(),
      ...Object.fromEntries(publicCounts.map((name) => [name, coarsened(row[name], draw())])),
    }))
    await worker.pool.query(insert, [JSON.stringify(cells)])
  }
  return rows.length
}
