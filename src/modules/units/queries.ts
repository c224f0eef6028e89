/** Every read of the tree. It is public, so no viewer sees less of it; every question takes a day. */
import type { Viewer } from '../../platform/actions/viewer.ts'
import type { Queryable } from '../../platform/database.ts'
import { type Doubt, fold, type Level, nameKey, type Unit } from './unit.ts'

const columns = `p.unit_id as id, p.name, p.level, p.designation, p.code, p.parent_id,
  lower(p.valid) as from_on, upper(p.valid) as until_on, p.unverified`

/** A unit found by search, with the names above it, nearest first, without the country: `xã, tỉnh`. */
export interface FoundUnit extends Unit {
  place: string
}

/** One end of a succession: the unit as it was on the day before (came from) or is on the day (became). */
export interface Succession {
  unit: Unit
  place: string
  succeeded_on: Temporal.PlainDate
  /** Part of the old unit, 0 to 1; null where the source does not say. */
  share: number | null
  unverified: readonly Doubt[]
}

/** A predecessor that the source names without a code. */
export interface Alias {
  id: string
  unit_id: string
  name: string
  place: string
  until_on: Temporal.PlainDate
}

/** Names of the units above `p` in `on`, nearest first, without the country. */
const placeOf = (on: string) => `coalesce((select string_agg(up.name, ', ' order by an.depth) from unit_ancestry an
  join unit_period up on up.unit_id = an.ancestor_id and up.valid @> ${on}
  where an.unit_id = p.unit_id and an.depth > 0 and an.valid @> ${on} and up.level <> 'country'), '')`

/** The unit with the name, place and code it has on this day; null where it does not exist that day. */
export async function unitOn(
  _viewer: Viewer,
  sql: Queryable,
  id: string,
  day: Temporal.PlainDate,
): Promise<FoundUnit | null> {
  const [unit] = await unitsOn(_viewer, sql, [id], day)
  return unit ?? null
}

/** Several units at once, in no order; those that do not exist that day are left out. */
export async function unitsOn(
  _viewer: Viewer,
  sql: Queryable,
  ids: readonly string[],
  day: Temporal.PlainDate,
): Promise<FoundUnit[]> {
  const found = await sql.query<FoundUnit>(
    `select ${columns}, ${placeOf('$2::date')} as place from unit_period p where p.unit_id = any($1) and p.valid @> $2::date`,
    [ids, day],
  )
  return found.rows
}

/** All names, places and codes of a unit through time, oldest first. */
export async function formsOf(_viewer: Viewer, sql: Queryable, id: string): Promise<Unit[]> {
  const found = await sql.query<Unit>(`select ${columns} from unit_period p where p.unit_id = $1 order by p.valid`, [
    id,
  ])
  return found.rows
}

/** Units that bear this code on this day; more than one only where levels without official codes share it. */
export async function unitsByCode(
  _viewer: Viewer,
  sql: Queryable,
  code: string,
  day: Temporal.PlainDate,
): Promise<FoundUnit[]> {
  const found = await sql.query<FoundUnit>(
    `select ${columns}, ${placeOf('$2::date')} as place from unit_period p
     where p.code = $1 and p.valid @> $2::date order by p.level, p.unit_id`,
    [code, day],
  )
  return found.rows
}

/** Units directly under this one on this day, by level, then code, then name. */
export async function childrenOf(
  _viewer: Viewer,
  sql: Queryable,
  id: string,
  day: Temporal.PlainDate,
  { level }: { level?: Level } = {},
): Promise<Unit[]> {
  const found = await sql.query<Unit>(
    `select ${columns} from unit_period p
     where p.parent_id = $1 and p.valid @> $2::date and ($3::text is null or p.level = $3)
     order by p.level, p.code, p.name collate "vi-x-icu"`,
    [id, day, level ?? null],
  )
  return found.rows
}

/** Units above this one on this day, nearest first, the country last. */
export async function ancestorsOf(
  _viewer: Viewer,
  sql: Queryable,
  id: string,
  day: Temporal.PlainDate,
): Promise<Unit[]> {
  const found = await sql.query<Unit>(
    `select ${columns} from unit_ancestry an join unit_period p on p.unit_id = an.ancestor_id and p.valid @> $2::date
     where an.unit_id = $1 and an.valid @> $2::date and an.depth > 0 order by an.depth`,
    [id, day],
  )
  return found.rows
}

/** Everything under this unit on this day (itself left out), or of the whole tree with null, by level, code and name. */
export async function descendantsOf(
  _viewer: Viewer,
  sql: Queryable,
  id: string | null,
  day: Temporal.PlainDate,
): Promise<(Unit & { parent_name: string | null })[]> {
  const found = await sql.query<Unit & { parent_name: string | null }>(
    `select ${columns}, up.name as parent_name from unit_period p
     left join unit_period up on up.unit_id = p.parent_id and up.valid @> $2::date
     where p.valid @> $2::date and ($1::uuid is null or p.unit_id in (
       select unit_id from unit_ancestry where ancestor_id = $1 and depth > 0 and valid @> $2::date))
     order by p.level, p.code, p.name, p.unit_id`,
    [id, day],
  )
  return found.rows
}

/** How many units of each level there are on this day, in the whole tree or under one unit. */
export async function countsOn(
  _viewer: Viewer,
  sql: Queryable,
  day: Temporal.PlainDate,
  { under }: { under?: string } = {},
): Promise<Partial<Record<Level, number>>> {
  const found = await sql.query<{ level: Level; count: number }>(
    `select p.level, count(*) from unit_period p
     where p.valid @> $1::date and ($2::uuid is null or p.unit_id in (
       select unit_id from unit_ancestry where ancestor_id = $2 and depth > 0 and valid @> $1::date))
     group by p.level order by p.level`,
    [day, under ?? null],
  )
  const counts: Partial<Record<Level, number>> = {}
  for (const row of found.rows) counts[row.level] = row.count
  return counts
}

/** Predecessors of this unit, each as it was on its last day; a unit that only changed its name has none. */
export async function cameFrom(_viewer: Viewer, sql: Queryable, id: string): Promise<Succession[]> {
  return successions(
    sql,
    `s.to_id = $1 and p.unit_id = s.from_id and p.valid @> (s.succeeded_on - 1)`,
    '(s.succeeded_on - 1)',
    id,
  )
}

/** Successors of this unit, each as it was on its first day. */
export async function became(_viewer: Viewer, sql: Queryable, id: string): Promise<Succession[]> {
  return successions(sql, `s.from_id = $1 and p.unit_id = s.to_id and p.valid @> s.succeeded_on`, 's.succeeded_on', id)
}

async function successions(sql: Queryable, which: string, on: string, id: string): Promise<Succession[]> {
  const found = await sql.query<
    Unit & { place: string; succeeded_on: Temporal.PlainDate; share: number | null; doubts: Doubt[] }
  >(
    `select ${columns}, ${placeOf(on)} as place, s.succeeded_on, s.share::float8 as share, s.unverified as doubts
     from unit_successor s, unit_period p where ${which} order by s.succeeded_on, p.code, p.name`,
    [id],
  )
  return found.rows.map(({ place, succeeded_on, share, doubts, ...unit }) => ({
    unit,
    place,
    succeeded_on,
    share,
    unverified: doubts,
  }))
}

/** Predecessors without code that lead to this unit. */
export async function aliasesOf(_viewer: Viewer, sql: Queryable, id: string): Promise<Alias[]> {
  const found = await sql.query<Alias>(
    `select id, unit_id, name, place, until_on from unit_alias where unit_id = $1 order by place collate "vi-x-icu", name collate "vi-x-icu"`,
    [id],
  )
  return found.rows
}

/** Search words of one text: at most ten, each at least one letter or digit. */
function wordsOf(text: string): string[] {
  return fold(text.slice(0, 200)).split(' ').filter(Boolean).slice(0, 10)
}

/**
 * Units of this day by `xã, tỉnh` without tone marks: the part before the first comma is sought in the name, the rest
 * above it; without a comma all words are sought in name and place. A number is sought as a code. Whole names come
 * first, then names that begin so, then the rest; provinces before communes. At most `limit` (20, never over 200).
 */
export async function findUnits(
  _viewer: Viewer,
  sql: Queryable,
  text: string,
  day: Temporal.PlainDate,
  { level, under, limit = 20 }: { level?: Level; under?: string; limit?: number } = {},
): Promise<FoundUnit[]> {
  // The database knows no NUL.
  const [head = '', ...rest] = text.replaceAll('\0', ' ').split(',')
  const name = wordsOf(head)
  const above = wordsOf(rest.join(' '))
  if (name.length + above.length === 0) return []
  const values: unknown[] = [
    day,
    level ?? null,
    under ?? null,
    Math.min(Math.max(limit, 1), 200),
    name.join(' '),
    nameKey(head),
  ]
  const like = (column: string, word: string) => `${column} like $${values.push(`%${word}%`)}`
  const wanted = [
    ...name.map((word) => like(rest.length > 0 ? 'p.name_folded' : 'p.path_folded', word)),
    ...above.map((word) => like('p.path_folded', word)),
  ].join(' and ')
  const isCode = /^\d{2,5}$/.test(head.trim()) || head.trim() === 'TW'
  const filter = isCode ? `(p.code = $${values.push(head.trim())} or (${wanted}))` : wanted
  const found = await sql.query<FoundUnit>(
    `select ${columns}, ${placeOf('$1::date')} as place from (
       select p.*, regexp_replace(p.name_folded, '^(thanh pho|thi xa|thi tran|dac khu|phuong|huyen|quan|tinh|xa) ', '') as short
       from unit_period p
       where ${filter} and p.valid @> $1::date and ($2::text is null or p.level = $2) and ($3::uuid is null or p.unit_id in (
         select unit_id from unit_ancestry where ancestor_id = $3 and depth > 0 and valid @> $1::date))
     ) p
     order by $5 not in (p.short, p.name_folded), position($6 in lower(p.name)) = 0, ' ' || p.name_folded || ' ' not like '% ' || $5 || ' %',
       p.short not like $5 || '%', array_position(array['country','ministry','province','district','commune','village'], p.level),
       p.name collate "vi-x-icu", p.path_folded, p.unit_id
     limit $4`,
    values,
  )
  return found.rows
}

/** Old names without code that lead to a unit, sought as in `findUnits`. */
export async function findAliases(_viewer: Viewer, sql: Queryable, text: string, limit = 20): Promise<Alias[]> {
  const words = wordsOf(text.split(',')[0] ?? '')
  if (words.length === 0) return []
  const found = await sql.query<Alias>(
    `select id, unit_id, name, place, until_on from unit_alias
     where name_folded like all($1) order by length(name_folded), name, place limit $2`,
    [words.map((word) => `%${word}%`), Math.min(limit, 200)],
  )
  return found.rows
}

/** Clusters that hold this unit on this day. */
export async function setsOf(
  _viewer: Viewer,
  sql: Queryable,
  unit_id: string,
  day: Temporal.PlainDate,
): Promise<{ id: string; name: string; members: number }[]> {
  const found = await sql.query<{ id: string; name: string; members: number }>(
    `select s.id, s.name, (select count(*) from unit_set_member o where o.set_id = s.id and o.valid @> $2::date) as members
     from unit_set_member m join unit_set s on s.id = m.set_id
     where m.unit_id = $1 and m.valid @> $2::date order by s.name collate "vi-x-icu"`,
    [unit_id, day],
  )
  return found.rows
}

/** The name of a unit on the viewer's day, or its last name where it is no more; null where there is no such unit. */
export async function unitName(viewer: Viewer, sql: Queryable, unit_id: string): Promise<string | null> {
  const { rows } = await sql.query<{ name: string }>(
    `select name from unit_period where unit_id = $1 order by (valid @> $2::date) desc, valid desc limit 1`,
    [unit_id, viewer.on.toString()],
  )
  return rows[0]?.name ?? null
}
