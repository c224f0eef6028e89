/** Units divided over several: what of them stands where, and how their figures can be shared out for reference. */
import type { Period } from '../../law/report-periods.ts'
import type { Queryable } from '../../platform/database.ts'
import type { Shown } from './report.ts'
import { placesOf } from './tree-rows.ts'

/** One successor of a divided unit. */
export interface Part {
  unit_id: string
  name: string
  /** From the official table; null where none was imported. */
  share: number | null
  /** It stands under the unit of the report. */
  within: boolean
}

/** A unit divided over several, of which at least one stands under the unit of the report. */
export interface Divided {
  unit_id: string
  name: string
  /** Its last day. */
  last_on: Temporal.PlainDate
  /** All of it counts under the unit of the report, in the row that stands apart; else none of it does. */
  inside: boolean
  parts: readonly Part[]
}

/** Only those whose registers have told something by the period's end: the others would bury them. */
const divided = `
with several as (
  select from_id, min(succeeded_on) as succeeded_on from unit_successor where succeeded_on <= $2::date
  group by from_id having count(distinct to_id) > 1
), told as (
  select * from several s where exists (select from balance b where b.unit_id = s.from_id and b.quarter_on <= $3::date)
    or exists (select from posting t where t.unit_id = s.from_id and not t.folded and t.on_day <= $3::date)
)
select t.from_id as unit_id, t.succeeded_on - 1 as last_on, s.to_id as part_id, s.share::float8 as share,
  (select name from unit_period where unit_id = t.from_id order by valid desc limit 1) as name,
  (select name from unit_period where unit_id = s.to_id order by (valid @> $2::date) desc, valid desc limit 1) as part_name,
  exists (select from unit_ancestry a where a.unit_id = s.to_id and a.ancestor_id = $1 and a.valid @> $2::date) as within
from told t join unit_successor s on s.from_id = t.from_id and s.succeeded_on = t.succeeded_on
order by name, t.from_id, part_name`

interface Found {
  unit_id: string
  last_on: Temporal.PlainDate
  part_id: string
  share: number | null
  name: string
  part_name: string
  within: boolean
}

/** Divided units that touch a unit of the tree of `on` and whose registers know something of the period or before it. */
export async function dividedAround(
  sql: Queryable,
  root_id: string,
  on: Temporal.PlainDate,
  period: Period,
): Promise<Divided[]> {
  const { rows } = await sql.query<Found>(divided, [root_id, on, period.last_on])
  const touching = new Set(rows.filter((row) => row.within).map((row) => row.unit_id))
  const places = await placesOf(sql, [...touching], on)
  return [...touching].map((unit_id) => {
    const parts = rows.filter((row) => row.unit_id === unit_id)
    return {
      unit_id,
      name: parts[0]?.name ?? '',
      last_on: parts[0]?.last_on ?? on,
      inside: places.get(unit_id)?.line.includes(root_id) ?? false,
      parts: parts.map(({ part_id, part_name, share, within }) => ({
        unit_id: part_id,
        name: part_name,
        share,
        within,
      })),
    }
  })
}

/** Do the shares divide the whole? A table may leave a unit's shares out, or give some of them. */
export function isShared(shares: readonly (number | null)[]): shares is readonly number[] {
  const known = shares.filter((share) => share !== null)
  return known.length === shares.length && Math.abs(known.reduce((sum, share) => sum + share, 0) - 1) < 0.005
}

/**
 * A count shared out in whole numbers that add up to it: each gets the whole part of its share, what is left goes one by
 * one to the largest fractions, the earlier first.
 */
export function sharedOut(count: number, shares: readonly number[]): number[] {
  const whole = shares.reduce((sum, share) => sum + share, 0)
  const exact = shares.map((share) => (count * share) / whole)
  const parts = exact.map(Math.floor)
  const rest = count - parts.reduce((sum, part) => sum + part, 0)
  const order = exact
    .map((value, index) => ({ index, fraction: value - Math.floor(value) }))
    .sort((a, b) => b.fraction - a.fraction || a.index - b.index)
  for (const { index } of order.slice(0, rest)) parts[index] = (parts[index] ?? 0) + 1
  return parts
}

/** The figures of a divided unit in these columns, shared out over its parts; null where no share is known. */
export function attributed(
  figures: Shown,
  columns: readonly number[],
  parts: readonly Part[],
): (number | null)[] | null {
  const shares = parts.map((part) => part.share)
  if (!isShared(shares)) return null
  const counts = columns.map((no) => figures[no] ?? null)
  if (counts.some((count) => count === null)) return parts.map(() => null)
  return sharedOut(
    counts.reduce<number>((sum, count) => sum + (count ?? 0), 0),
    shares,
  )
}
