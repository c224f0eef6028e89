/** What a reader may see of reports; the viewer is always the first parameter. */
import { formInForce, secretColumns } from '../../law/form-rules.ts'
import { yearBefore } from '../../law/report-periods.ts'
import { NotOpen } from '../../platform/actions/errors.ts'
import { holds, type Viewer } from '../../platform/actions/viewer.ts'
import type { Db, Queryable } from '../../platform/database.ts'
import { allRecordsBehind, type Counted, recordsBehind, type WantedRecords } from './behind.ts'
import { formsInUse } from './forms-in-use.ts'
import {
  type Ask,
  type Completeness,
  completenessOf,
  makeReport,
  questionOf,
  type Report,
  type ReportUnit,
} from './report.ts'
import { placesOf } from './tree-rows.ts'

/** A report with what stands above and beside it on the page. */
export interface ReportPage extends Report {
  completeness: Completeness
}

/** The report, without the cells this viewer may not see; null where the unit does not stand on that tree. */
export async function reportOf(viewer: Viewer, sql: Queryable, ask: Ask): Promise<ReportPage | null> {
  const found = await questionOf(sql, ask)
  if (!found) return null
  const line = await lineOf(viewer, sql, found.unit.id)
  const report = await makeReport(sql, ask, { denunciations: await isNamed(viewer, sql, line) })
  return report && { ...report, completeness: await completenessOf(sql, report.question) }
}

/** The same form for the same unit a year earlier, on the same tree and known by the same day; null where its columns are others. */
export async function yearEarlier(viewer: Viewer, sql: Queryable, report: Report): Promise<Report | null> {
  const period = yearBefore(report.ask.period)
  const then = formInForce(report.ask.form.code, period.last_on, await formsInUse(sql))
  if (then?.columns !== report.ask.form.columns) return null
  const line = await lineOf(viewer, sql, report.unit.id)
  const earlier = {
    form: report.ask.form,
    period,
    unit: report.unit.id,
    tree_on: report.question.tree_on,
    as_of: report.ask.as_of,
  }
  return makeReport(sql, earlier, { denunciations: await isNamed(viewer, sql, line) })
}

/** The records behind a figure. A figure that is for named positions only opens no list for others. */
export async function countedRecords(
  viewer: Viewer,
  sql: Queryable,
  ask: Ask,
  wanted: WantedRecords,
): Promise<{ unit: ReportUnit; records: Counted[] } | null> {
  const found = await opened(viewer, sql, ask, wanted.no)
  return found && { unit: found.unit, records: await recordsBehind(sql, found.question, wanted) }
}

/** All of them, some at a time. */
export async function allCountedRecords(
  viewer: Viewer,
  db: Db,
  ask: Ask,
  wanted: Pick<WantedRecords, 'no' | 'part'>,
): Promise<{ unit: ReportUnit; records: AsyncIterable<Counted[]> } | null> {
  const found = await opened(viewer, db.pool, ask, wanted.no)
  return found && { unit: found.unit, records: allRecordsBehind(db, found.question, wanted) }
}

/** The question of a figure that this viewer may open. */
async function opened(viewer: Viewer, sql: Queryable, ask: Ask, no: number) {
  const found = await questionOf(sql, ask)
  if (!found || !ask.form.columns.some((column) => column.no === no)) return null
  const line = await lineOf(viewer, sql, found.unit.id)
  if (secretColumns(ask.form).has(no) && !(await isNamed(viewer, sql, line)))
    throw new NotOpen('figure-for-named-positions', 'LTC 2018 Đ8', 404)
  return found
}

const ownUnits = `
select p.unit_id as id, p.code, p.name, p.level from unit_period p
where p.valid @> $2::date and (p.unit_id = any($1) or ($3 and p.level = 'country'))
order by array_position(array['country', 'province', 'district', 'commune'], p.level) nulls last, p.name collate "vi-x-icu"`

/** The units whose reports this viewer opens first: those of their positions. */
export async function ownReportUnits(viewer: Viewer, sql: Queryable): Promise<ReportUnit[]> {
  const found = await sql.query<ReportUnit>(ownUnits, [viewer.visible_root_ids, viewer.on, viewer.sees_all])
  return found.rows
}

/** One entry of a unit's list of named positions. */
export interface NamedPosition {
  id: string
  revision: number
  account_id: string
  name: string
  from_on: Temporal.PlainDate
}

const named = `
select n.id, n.revision, n.account_id, a.name, n.from_on from named_position n join account a on a.id = n.account_id
where n.unit_id = $1 and n.state = 'listed' order by n.from_on, n.id`

/** Whom a unit's head has listed for figures of denunciations, for those who work in that unit. */
export async function namedPositionsOf(viewer: Viewer, sql: Queryable, unit_id: string): Promise<NamedPosition[]> {
  if (!viewer.positions.some((position) => position.unit_id === unit_id)) return []
  const found = await sql.query<NamedPosition>(named, [unit_id])
  return found.rows
}

const officers = `
select distinct p.account_id, a.name, a.sort_key from position p join account a on a.id = p.account_id
where p.unit_id = $1 and p.state <> 'void' and p.from_on <= $2 and (p.until_on is null or p.until_on > $2) order by a.sort_key`

/** Who holds a position in a unit today: whom its head may list. Nobody else is told. */
export async function officersOf(
  viewer: Viewer,
  sql: Queryable,
  unit_id: string,
): Promise<{ account_id: string; name: string }[]> {
  if (!holds(viewer, unit_id, 'head')) return []
  const found = await sql.query<{ account_id: string; name: string }>(officers, [unit_id, viewer.on])
  return found.rows
}

/** The unit and all above it today, for whom the viewer's positions are looked up; throws where none of it is theirs. */
async function lineOf(viewer: Viewer, sql: Queryable, unit_id: string): Promise<readonly string[]> {
  const place = (await placesOf(sql, [unit_id], viewer.on)).get(unit_id)
  const line = place?.line ?? []
  if (viewer.sees_all || line.some((id) => viewer.visible_root_ids.includes(id))) return line
  throw new NotOpen('not-yours', '', 404)
}

const isListed = `
select exists (select from named_position where account_id = $1 and unit_id = any($2) and state = 'listed' and from_on <= $3) as listed`

/** Listed in the unit or in one above it, and still in office there: figures roll up, and so does who may see them. */
async function isNamed(viewer: Viewer, sql: Queryable, line: readonly string[]): Promise<boolean> {
  const own = viewer.positions.map((position) => position.unit_id).filter((id) => line.includes(id))
  if (viewer.account_id === null || own.length === 0) return false
  const found = await sql.query<{ listed: boolean }>(isListed, [viewer.account_id, own, viewer.on])
  return found.rows[0]?.listed ?? false
}

/** May the viewer see the cells of this unit's forms that contain denunciations? Throws where the unit is not theirs at all. */
export async function seesClosedFigures(viewer: Viewer, sql: Queryable, unit_id: string): Promise<boolean> {
  return isNamed(viewer, sql, await lineOf(viewer, sql, unit_id))
}
