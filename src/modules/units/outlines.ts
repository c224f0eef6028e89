/** Outlines of units: a file planned against the tree of a day, its difference shown, then written; and read for maps. */
import type { Viewer } from '../../platform/actions/viewer.ts'
import { type Db, type Queryable, transaction } from '../../platform/database.ts'
import { type OutlineFault, type Polygon, type PropertyNames, readOutlines } from './geojson.ts'
import { nameKey, shortName } from './unit.ts'

/** A unit's outline as maps draw it. */
export interface Outline {
  unit_id: string
  name: string
  polygons: readonly Polygon[]
}

/** One outline a file brings. */
export interface OutlineChange {
  unit_id: string
  name: string
  place: string
  polygons: readonly Polygon[]
  points: number
  points_before: number
}

/** What a file would change. */
export interface OutlineDifference {
  faults: readonly OutlineFault[]
  added: readonly OutlineChange[]
  /** They stand for the same day already, drawn otherwise. */
  replaced: readonly OutlineChange[]
  unchanged: number
  /** Provinces that the file touches, with communes of theirs that then still have no outline. */
  missing: readonly { place: string; units: number }[]
}

/** What is to be imported. */
export interface OutlineFile {
  text: string
  source: string
  /** Day from which the outlines hold, and of the tree that codes and names are looked up on. */
  on: Temporal.PlainDate
  names: PropertyNames
}

interface KnownUnit {
  unit_id: string
  code: string | null
  name: string
  place: string
  parent_id: string
  level: string
}

const unitsSql = `
select p.unit_id, p.code, p.name, coalesce(up.name, '') as place, p.parent_id, p.level
from unit_period p left join unit_period up on up.unit_id = p.parent_id and up.valid @> $1::date and up.level <> 'country'
where p.valid @> $1::date and p.level in ('province', 'commune')`

/** The file against the tree and the outlines there are; writes nothing. */
export async function planOutlines(sql: Queryable, file: OutlineFile): Promise<OutlineDifference> {
  const { features, faults } = readOutlines(file.text, file.names)
  const units = (await sql.query<KnownUnit>(unitsSql, [file.on])).rows
  const find = finder(units)
  const known = await sql.query<{ unit_id: string; drawn: string }>(
    'select unit_id, polygons::text as drawn from unit_outline where from_on = $1::date',
    [file.on],
  )
  const drawn = new Map(known.rows.map((row) => [row.unit_id, row.drawn.replaceAll(' ', '')]))
  const wrong: OutlineFault[] = [...faults]
  const changes = new Map<string, OutlineChange>()
  for (const feature of features) {
    const { at, code, name, province } = feature
    const said = code ?? [name, province].filter(Boolean).join(', ')
    if (said === '') wrong.push({ at, code: 'names-no-unit' })
    const unit = said === '' ? null : find(feature)
    if (said !== '' && !unit) wrong.push({ at, code: 'unit-unknown', found: said.slice(0, 80) })
    if (!unit) continue
    if (changes.has(unit.unit_id)) wrong.push({ at, code: 'unit-twice', found: `${unit.name}, ${unit.place}` })
    const { polygons, points_before } = feature
    const points = polygons.flat().reduce((sum, ring) => sum + ring.length, 0)
    changes.set(unit.unit_id, { ...unit, polygons, points, points_before })
  }
  const all = [...changes.values()]
  const isSame = (one: OutlineChange) => drawn.get(one.unit_id) === JSON.stringify(one.polygons)
  return {
    faults: wrong.toSorted((a, b) => a.at - b.at),
    added: all.filter((one) => !drawn.has(one.unit_id)),
    replaced: all.filter((one) => drawn.has(one.unit_id) && !isSame(one)),
    unchanged: all.filter(isSame).length,
    missing: missingOf(units, new Set([...changes.keys(), ...drawn.keys()]), changes),
  }
}

/** By code; without one by name and province, as they are spelled in any way. */
function finder(units: readonly KnownUnit[]) {
  const byCode = new Map(units.flatMap((one) => (one.code === null ? [] : [[one.code, one] as const])))
  const keyOf = (name: string, place: string) => `${nameKey(shortName(name))}|${nameKey(shortName(place))}`
  const byName = new Map<string, KnownUnit | null>()
  for (const one of units) {
    const key = keyOf(one.name, one.place)
    byName.set(key, byName.has(key) ? null : one)
  }
  return (feature: { code: string | null; name: string | null; province: string | null }): KnownUnit | null => {
    // A file of another program writes codes as numbers: 2671 for 02671.
    if (feature.code !== null)
      return (
        byCode.get(feature.code) ??
        byCode.get(feature.code.padStart(5, '0')) ??
        byCode.get(feature.code.padStart(2, '0')) ??
        null
      )
    return byName.get(keyOf(feature.name ?? '', feature.province ?? '')) ?? null
  }
}

function missingOf(
  units: readonly KnownUnit[],
  drawn: ReadonlySet<string>,
  changes: ReadonlyMap<string, OutlineChange>,
): { place: string; units: number }[] {
  const touched = new Set(units.filter((one) => changes.has(one.unit_id)).map((one) => one.parent_id))
  const counts = new Map<string, number>()
  for (const one of units)
    if (one.level === 'commune' && touched.has(one.parent_id) && !drawn.has(one.unit_id))
      counts.set(one.place, (counts.get(one.place) ?? 0) + 1)
  return [...counts].map(([place, count]) => ({ place, units: count }))
}

const write = `
insert into unit_outline (unit_id, from_on, polygons, source)
select x.unit_id, $2::date, x.polygons, $3 from jsonb_to_recordset($1::jsonb) as x(unit_id uuid, polygons jsonb)
on conflict (unit_id, from_on) do update set polygons = excluded.polygons, source = excluded.source`

/** Writes what the plan shows; nothing at all while a feature is faulty. */
export async function applyOutlines(owner: Db, file: OutlineFile): Promise<OutlineDifference> {
  return transaction(owner, async ({ client }) => {
    const difference = await planOutlines(client, file)
    if (difference.faults.length > 0) return difference
    const rows = [...difference.added, ...difference.replaced].map(({ unit_id, polygons }) => ({ unit_id, polygons }))
    for (let from = 0; from < rows.length; from += 200)
      await client.query(write, [JSON.stringify(rows.slice(from, from + 200)), file.on, file.source])
    return difference
  })
}

const underSql = `
select p.unit_id, p.name, o.polygons from unit_period p
join lateral (select polygons from unit_outline where unit_id = p.unit_id and from_on <= $2::date order by from_on desc limit 1) o on true
where p.parent_id = $1 and p.valid @> $2::date order by p.code, p.unit_id`

/** Outlines of the units directly under this one on a day; empty where none were imported. */
export async function outlinesUnder(
  _viewer: Viewer,
  sql: Queryable,
  id: string,
  day: Temporal.PlainDate,
): Promise<Outline[]> {
  const { rows } = await sql.query<Outline>(underSql, [id, day])
  return rows
}
