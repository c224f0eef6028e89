/** Reads of demands on overdue units: the superior's side and the side that was asked, both narrowed by the viewer. */
import type { Sql } from '../../platform/actions/action.ts'
import type { Viewer } from '../../platform/actions/viewer.ts'
import { workUnits } from '../petitions/queries.ts'
import type { OverdueDemandRow, OverdueItem } from './overdue-demand.ts'
import { readsBacklog } from './queries.ts'

/** A demand with the names of both units. */
export interface Demand extends OverdueDemandRow {
  unit_name: string
  subordinate_name: string
}

const nameOf = (column: string) =>
  `coalesce((select u.name from unit_period u where u.unit_id = ${column} order by u.valid desc limit 1), '')`
const columns = `d.*, ${nameOf('d.unit_id')} as unit_name, ${nameOf('d.subordinate_id')} as subordinate_name`
const mine = '(d.unit_id = any($1::uuid[]) or d.subordinate_id = any($1::uuid[]))'

/** Demands that the viewer's units made or owe an answer to; the open ones first. */
export async function demandsOf(viewer: Viewer, sql: Sql): Promise<Demand[]> {
  if (!readsBacklog(viewer)) return []
  const { rows } = await sql.query<Demand>(
    `select ${columns} from overdue_demand d where ${mine}
     order by (d.state in ('demanded', 'escalated')) desc, d.demanded_on desc, d.id desc limit 200`,
    [workUnits(viewer)],
  )
  return rows
}

/** One of them. */
export async function demandById(viewer: Viewer, sql: Sql, unit_id: string, id: string): Promise<Demand | null> {
  if (!readsBacklog(viewer)) return null
  const { rows } = await sql.query<Demand>(
    `select ${columns} from overdue_demand d where ${mine} and d.unit_id = $2 and d.id = $3`,
    [workUnits(viewer), unit_id, id],
  )
  return rows[0] ?? null
}

/** A listed record as it is now; `state` null where it is no longer open. */
export interface DemandItem extends OverdueItem {
  title: string
  register_number: number | null
  register_year: number | null
  state: string | null
  new_on: string | null
}

/** The list of a demand that the viewer may see, in its own order. */
export async function demandItems(_viewer: Viewer, sql: Sql, row: OverdueDemandRow): Promise<DemandItem[]> {
  const { rows } = await sql.query<DemandItem>(
    `select i.kind, i.unit_id, i.id, i.due_on, i.days, coalesce(p.title, c.title, b.title, '') as title,
       coalesce(p.register_number, c.register_number, b.register_number) as register_number,
       coalesce(p.register_year, c.register_year, b.register_year) as register_year, w.state, n.new_on
     from jsonb_to_recordset($1::jsonb) as i(kind text, unit_id uuid, id uuid, due_on text, days int)
     left join petition p on i.kind = 'petition' and p.unit_id = i.unit_id and p.id = i.id
     left join complaint c on i.kind = 'complaint' and c.unit_id = i.unit_id and c.id = i.id
     left join feedback b on i.kind = 'feedback' and b.unit_id = i.unit_id and b.id = i.id
     left join work_item w on w.kind = i.kind and w.unit_id = i.unit_id and w.id = i.id
     left join jsonb_to_recordset($2::jsonb) as n(id uuid, new_on text) on n.id = i.id
     order by i.due_on, i.id`,
    [JSON.stringify(row.items), JSON.stringify(row.new_days ?? [])],
  )
  return rows
}

/** A unit directly below with overdue records. */
export interface UnitBelow {
  unit_id: string
  name: string
  overdue: number
  /** Days past the due day of the record that is overdue longest. */
  longest: number
}

/** Units directly below the one the viewer heads, with what is overdue there; those without anything are left out. */
export async function overdueBelow(viewer: Viewer, sql: Sql): Promise<UnitBelow[]> {
  const heads = viewer.positions.filter((post) => post.kind === 'head').map((post) => post.unit_id)
  if (heads.length === 0) return []
  const { rows } = await sql.query<UnitBelow>(
    `select u.unit_id, u.name, count(*)::int as overdue, max($2::date - w.due_on) as longest
     from unit_period u
     cross join lateral (select u.unit_id union select ancestors_in_office(u.unit_id, $2::date)) of(unit_id)
     join work_item w on w.unit_id = of.unit_id and w.due_on < $2::date and not w.suspended
     where u.parent_id = any($1::uuid[]) and u.valid @> $2::date
     group by u.unit_id, u.name order by longest desc, u.name limit 500`,
    [heads, viewer.on.toString()],
  )
  return rows
}

/** How many answers wait on each side, for the worklist. */
export async function demandsWaiting(viewer: Viewer, sql: Sql): Promise<{ owed: number; late: number } | null> {
  if (!readsBacklog(viewer)) return null
  const { rows } = await sql.query<{ owed: number; late: number }>(
    `select count(*) filter (where d.subordinate_id = any($1::uuid[]))::int as owed,
       count(*) filter (where d.unit_id = any($1::uuid[]) and d.answer_by < $2::date)::int as late
     from overdue_demand d where ${mine} and d.state in ('demanded', 'escalated')`,
    [workUnits(viewer), viewer.on.toString()],
  )
  return rows[0] ?? null
}
