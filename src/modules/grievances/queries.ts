/** Reads of grievances: for the unit's officers, and to a Front supervisor what they recorded. Never a count by person. */
import type { GrievanceSource } from '../../law/grievance-workflow.ts'
import type { Sql } from '../../platform/actions/action.ts'
import { happenedTo as eventsOf, type Happened } from '../../platform/actions/timeline.ts'
import { holds, type Viewer } from '../../platform/actions/viewer.ts'
import { visibleTo } from '../../platform/actions/visible.ts'
import { type GrievanceRow, ownerKinds } from './grievance.ts'

/** A line of the list. */
export interface GrievanceLine
  extends Pick<
    GrievanceRow,
    'unit_id' | 'id' | 'state' | 'title' | 'source' | 'field' | 'known_on' | 'target_on' | 'ended_on' | 'end_kind'
  > {
  place: string
  owner: string | null
  /** Where the next page begins. */
  sort_on: Temporal.PlainDate
}

/** What an address asks for. */
export interface GrievanceFilter {
  ended: boolean
  mine: boolean
  overdue: boolean
  field?: string
  source?: GrievanceSource
  place_unit_id?: string
  after: { on: string; id: string } | null
}

const owned = (account: string, bodies: string) => `(g.owner_id = ${account} or g.owner_body_id = any(${bodies}))`

/** The unit for which the viewer records; null for those who do not. The Front records for the unit it supervises. */
export function recordingUnit(viewer: Viewer): string | null {
  const kinds: readonly string[] = ownerKinds
  const front = viewer.positions.find((post) => post.kind === 'front-supervisor')
  return (front ?? viewer.positions.find((post) => kinds.includes(post.kind)))?.unit_id ?? null
}

/** Bodies whose grievances are the viewer's work. */
function bodiesOf(viewer: Viewer): string[] {
  return viewer.positions.filter((post) => holds(viewer, post.unit_id, ...ownerKinds)).map((post) => post.unit_id)
}

/** Rows the viewer may see (`$1` is the day): of the units whose register is theirs, what they own, what they recorded. */
function mayRead(viewer: Viewer, values: unknown[]): string {
  const register = visibleTo(viewer, 'g.unit_id', values)
  const account = `$${values.push(viewer.account_id)}::uuid`
  const bodies = `$${values.push(bodiesOf(viewer))}::uuid[]`
  // Who left the post sees no more what they recorded there.
  const units = `$${values.push(viewer.positions.map((post) => post.unit_id))}::uuid[]`
  const works_here = `exists (select from unit_period u where u.unit_id = any(${units}) and u.valid @> $1::date
    and (u.unit_id = g.unit_id or u.parent_id = g.unit_id))`
  return `(${register} or (${owned(account, bodies)} and ${works_here}) or (g.recorded_by = ${account} and g.unit_id = any(${units})))`
}

const nameOn = (id: string) => `(select u.name from unit_period u where u.unit_id = ${id} and u.valid @> $1::date)`
const ownerName = `coalesce((select a.name from account a where a.id = g.owner_id), ${nameOn('g.owner_body_id')})`

/** One page: open ones by target day, ended ones the latest first. One row more than a page tells of a next one. */
export async function grievanceLines(viewer: Viewer, sql: Sql, filter: GrievanceFilter): Promise<GrievanceLine[]> {
  if (viewer.account_id === null) return []
  const values: unknown[] = [viewer.on.toString()]
  const param = (value: unknown) => `$${values.push(value)}`
  const where = [mayRead(viewer, values), `g.ended_on is ${filter.ended ? 'not null' : 'null'}`]
  if (filter.mine) where.push(owned(`${param(viewer.account_id)}::uuid`, `${param(bodiesOf(viewer))}::uuid[]`))
  if (filter.overdue) where.push('g.target_on < $1::date')
  if (filter.field) where.push(`g.field = ${param(filter.field)}`)
  if (filter.source) where.push(`g.source = ${param(filter.source)}`)
  if (filter.place_unit_id) where.push(`g.place_unit_id = ${param(filter.place_unit_id)}`)
  const sort = filter.ended ? 'g.ended_on' : `coalesce(g.target_on, date '9999-12-31')`
  const [sign, order] = filter.ended ? ['<', 'desc'] : ['>', 'asc']
  if (filter.after)
    where.push(`(${sort}, g.id) ${sign} (${param(filter.after.on)}::date, ${param(filter.after.id)}::uuid)`)
  const { rows } = await sql.query<GrievanceLine>({
    text: `select g.unit_id, g.id, g.state, g.title, g.source, g.field, g.known_on, g.target_on, g.ended_on, g.end_kind,
        coalesce(${nameOn('g.place_unit_id')}, '') as place, ${ownerName} as owner, ${sort} as sort_on
      from grievance g where ${where.join(' and ')} order by ${sort} ${order}, g.id ${order} limit 51`,
    values,
  })
  return rows
}

/** How many open ones are the viewer's own work, and how many of them are past their day. */
export async function ownGrievances(viewer: Viewer, sql: Sql): Promise<{ open: number; overdue: number }> {
  if (viewer.account_id === null || viewer.positions.length === 0) return { open: 0, overdue: 0 }
  const { rows } = await sql.query<{ open: number; overdue: number }>(
    `select count(*)::int as open, count(*) filter (where g.target_on < $1::date)::int as overdue
     from grievance g where g.ended_on is null and ${owned('$2::uuid', '$3::uuid[]')}`,
    [viewer.on.toString(), viewer.account_id, bodiesOf(viewer)],
  )
  return rows[0] ?? { open: 0, overdue: 0 }
}

/** One grievance with its names; null for everybody who may not see it. */
export interface Grievance extends GrievanceRow {
  unit_name: string
  place: string
  owner: string | null
  petition_number: number | null
  petition_year: number | null
  merged_title: string | null
}

/** Reads it. */
export async function grievanceById(viewer: Viewer, sql: Sql, unit_id: string, id: string): Promise<Grievance | null> {
  if (viewer.account_id === null) return null
  const values: unknown[] = [viewer.on.toString()]
  const seen = mayRead(viewer, values)
  const unit = `$${values.push(unit_id)}`
  const one = `$${values.push(id)}`
  const { rows } = await sql.query<Grievance>({
    text: `select g.*, coalesce(${nameOn('g.unit_id')}, '') as unit_name, coalesce(${nameOn('g.place_unit_id')}, '') as place,
        ${ownerName} as owner, p.register_number as petition_number, p.register_year as petition_year, m.title as merged_title
      from grievance g left join petition p on p.unit_id = g.unit_id and p.id = g.petition_id
        left join grievance m on m.unit_id = g.unit_id and m.id = g.merged_into_id
      where ${seen} and g.unit_id = ${unit} and g.id = ${one}`,
    values,
  })
  return rows[0] ?? null
}

/** Other open ones of the unit, to merge into. */
export async function openOthers(
  viewer: Viewer,
  sql: Sql,
  unit_id: string,
  id: string,
): Promise<{ id: string; title: string; place: string }[]> {
  const values: unknown[] = [viewer.on.toString()]
  const seen = mayRead(viewer, values)
  const { rows } = await sql.query<{ id: string; title: string; place: string }>({
    text: `select g.id, g.title, coalesce(${nameOn('g.place_unit_id')}, '') as place from grievance g
      where ${seen} and g.ended_on is null and g.unit_id = $${values.push(unit_id)} and g.id <> $${values.push(id)}
      order by g.known_on desc, g.id desc limit 200`,
    values,
  })
  return rows
}

/** What happened to one the viewer may see. */
export async function happenedTo(viewer: Viewer, sql: Sql, row: { unit_id: string; id: string }): Promise<Happened[]> {
  return viewer.account_id === null ? [] : eventsOf(sql, row, ['grievance'])
}
