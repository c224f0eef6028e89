/** What everybody may read of figures: published cells, added up on today's tree. There is no other day to ask for. */
import { type Period, periodKinds, periodOf, quarterOn } from '../../law/report-periods.ts'
import type { Viewer } from '../../platform/actions/viewer.ts'
import type { Queryable } from '../../platform/database.ts'
import { noCounts, type PublicCounts, plusCounts, publicCounts } from './coarsen.ts'
import { registersOf } from './figures.ts'
import { publishedAfterDays } from './publish-figures.ts'
import { type ReportUnit, unitFor } from './report.ts'
import { placesOf, rowOf } from './tree-rows.ts'

/** One row: a unit below, the unit's own register, or parts that stand apart. Null: nothing that could be shown. */
export interface PublicRow {
  kind: 'unit' | 'own' | 'remainder' | 'former-district'
  unit: ReportUnit | null
  counts: PublicCounts | null
}

/** A page of public figures: total = all rows; and the total quarter by quarter, newest first. */
export interface PublicFigures {
  unit: ReportUnit
  /** The unit above, to go back to; null for the country. */
  above: ReportUnit | null
  period: Period
  total: PublicCounts
  rows: readonly PublicRow[]
  quarters: readonly { period: Period; counts: PublicCounts }[]
}

/** Levels whose figures the public can ask for. */
const openLevels = ['country', 'province', 'commune']

/** Quarters shown beneath: two years. */
const quarters_max = 8

/** Periods whose figures are out on a day, the latest first and of those that end together the longest. */
export function publishedPeriods(on: Temporal.PlainDate, years = 3): Period[] {
  const all = Array.from({ length: years }, (_, back) => on.year - back).flatMap((year) =>
    periodKinds.map((kind) => periodOf(year, kind)),
  )
  const days = (period: Period) => period.first_on.until(period.last_on, { largestUnit: 'day' }).days
  return all
    .filter((period) => Temporal.PlainDate.compare(period.last_on.add({ days: publishedAfterDays }), on) < 0)
    .sort((a, b) => Temporal.PlainDate.compare(b.last_on, a.last_on) || days(b) - days(a))
}

const sums = publicCounts.map((name) => `sum(f.${name})::int as ${name}`).join(', ')

const byRegister = `
select f.unit_id, c.unit_id as row_id, ${sums}
from public_figure f
left join lateral (
  select p.unit_id from unit_ancestry a join unit_period p on p.unit_id = a.ancestor_id and p.valid @> $3::date
  where a.unit_id = f.unit_id and a.valid @> $3::date and p.parent_id = $4 limit 1) c on true
where f.quarter_on between $1 and $2 and ($5::uuid[] is null or f.unit_id = any($5))
group by 1, 2`

const byQuarter = `
select f.quarter_on, ${sums} from public_figure f
where f.quarter_on between $1 and $2 and ($3::uuid[] is null or f.unit_id = any($3)) group by 1 order by 1 desc`

const children = `
select p.unit_id as id, p.code, p.name, p.level from unit_period p
where p.parent_id = $1 and p.valid @> $2::date and p.level in ('province', 'commune') order by p.code, p.unit_id`

const parent = `
select p.unit_id as id, p.code, p.name, p.level from unit_period c join unit_period p on p.unit_id = c.parent_id and p.valid @> $2::date
where c.unit_id = $1 and c.valid @> $2::date`

type Counted = { unit_id: string; row_id: string | null } & Record<(typeof publicCounts)[number], number>

const countsOf = (row: PublicCounts): PublicCounts => ({ ...noCounts, ...pick(row) })

function pick(row: PublicCounts): Partial<Record<(typeof publicCounts)[number], number>> {
  return Object.fromEntries(publicCounts.map((name) => [name, Number(row[name])]))
}

/** A cell whose figures are all nought is not told from one without any: that there was one letter is no public fact. */
const orNothing = (counts: PublicCounts | undefined): PublicCounts | null =>
  counts === undefined || publicCounts.every((name) => counts[name] === 0) ? null : counts

/** The public figures of a unit of today's tree; null where there is no such unit or its figures are not out. */
export async function publicFigures(
  viewer: Viewer,
  sql: Queryable,
  asked: { unit: string; period: Period },
): Promise<PublicFigures | null> {
  const unit = await unitFor(sql, asked.unit, viewer.on)
  const { period } = asked
  const out = publishedPeriods(viewer.on).some((one) => one.id === period.id)
  if (!unit || !openLevels.includes(unit.level) || !out) return null
  const question = { root_id: unit.id, is_country: unit.level === 'country', tree_on: viewer.on }
  const registers = await registersOf(sql, question, 'total')
  const [first, last] = [period.first_on, quarterOn(period.last_on)]
  const found = await sql.query<Counted>(byRegister, [first, last, viewer.on, unit.id, registers])
  const sumsOfRows = await placed(sql, found.rows, unit.id, viewer.on)
  const below = await sql.query<ReportUnit>(children, [unit.id, viewer.on])
  const above = await sql.query<ReportUnit>(parent, [unit.id, viewer.on])
  const rows = below.rows.map(
    (one): PublicRow => ({ kind: 'unit', unit: one, counts: orNothing(sumsOfRows.get(one.id)) }),
  )
  for (const kind of ['own', 'former-district', 'remainder'] as const) {
    const counts = orNothing(sumsOfRows.get(kind === 'own' ? unit.id : kind))
    if (counts && (kind !== 'own' || rows.length > 0)) rows.push({ kind, unit: null, counts })
  }
  return {
    unit,
    above: above.rows[0] ?? null,
    period,
    total: [...sumsOfRows.values()].reduce(plusCounts, noCounts),
    rows,
    quarters: await quartersOf(sql, viewer.on, registers),
  }
}

/** Sums by row of the unit. A body's figures stand with the row it is under; what stands nowhere is kept as a remainder. */
async function placed(
  sql: Queryable,
  cells: readonly Counted[],
  root_id: string,
  on: Temporal.PlainDate,
): Promise<Map<string, PublicCounts>> {
  const astray = cells.filter((cell) => cell.row_id === null).map((cell) => cell.unit_id)
  const places = astray.length === 0 ? new Map() : await placesOf(sql, astray, on)
  const rows = new Map<string, PublicCounts>()
  for (const cell of cells) {
    const place = places.get(cell.unit_id)
    const key = cell.row_id ?? ((place && rowOf(place, root_id)) || 'remainder')
    rows.set(key, plusCounts(rows.get(key) ?? noCounts, countsOf(cell)))
  }
  return rows
}

async function quartersOf(sql: Queryable, on: Temporal.PlainDate, registers: string[] | null) {
  const periods = publishedPeriods(on)
    .filter((period) => period.kind.startsWith('q'))
    .slice(0, quarters_max)
  const [newest, oldest] = [periods[0], periods.at(-1)]
  if (!newest || !oldest) return []
  const values = [oldest.first_on, newest.first_on, registers]
  const found = await sql.query<{ quarter_on: Temporal.PlainDate } & Omit<Counted, 'row_id'>>(byQuarter, values)
  const known = new Map(found.rows.map((row) => [row.quarter_on.toString(), countsOf(row)]))
  return periods.flatMap((period) => {
    const counts = orNothing(known.get(period.first_on.toString()))
    return counts ? [{ period, counts }] : []
  })
}

const provinces = `
select p.unit_id as id, p.code, p.name, p.level from unit_period p
where p.level = 'province' and p.valid @> $1::date order by p.name collate "vi-x-icu"`

/** The provinces of today, for the picker. */
export async function provincesToday(viewer: Viewer, sql: Queryable): Promise<ReportUnit[]> {
  const found = await sql.query<ReportUnit>(provinces, [viewer.on])
  return found.rows
}
