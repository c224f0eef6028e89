/** What the dashboard of a unit shows, read in a handful of questions; the viewer is always the first parameter. */
import { comparisonForm, type IndicatorId } from '../../law/comparison.ts'
import { type Period, periodOf, yearBefore } from '../../law/report-periods.ts'
import type { Viewer } from '../../platform/actions/viewer.ts'
import { seesUnit } from '../../platform/actions/visible.ts'
import { askingOnce } from '../../platform/asking-once.ts'
import type { Queryable } from '../../platform/database.ts'
import { type Age, ages, soonDays } from '../backlog/terms.ts'
import { type DutyPeriod, dutyOf } from '../receptions/queries.ts'
import { type Columns, type Figures, figuresOf } from '../reports/figures.ts'
import { type ReportUnit, unitFor } from '../reports/report.ts'
import { type Outline, outlinesUnder } from '../units/outlines.ts'
import { childrenOf } from '../units/queries.ts'
import type { Unit } from '../units/unit.ts'
import { type Registers, registersOf } from './queries.ts'

/** Open work of one unit's own registers today. */
export interface WorkToday {
  open: number
  overdue: number
  due_soon: number
  to_sign: number
  ages: Readonly<Record<Age, number>>
}

/** A unit below with its figures; null where it told nothing, which is not zero. */
export interface Below {
  unit: Unit
  now: Columns | null
  before: Columns | null
  registers: Registers | null
}

/** Everything on the dashboard. */
export interface Overview {
  unit: ReportUnit
  period: Period
  now: Columns | null
  before: Columns | null
  registers: Registers | null
  work: WorkToday
  duty: { per: 'month' | 'week' | null; periods: readonly DutyPeriod[] }
  below: readonly Below[]
  /** Oldest first. */
  trend: readonly { period: Period; columns: Columns | null }[]
  outlines: readonly Outline[]
}

const quarters_back = 8

const ageColumns = ages
  .map((age) => {
    const until = age.to === null ? '' : ` and $2::date - w.received_on <= ${age.to}`
    const from = age.from === 0 ? 'true' : `$2::date - w.received_on >= ${age.from}`
    return `(count(*) filter (where ${from}${until}))::int as "${age.id}"`
  })
  .join(', ')

// The registers of units that went up in this one are carried on by it.
const workSql = `
with recursive own(unit_id) as (
  select $1::uuid
  union
  select s.from_id from own o join unit_successor s on s.to_id = o.unit_id and s.succeeded_on <= $2::date
  where not exists (select from unit_period p where p.unit_id = s.from_id and p.valid @> $2::date)
)
select count(*)::int as open, (count(*) filter (where w.due_on < $2::date))::int as overdue,
  (count(*) filter (where w.due_on between $2::date and $3::date))::int as due_soon,
  (count(*) filter (where w.waits_for = 'head'))::int as to_sign, ${ageColumns}
from work_item w where w.unit_id in (select unit_id from own)`

async function workToday(viewer: Viewer, sql: Queryable, unit_id: string): Promise<WorkToday> {
  const { rows } = await sql.query<Omit<WorkToday, 'ages'> & Record<Age, number>>(workSql, [
    unit_id,
    viewer.on,
    viewer.on.add({ days: soonDays }),
  ])
  const { open = 0, overdue = 0, due_soon = 0, to_sign = 0, ...rest } = rows[0] ?? {}
  const counts = Object.fromEntries(ages.map((age) => [age.id, Number({ ...rest }[age.id] ?? 0)]))
  // The keys are those of `ages`.
  return { open, overdue, due_soon, to_sign, ages: counts as Record<Age, number> }
}

/** The unit that is asked for, where the viewer sees it on the day; null otherwise. */
export async function overviewUnit(viewer: Viewer, sql: Queryable, asked: string): Promise<ReportUnit | null> {
  const unit = await unitFor(sql, asked, viewer.on)
  return unit !== null && (await seesUnit(viewer, sql, unit.id)) ? unit : null
}

/** The last quarters that have ended, oldest first. */
export function quartersBefore(on: Temporal.PlainDate, count = quarters_back): Period[] {
  const years = Array.from({ length: Math.ceil(count / 4) + 1 }, (_, back) => on.year - back)
  return years
    .flatMap((year) => (['q4', 'q3', 'q2', 'q1'] as const).map((kind) => periodOf(year, kind)))
    .filter((period) => Temporal.PlainDate.compare(period.last_on, on) < 0)
    .slice(0, count)
    .reverse()
}

const told = (figures: Figures): Columns | null =>
  figures.rows.length > 0 || Object.values(figures.total).some((figure) => figure !== 0) ? figures.total : null

const territories: readonly string[] = ['province', 'commune']

/** Reads the dashboard of a unit that `overviewUnit` has let through. */
export async function overviewOf(viewer: Viewer, pool: Queryable, unit: ReportUnit, period: Period): Promise<Overview> {
  const sql = askingOnce(pool)
  const tree_on = viewer.on
  const is_country = unit.level === 'country'
  const ask = (of: Period) =>
    figuresOf(sql, { form: comparisonForm, root_id: unit.id, is_country, period: of, tree_on, as_of: null })
  const now = await ask(period)
  const before = await ask(yearBefore(period))
  const children = (await childrenOf(viewer, sql, unit.id, tree_on)).filter((one) => territories.includes(one.level))
  const registers = await registersOf(viewer, sql, [unit.id], period, tree_on)
  // A register under a child lies under the unit too: asked together it would be nobody's alone.
  const ids = children.map((one) => one.id)
  const below = await registersOf(viewer, sql, ids, period, tree_on)
  const rowsOf = (figures: Figures) => new Map(figures.rows.map((row) => [row.unit_id, row.columns]))
  const [rowsNow, rowsBefore] = [rowsOf(now), rowsOf(before)]
  const trend: { period: Period; columns: Columns | null }[] = []
  for (const quarter of quartersBefore(tree_on)) trend.push({ period: quarter, columns: told(await ask(quarter)) })
  // The country holds no reception of its own: its dashboard would show days that nobody owes.
  const duty = is_country ? null : await dutyOf(viewer, sql, unit.id, unit.level, 6)
  return {
    unit,
    period,
    now: told(now),
    before: told(before),
    registers: registers.get(unit.id) ?? null,
    work: await workToday(viewer, sql, unit.id),
    duty: { per: duty?.frequency?.per ?? null, periods: duty?.periods ?? [] },
    below: children.map((one) => ({
      unit: one,
      now: rowsNow.get(one.id) ?? null,
      before: rowsBefore.get(one.id) ?? null,
      registers: below.get(one.id) ?? null,
    })),
    trend,
    outlines: unit.level === 'province' ? await outlinesUnder(viewer, sql, unit.id, tree_on) : [],
  }
}

/** The lines of the trend: counts that every unit has. */
export const trendLines = ['visits', 'letters'] as const satisfies readonly IndicatorId[]
