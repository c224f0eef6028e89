/** The same figures on two trees: by the units of a day before a reorganisation and by those of one after it. */
import type { Viewer } from '../../platform/actions/viewer.ts'
import type { Queryable } from '../../platform/database.ts'
import { attributed, type Divided, dividedAround } from './divided.ts'
import { reportOf } from './queries.ts'
import { type Ask, makeReport, type Report, type ReportRow, type Shown } from './report.ts'
import { toldColumns } from './told-columns.ts'
import { formerUnits } from './tree-rows.ts'

/** One side: the rows of one tree with the report that each opens, and their sum. */
export interface Side {
  on: Temporal.PlainDate
  rows: readonly { row: ReportRow; of: Report }[]
  total: Shown
}

/** A divided unit with its own figures, and what each part gets of the told columns; null where no share is known. */
export interface DividedFigures extends Divided {
  figures: Shown
  shared: readonly ((number | null)[] | null)[]
}

/** Both sides of one report. */
export interface TwoTrees {
  now: Report
  /** Null where nothing stood in the unit's place on the earlier day. */
  earlier: Side | null
  later: Side
  /** Later − earlier, for every column; null where all are nought. */
  difference: Shown | null
  divided: readonly DividedFigures[]
  /** There are more of them than are shown. */
  more_divided: boolean
}

/** Divided units that are told one by one. */
const divided_max = 20

/** The report of `ask` on the tree of `now_on`, and what it is made of on the tree of `then_on`. */
export async function twoTrees(
  viewer: Viewer,
  sql: Queryable,
  ask: Ask,
  days: { then_on: Temporal.PlainDate; now_on: Temporal.PlainDate },
): Promise<TwoTrees | null> {
  const now = await reportOf(viewer, sql, { ...ask, tree_on: days.now_on })
  if (!now) return null
  const open = { denunciations: !now.without_denunciations }
  const roots = await unitsThen(sql, now, days.then_on)
  const reports: Report[] = []
  for (const unit of roots) {
    const one = await makeReport(sql, { ...ask, unit, tree_on: days.then_on }, open)
    if (one) reports.push(one)
  }
  const earlier = reports.length === 0 ? null : sideOf(reports, days.then_on)
  const later = sideOf([now], days.now_on)
  const around = await dividedAround(sql, now.unit.id, days.now_on, ask.period)
  const divided: DividedFigures[] = []
  for (const one of around.slice(0, divided_max)) {
    const own = await makeReport(sql, { ...ask, unit: one.unit_id, tree_on: one.last_on }, open)
    const figures = own?.total ?? {}
    const shared = toldColumns(ask.form).map(({ columns }) => attributed(figures, columns, one.parts))
    divided.push({ ...one, figures, shared })
  }
  return {
    now,
    earlier,
    later,
    difference: earlier && differenceOf(later.total, earlier.total),
    divided,
    more_divided: around.length > divided_max,
  }
}

/** One unit is told by its rows, several by their totals. */
function sideOf(reports: readonly Report[], on: Temporal.PlainDate): Side {
  const [first, ...rest] = reports
  const total = reports.map((report) => report.total).reduce(plus)
  if (!first || rest.length > 0)
    return { on, total, rows: reports.map((of) => ({ of, row: { kind: 'unit', unit: of.unit, columns: of.total } })) }
  const below = [...first.rows, ...first.apart]
  const own: ReportRow = { kind: 'own', unit: null, columns: first.own }
  const rows = below.length === 0 ? [{ ...own, unit: first.unit }] : [own, ...below]
  return { on, total, rows: rows.map((row) => ({ of: first, row })) }
}

function plus(a: Shown, b: Shown): Shown {
  const both = (no: string) => {
    const [one, other] = [a[Number(no)] ?? null, b[Number(no)] ?? null]
    return one === null || other === null ? null : one + other
  }
  return Object.fromEntries(Object.keys(a).map((no) => [no, both(no)]))
}

function differenceOf(later: Shown, earlier: Shown): Shown | null {
  const entries = Object.keys(later).map((no): [string, number | null] => {
    const [now, then] = [later[Number(no)] ?? null, earlier[Number(no)] ?? null]
    return [no, now === null || then === null ? null : now - then]
  })
  return entries.every(([, by]) => by === null || by === 0) ? null : Object.fromEntries(entries)
}

const below = 'select unit_id from unit_ancestry where ancestor_id = $1 and valid @> $2::date'

/** Of these, those alive on a day and under none of the others: what a unit was made of then. */
const topmost = `
select p.unit_id from unit_period p where p.unit_id = any($1) and p.valid @> $2::date
  and not exists (select from unit_ancestry a where a.unit_id = p.unit_id and a.depth > 0 and a.valid @> $2::date and a.ancestor_id = any($1))
order by array_position(array['country', 'ministry', 'province', 'district', 'commune'], p.level) nulls last, p.code, p.unit_id`

/** The units that stood in the place of a report's unit on an earlier day. */
async function unitsThen(sql: Queryable, report: Report, then_on: Temporal.PlainDate): Promise<string[]> {
  const { root_id, is_country, tree_on } = report.question
  if (is_country) return [root_id]
  const alive = await sql.query<{ unit_id: string }>(below, [root_id, tree_on])
  const former = await formerUnits(sql, root_id, tree_on)
  const ids = [...alive.rows.map((row) => row.unit_id), ...former.keys()]
  const found = await sql.query<{ unit_id: string }>(topmost, [ids, then_on])
  return found.rows.map((row) => row.unit_id)
}
