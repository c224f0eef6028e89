/** Reads of findings and plans: for heads and clerks of the place and of the units above it. Nobody else. */
import type { Sql } from '../../platform/actions/action.ts'
import { happenedTo as eventsOf, type Happened } from '../../platform/actions/timeline.ts'
import type { Viewer } from '../../platform/actions/viewer.ts'
import { visibleTo } from '../../platform/actions/visible.ts'
import { workUnits } from '../petitions/queries.ts'
import { type HotspotPlanRow, headKinds } from './hotspot-plan.ts'
import { intakeField } from './inputs.ts'

/** Posts that read findings: heads, deputies, and the clerks who make the reports. */
export const readerKinds = ['head', 'deputy-head', 'clerk'] as const

const rootsOf = (viewer: Viewer, kinds: readonly string[]) => [
  ...new Set(viewer.positions.filter((post) => kinds.includes(post.kind)).map((post) => post.unit_id)),
]

/** Does the viewer read findings at all? Everybody else is answered as if there were no such page. */
export function readsHotspots(viewer: Viewer): boolean {
  return viewer.account_id !== null && rootsOf(viewer, readerKinds).length > 0
}

/** May the viewer ask for a scan? */
export function asksForScans(viewer: Viewer): boolean {
  return rootsOf(viewer, headKinds).length > 0
}

/** Places of the viewer's posts of these kinds alone; a handler's post elsewhere opens nothing here. */
function seen(viewer: Viewer, column: string, values: unknown[], kinds: readonly string[] = readerKinds): string {
  return visibleTo({ ...viewer, sees_all: false, visible_root_ids: rootsOf(viewer, kinds) }, column, values)
}

const nameOn = (id: string, day: string) =>
  `coalesce((select u.name from unit_period u where u.unit_id = ${id} order by (u.valid @> ${day}::date) desc, u.valid desc limit 1), '')`

/** A scan as the page tells of it. */
export interface HotspotRun {
  id: string
  scope_id: string
  scope: string
  level: 'country' | 'province'
  code: string | null
  run_on: Temporal.PlainDate
  since_on: Temporal.PlainDate
  cases: number
  places: number
  false_alarms: number
  /** The viewer sees the whole scope, not single places in it. */
  whole: boolean
}

const latest = `(select distinct on (r.scope_id) r.* from hotspot_run r order by r.scope_id, r.created_at desc)`

/** The latest scan of every scope that the viewer is under, over, or in. */
export async function latestRuns(viewer: Viewer, sql: Sql): Promise<HotspotRun[]> {
  if (!readsHotspots(viewer)) return []
  const values: unknown[] = [viewer.on.toString(), rootsOf(viewer, readerKinds)]
  const whole = seen(viewer, 'r.scope_id', values)
  const { rows } = await sql.query<HotspotRun>(
    `select r.id, r.scope_id, ${nameOn('r.scope_id', '$1')} as scope, u.level, u.code, r.run_on, r.since_on, r.cases, r.places, r.false_alarms,
       ${whole} as whole
     from ${latest} r join unit_period u on u.unit_id = r.scope_id and u.valid @> $1::date
     where ${whole} or r.scope_id in (select a.ancestor_id from unit_ancestry a where a.unit_id = any($2::uuid[])
       and a.valid @> $1::date and a.depth > 0)
     order by u.level <> 'country', scope`,
    values,
  )
  return rows
}

/** A finding with its names. */
export interface Finding {
  id: string
  run_id: string
  scope_id: string
  run_on: Temporal.PlainDate
  since_on: Temporal.PlainDate
  place_id: string
  place: string
  level: string
  code: string | null
  /** The province a commune lies in; the province itself. */
  province_code: string | null
  field: string | null
  window_days: number | null
  behind: number
  cases: number
  expected: number
  chance: number
  /** The running plan for this place and field. */
  plan_id: string | null
}

const findings = (of: string) => `select f.*, r.scope_id, r.run_on, r.since_on, ${nameOn('f.place_id', '$1')} as place,
    coalesce(u.level, '') as level, u.code, p.id as plan_id,
    case when u.level = 'province' then u.code else (select up.code from unit_period up where up.unit_id = r.scope_id and up.valid @> $1::date) end as province_code
  from hotspot_finding f join ${of} r on r.id = f.run_id
    left join unit_period u on u.unit_id = f.place_id and u.valid @> $1::date
    left join lateral (select h.id from hotspot_plan h where h.unit_id = f.place_id and h.ended_on is null
      and h.field is not distinct from f.field order by h.id desc limit 1) p on true`

/** Findings of the latest scans, the strongest first. */
export async function latestFindings(viewer: Viewer, sql: Sql): Promise<Finding[]> {
  if (!readsHotspots(viewer)) return []
  const values: unknown[] = [viewer.on.toString()]
  const where = seen(viewer, 'f.place_id', values)
  const { rows } = await sql.query<Finding>(
    `${findings(latest)} where ${where} order by f.chance, f.behind - f.expected desc, f.id limit 500`,
    values,
  )
  return rows
}

/** One finding of any scan; null for everybody who may not see its place. */
export async function findingById(viewer: Viewer, sql: Sql, id: string): Promise<Finding | null> {
  if (!readsHotspots(viewer)) return null
  const values: unknown[] = [viewer.on.toString(), id]
  const where = seen(viewer, 'f.place_id', values)
  const { rows } = await sql.query<Finding>(`${findings('hotspot_run')} where f.id = $2 and ${where}`, values)
  return rows[0] ?? null
}

/** The viewer's own overdue worklist for a finding about their own place; null where it is not their work. */
export function ownWorklist(viewer: Viewer, found: Pick<Finding, 'place_id' | 'field'>): string | null {
  if (!workUnits(viewer).includes(found.place_id)) return null
  const asked = new URLSearchParams({ 'danh-sach': 'overdue' })
  if (found.field !== null && found.field !== intakeField) asked.set('linh-vuc', found.field)
  return `/ban-lam-viec?${asked}`
}

/** A plan with its names. */
export interface PlanLine extends HotspotPlanRow {
  place: string
  owner: string
}

const planned = `select p.*, ${nameOn('p.unit_id', '$1')} as place, coalesce((select a.name from account a where a.id = p.owner_id), '') as owner
  from hotspot_plan p`

/** Plans of the places the viewer sees: running ones by target day, ended ones the latest first. */
export async function plansOf(viewer: Viewer, sql: Sql, ended: boolean): Promise<PlanLine[]> {
  if (!readsHotspots(viewer)) return []
  const values: unknown[] = [viewer.on.toString()]
  const where = seen(viewer, 'p.unit_id', values)
  const { rows } = await sql.query<PlanLine>(
    `${planned} where ${where} and p.ended_on is ${ended ? 'not null' : 'null'}
     order by ${ended ? 'p.ended_on desc' : 'p.target_on'}, p.id limit 200`,
    values,
  )
  return rows
}

/** One plan; null for everybody who may not see its place. */
export async function planById(viewer: Viewer, sql: Sql, unit_id: string, id: string): Promise<PlanLine | null> {
  if (!readsHotspots(viewer)) return null
  const values: unknown[] = [viewer.on.toString(), unit_id, id]
  const where = seen(viewer, 'p.unit_id', values)
  const { rows } = await sql.query<PlanLine>(`${planned} where p.unit_id = $2 and p.id = $3 and ${where}`, values)
  return rows[0] ?? null
}

/** Running plans that are the viewer's own, how many of them are past their day, and those past it below the viewer. */
export async function plansWaiting(
  viewer: Viewer,
  sql: Sql,
): Promise<{ open: number; overdue: number; below: number }> {
  const values: unknown[] = [viewer.on.toString(), viewer.account_id]
  if (viewer.account_id === null || rootsOf(viewer, headKinds).length === 0) return { open: 0, overdue: 0, below: 0 }
  const where = seen(viewer, 'p.unit_id', values, headKinds)
  const { rows } = await sql.query<{ open: number; overdue: number; below: number }>(
    `select count(*) filter (where p.owner_id = $2)::int as open,
       count(*) filter (where p.owner_id = $2 and p.target_on < $1::date)::int as overdue,
       count(*) filter (where p.owner_id <> $2 and p.target_on < $1::date)::int as below
     from hotspot_plan p where p.ended_on is null and ${where}`,
    values,
  )
  return rows[0] ?? { open: 0, overdue: 0, below: 0 }
}

/** Plans in figures: for the page, and for the report of a period. */
export interface PlanFigures {
  opened: number
  closed: number
  withdrawn: number
  running: number
  overdue: number
  /** Of the plans closed in the period: cases behind when they opened, and still open when they closed. */
  behind_then: number
  behind_at_end: number
}

/** Figures of the plans of a unit and what is under it, opened or ended from one day to another; running ones as of the viewer's day. */
export async function planFigures(
  viewer: Viewer,
  sql: Sql,
  unit_id: string | null,
  period: { from: Temporal.PlainDate; to: Temporal.PlainDate },
): Promise<PlanFigures> {
  const values: unknown[] = [viewer.on.toString(), period.from.toString(), period.to.toString(), unit_id]
  const where = readsHotspots(viewer) ? seen(viewer, 'p.unit_id', values) : 'false'
  const { rows } = await sql.query<PlanFigures>(
    `select count(*) filter (where o.on_day between $2::date and $3::date)::int as opened,
       count(*) filter (where ended and p.state = 'closed')::int as closed,
       count(*) filter (where ended and p.state = 'withdrawn')::int as withdrawn,
       count(*) filter (where p.ended_on is null)::int as running,
       count(*) filter (where p.ended_on is null and p.target_on < $1::date)::int as overdue,
       coalesce(sum(p.behind_then) filter (where ended and p.state = 'closed'), 0)::int as behind_then,
       coalesce(sum(p.behind_at_end) filter (where ended and p.state = 'closed'), 0)::int as behind_at_end
     from hotspot_plan p join event o on o.unit_id = p.unit_id and o.record_id = p.id and o.seq = 1
       cross join lateral (select p.ended_on between $2::date and $3::date as ended) e
     where ${where} and ($4::uuid is null or p.unit_id in (select a.unit_id from unit_ancestry a where a.ancestor_id = $4::uuid and a.valid @> $1::date))`,
    values,
  )
  return rows[0]!
}

/** What happened to a plan the viewer may see. */
export async function happenedTo(viewer: Viewer, sql: Sql, row: { unit_id: string; id: string }): Promise<Happened[]> {
  return readsHotspots(viewer) ? eventsOf(sql, row, ['hotspot-plan']) : []
}
