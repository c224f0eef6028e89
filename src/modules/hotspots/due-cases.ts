/** Due cases of places: read from the sources of `inputs.ts`, with a household number that exists in one run alone. */
import { randomBytes } from 'node:crypto'
import type { Sql } from '../../platform/actions/action.ts'
import { hotspotInputs } from './inputs.ts'
import type { DueCase } from './scan.ts'

/** How far back cases are looked at. */
export const horizonDays = 728

/** Most cases of one run: beyond it the run looks back less far, by whole days. */
export const casesMax = 250_000

/** A place and the units whose registers are its own: itself, what is under it, what it took over whole. */
export interface Place {
  id: string
  unit_ids: readonly string[]
}

const here = (level: string) => `
with recursive here(unit_id, place_id) as (
  select a.unit_id, a.ancestor_id from unit_ancestry a
    join unit_period c on c.unit_id = a.ancestor_id and c.valid @> $2::date and ${level}
    join unit_ancestry up on up.unit_id = a.ancestor_id and up.ancestor_id = any($1::uuid[]) and up.valid @> $2::date
  where a.valid @> $2::date
), former(unit_id, place_id) as (
  select s.from_id, h.place_id from unit_successor s join here h on h.unit_id = s.to_id
    where s.succeeded_on <= $2::date and not exists (select from unit_period p where p.unit_id = s.from_id and p.valid @> $2::date)
  union
  select s.from_id, f.place_id from unit_successor s join former f on f.unit_id = s.to_id
    where s.succeeded_on <= $2::date and not exists (select from unit_period p where p.unit_id = s.from_id and p.valid @> $2::date)
), whole as (
  -- What was divided between places belongs to none of them.
  select unit_id, min(place_id::text)::uuid as place_id from (select * from here union select * from former) every_one
  group by unit_id having count(distinct place_id) = 1
)
select place_id as id, array_agg(unit_id order by unit_id) as unit_ids from whole group by 1 order by 1`

/** Places of a scope on a day: communes of a province, provinces of the country. */
export async function placesOf(
  sql: Sql,
  scope: { id: string; level: 'country' | 'province' },
  on: Temporal.PlainDate,
): Promise<Place[]> {
  const level = scope.level === 'country' ? `c.level = 'province'` : `c.level = 'commune'`
  const { rows } = await sql.query<Place>(here(level), [[scope.id], on.toString()])
  return rows
}

/** One place by itself; for a unit that is no more, the units that carry its work on, together. */
export async function placeOf(sql: Sql, unit_id: string, on: Temporal.PlainDate): Promise<Place> {
  const { rows: heirs } = await sql.query<{ id: string }>('select heirs_of($1, $2::date) as id', [
    unit_id,
    on.toString(),
  ])
  const ids = heirs.map((one) => one.id)
  const { rows } = await sql.query<Place>(here('c.unit_id = any($1::uuid[])'), [ids, on.toString()])
  return { id: unit_id, unit_ids: [...new Set([unit_id, ...rows.flatMap((one) => one.unit_ids)])] }
}

// Tone marks, case and punctuation do not make another household.
const folded = (column: string) =>
  `regexp_replace(translate(lower(normalize(coalesce(${column}, ''), NFKD)), 'đ', 'd'), '[^a-z0-9]+', '', 'g')`

const sources = hotspotInputs.map((input) => input.sql).join('\n union all \n')

/**
 * Cases of these places due from one day until before another; `on` is the day from which their age counts. Names stay
 * in the database: what leaves it is a number salted anew for each call. Of more than `limit` the days furthest back are left out.
 */
export async function dueCases(
  sql: Sql,
  places: readonly Place[],
  days: { from: Temporal.PlainDate; until: Temporal.PlainDate; on: Temporal.PlainDate },
  limit: number = casesMax,
): Promise<{ cases: DueCase[]; since_on: Temporal.PlainDate }> {
  const placeOfUnit = new Map(places.flatMap(({ id, unit_ids }) => unit_ids.map((unit) => [unit, id] as const)))
  if (placeOfUnit.size === 0) return { cases: [], since_on: days.from }
  const { rows } = await sql.query<Omit<DueCase, 'place'> & { unit_id: string }>(
    `select unit_id, coalesce(field, 'other') as field, $4::date - due_on as days_since_due, not settled as behind,
       ('x' || substr(encode(sha256(convert_to($5 || chr(31) || ${folded('who')} || chr(31) || ${folded('lives')}, 'UTF8')), 'hex'), 1, 12))::bit(48)::bigint::float8 as household
     from (${sources}) due order by due_on desc limit $6`,
    [
      [...placeOfUnit.keys()],
      days.from.toString(),
      days.until.toString(),
      days.on.toString(),
      randomBytes(16).toString('hex'),
      limit + 1,
    ],
  )
  const cases = rows.map(({ unit_id, ...one }) => ({ ...one, place: placeOfUnit.get(unit_id) ?? '' }))
  if (cases.length <= limit) return { cases, since_on: days.from }
  const oldest = cases.at(-1)?.days_since_due ?? 0
  return {
    cases: cases.filter((one) => one.days_since_due < oldest),
    since_on: days.on.subtract({ days: oldest - 1 }),
  }
}
