/** Where a register's figures stand on the tree of a day: records keep their unit, succession is resolved when reading. */
import type { Queryable } from '../../platform/database.ts'

/** How a unit came to its place: alive that day, by succession, as a part nobody can divide, or as a former district. */
export type How = 'alive' | 'succeeded' | 'remainder' | 'former-district'

/** The place of a unit on a tree: the unit it counts under and all above that, nearest first, itself at 0. */
export interface Place {
  target_id: string
  how: How
  line: readonly string[]
}

interface Known {
  unit_id: string
  alive: boolean
  level: string | null
  /** The parent in the stretch of days nearest to the tree's day. */
  parent_id: string | null
  /** Where it went (units that ended before) or came from (units that began after). */
  next: string[]
}

const known = `
select u.id as unit_id, coalesce(p.valid @> $2::date, false) as alive, p.level, p.parent_id,
  case when p.valid @> $2::date then '{}'
    when lower(p.valid) > $2::date then array(select from_id from unit_successor where to_id = u.id and succeeded_on > $2::date)
    else array(select to_id from unit_successor where from_id = u.id and succeeded_on <= $2::date) end as next
from unnest($1::uuid[]) u(id)
left join lateral (
  select valid, level, parent_id from unit_period where unit_id = u.id
  order by case when valid @> $2::date then 0 when upper(valid) <= $2::date then $2::date - upper(valid) + 1
    else lower(valid) - $2::date end limit 1) p on true`

const lines = `
select unit_id, array_agg(ancestor_id order by depth) as line from unit_ancestry
where unit_id = any($1) and valid @> $2::date group by unit_id`

/** The places of these units on the tree of `on`; units the tree never knew stand under its root. */
export async function placesOf(
  sql: Queryable,
  ids: readonly string[],
  on: Temporal.PlainDate,
): Promise<Map<string, Place>> {
  const units = await gather(sql, ids, on)
  const alive = [...units.values()].filter((unit) => unit.alive).map((unit) => unit.unit_id)
  const found = await sql.query<{ unit_id: string; line: string[] }>(lines, [alive, on])
  const lineOf = new Map(found.rows.map((row) => [row.unit_id, row.line]))
  const root = lineOf.values().next().value?.at(-1) ?? null
  const places = new Map<string, Place>()
  for (const id of ids) {
    const place = placeOf(id, units, lineOf, 0) ?? (root === null ? null : at(root, 'remainder', [root]))
    if (place) places.set(id, place)
  }
  return places
}

/** Reads the units and, step by step, whatever they lead to; twenty steps are more than any chain of mergers has. */
async function gather(sql: Queryable, ids: readonly string[], on: Temporal.PlainDate): Promise<Map<string, Known>> {
  const units = new Map<string, Known>()
  let wanted = [...new Set(ids)]
  for (let step = 0; wanted.length > 0 && step < 20; step++) {
    const found = await sql.query<Known>(known, [wanted, on])
    for (const row of found.rows) units.set(row.unit_id, row)
    const onward = found.rows.flatMap((row) =>
      row.alive ? [] : row.parent_id === null ? row.next : [...row.next, row.parent_id],
    )
    wanted = [...new Set(onward)].filter((id) => !units.has(id))
  }
  return units
}

const at = (target_id: string, how: How, line: readonly string[]): Place => ({ target_id, how, line })

function placeOf(
  id: string,
  units: ReadonlyMap<string, Known>,
  lineOf: ReadonlyMap<string, readonly string[]>,
  depth: number,
): Place | null {
  const unit = units.get(id)
  if (!unit || depth > 20) return null
  if (unit.alive) return at(id, 'alive', lineOf.get(id) ?? [id])
  // A district never counts under a commune, not even that of an island which is nothing else.
  const province =
    unit.level === 'district' && unit.parent_id ? placeOf(unit.parent_id, units, lineOf, depth + 1) : null
  if (province) return at(province.target_id, 'former-district', province.line)
  const next = unit.next.flatMap((other) => placeOf(other, units, lineOf, depth + 1) ?? [])
  const [first, ...rest] = next
  if (first) {
    if (rest.every((place) => place.target_id === first.target_id && place.how !== 'remainder'))
      return at(first.target_id, first.how === 'alive' ? 'succeeded' : first.how, first.line)
    return together(next)
  }
  if (unit.parent_id === null) return null
  const above = placeOf(unit.parent_id, units, lineOf, depth + 1)
  return above && at(above.target_id, 'remainder', above.line)
}

/** A unit split over several: what share went where is not known, so it stands under the nearest unit above them all. */
function together(places: readonly Place[]): Place {
  const [first, ...rest] = places
  const line = first?.line ?? []
  const from = line.findIndex((id) => rest.every((place) => place.line.includes(id)))
  const shared = line.slice(from < 0 ? line.length - 1 : from)
  return at(shared[0] ?? '', 'remainder', shared)
}

const formerly = `
with recursive reach as (
  select unit_id from unit_ancestry where ancestor_id = $1 and valid @> $2::date
  union
  select n.unit_id from reach r cross join lateral (
    select s.from_id as unit_id from unit_successor s where s.to_id = r.unit_id and s.succeeded_on <= $2::date
    union all select s.to_id from unit_successor s where s.from_id = r.unit_id and s.succeeded_on > $2::date
    union all select p.unit_id from unit_period p where p.parent_id = r.unit_id and not p.valid @> $2::date
  ) n
  where not exists (select from unit_period p where p.unit_id = n.unit_id and p.valid @> $2::date)
)
select unit_id from reach r
where not exists (select from unit_period p where p.unit_id = r.unit_id and p.valid @> $2::date)`

/** Units that do not stand on the tree of `on` but whose figures count under `root_id` there, with their places. */
export async function formerUnits(
  sql: Queryable,
  root_id: string,
  on: Temporal.PlainDate,
): Promise<Map<string, Place>> {
  const found = await sql.query<{ unit_id: string }>(formerly, [root_id, on])
  const ids = found.rows.map((row) => row.unit_id)
  const places = await placesOf(sql, ids, on)
  return new Map([...places].filter(([, place]) => place.line.includes(root_id)))
}

/** Which row of `root_id`'s report a place belongs to: a child's, its own, or one of the rows that stand apart. */
export function rowOf(place: Place, root_id: string): string | null {
  const depth = place.line.indexOf(root_id)
  if (depth < 0) return null
  if (depth > 0) return place.line[depth - 1] ?? null
  return place.how === 'remainder' || place.how === 'former-district' ? place.how : root_id
}
