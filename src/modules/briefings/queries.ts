/** Reads of clusters and of what their members are compared by; the viewer is always the first parameter. */
import { comparisonForm, type Measured } from '../../law/comparison.ts'
import { type Period, yearBefore } from '../../law/report-periods.ts'
import type { Viewer } from '../../platform/actions/viewer.ts'
import { visibleTo } from '../../platform/actions/visible.ts'
import { askingOnce } from '../../platform/asking-once.ts'
import type { Queryable } from '../../platform/database.ts'
import { type Columns, figuresOf } from '../reports/figures.ts'
import { treeDayOf } from '../reports/report.ts'
import { countryId } from '../units/unit.ts'
import type { ClusterRow } from './cluster.ts'

/** Every cluster; names of clusters and members are no secret, but only officers have to do with them. */
export async function clustersOf(viewer: Viewer, sql: Queryable): Promise<ClusterRow[]> {
  if (viewer.account_id === null) return []
  const { rows } = await sql.query<ClusterRow>(
    `select * from cluster order by state desc, name collate "vi-x-icu", id limit 500`,
  )
  return rows
}

/** One cluster. */
export async function clusterById(viewer: Viewer, sql: Queryable, id: string): Promise<ClusterRow | null> {
  if (viewer.account_id === null) return null
  const { rows } = await sql.query<ClusterRow>('select * from cluster where id = $1', [id])
  return rows[0] ?? null
}

/** A body in a cluster on a day: the member itself, or what the member became. */
export interface Member {
  id: string
  name: string
  code: string | null
  parent_id: string
  /** Members it stands for since they went up in it, with the day; empty where it is the member itself. */
  stands_for: { id: string; name: string; since_on: Temporal.PlainDate }[]
}

/** Members on a day, by name, and those that ended without an heir of their kind. */
export interface Membership {
  members: readonly Member[]
  without_heir: readonly string[]
}

const membersSql = `
with recursive m as (
  select unit_id from jsonb_to_recordset($1::jsonb) as x(unit_id uuid, from_on date, until_on date)
  where from_on <= $2::date and (until_on is null or until_on > $2::date)
),
walk as (
  select unit_id as origin_id, unit_id, null::date as since_on from m
  union
  select w.origin_id, s.to_id, s.succeeded_on from walk w join unit_successor s on s.from_id = w.unit_id and s.succeeded_on <= $2::date
  where not exists (select from unit_period p where p.unit_id = w.unit_id and p.valid @> $2::date)
)
select m.unit_id as origin_id, heir.since_on, heir.id, heir.name, heir.code, heir.parent_id,
  (select o.name from unit_period o where o.unit_id = m.unit_id order by o.valid desc limit 1) as origin_name
from m left join (
  select w.origin_id, w.since_on, p.unit_id as id, p.name, p.code, p.parent_id
  from walk w join unit_period p on p.unit_id = w.unit_id and p.valid @> $2::date and p.level = $3
) heir on heir.origin_id = m.unit_id
order by heir.name collate "vi-x-icu", heir.id, heir.since_on`

interface MemberLine {
  origin_id: string
  origin_name: string
  id: string | null
  name: string
  code: string | null
  parent_id: string
  since_on: Temporal.PlainDate | null
}

/** Who is in the cluster on a day. A member that merged is its heir from that day on; two that merged into one are one. */
export async function membersOn(
  _viewer: Viewer,
  sql: Queryable,
  row: Pick<ClusterRow, 'members' | 'level'>,
  on: Temporal.PlainDate,
): Promise<Membership> {
  const { rows } = await sql.query<MemberLine>(membersSql, [JSON.stringify(row.members), on, row.level])
  const members = new Map<string, Member>()
  for (const { id, name, code, parent_id, origin_id, origin_name, since_on } of rows) {
    if (id === null) continue
    const member = members.get(id) ?? { id, name, code, parent_id, stands_for: [] }
    if (origin_id !== id && since_on !== null) member.stands_for.push({ id: origin_id, name: origin_name, since_on })
    members.set(id, member)
  }
  const without_heir = [...new Set(rows.filter((one) => one.id === null).map((one) => one.origin_name))]
  return { members: [...members.values()], without_heir }
}

/** What was read of a member for a period; null where nothing was told, which is not zero. */
export interface MemberFigures {
  member: Member
  /** The viewer may see this member's figures. */
  is_open: boolean
  /** The viewer may open its report and its records. */
  may_open: boolean
  now: Columns | null
  before: Columns | null
  reopened: Measured | null
  overdue: Measured | null
}

/** The comparison of a cluster's members for a period. */
export interface Comparison extends Membership {
  period: Period
  tree_on: Temporal.PlainDate
  host: Member | null
  figures: readonly MemberFigures[]
}

/** Units of these whose registers the viewer sees by their own posts. */
async function seenOf(viewer: Viewer, sql: Queryable, ids: readonly string[]): Promise<Set<string>> {
  if (viewer.sees_all) return new Set(ids)
  const values: unknown[] = [ids]
  const condition = visibleTo(viewer, 'asked.id', values)
  const { rows } = await sql.query<{ id: string }>(
    `select asked.id from unnest($1::uuid[]) asked(id) where ${condition}`,
    values,
  )
  return new Set(rows.map((one) => one.id))
}

/** The comparison, as far as this viewer may see it: who stands above sees all, the host too, a member itself. */
export async function comparisonOf(
  viewer: Viewer,
  pool: Queryable,
  row: ClusterRow,
  period: Period,
): Promise<Comparison> {
  const sql = askingOnce(pool)
  const tree_on = await treeDayOf(sql, { period, tree_on: null })
  const membership = await membersOn(viewer, sql, row, tree_on)
  const ids = membership.members.map((one) => one.id)
  const seen = await seenOf(viewer, sql, ids)
  const host_id = row.hosts.find((one) => one.period === period.id)?.unit_id
  const host = hostOf(membership.members, host_id)
  const hosts = host !== null && seen.has(host.id)
  const open = membership.members.filter((one) => hosts || seen.has(one.id))
  const parents = [...new Set(open.map((one) => one.parent_id))]
  const now = await rowsUnder(sql, parents, period, tree_on)
  const before = await rowsUnder(sql, parents, yearBefore(period), tree_on)
  const registers = await registersOf(
    viewer,
    sql,
    open.map((one) => one.id),
    period,
    tree_on,
  )
  const figures = membership.members.map((member): MemberFigures => {
    const is_open = hosts || seen.has(member.id)
    const nothing = { now: null, before: null, reopened: null, overdue: null }
    if (!is_open) return { member, is_open, may_open: false, ...nothing }
    const counted = registers.get(member.id)
    return {
      member,
      is_open,
      may_open: seen.has(member.id),
      now: now.get(member.id) ?? null,
      before: before.get(member.id) ?? null,
      reopened: counted ? { count: counted.reopened, per: counted.answered } : null,
      overdue: counted ? { count: counted.overdue, per: counted.open } : null,
    }
  })
  return { ...membership, period, tree_on, host, figures }
}

/** The member that hosts, or the heir of the one that was named. */
function hostOf(members: readonly Member[], host_id: string | undefined): Member | null {
  const named = (one: Member) => one.id === host_id || one.stands_for.some((other) => other.id === host_id)
  return members.find(named) ?? null
}

/** The figures of every unit under these parents: one question a parent, however many members it has. */
async function rowsUnder(
  sql: Queryable,
  parents: readonly string[],
  period: Period,
  tree_on: Temporal.PlainDate,
): Promise<Map<string, Columns>> {
  const found = new Map<string, Columns>()
  for (const root_id of parents) {
    const question = { form: comparisonForm, root_id, is_country: root_id === countryId, period, tree_on, as_of: null }
    for (const row of (await figuresOf(sql, question)).rows)
      if (row.unit_id !== null) found.set(row.unit_id, row.columns)
  }
  return found
}

/** What the open registers of a unit and of all under it hold. */
export interface Registers {
  open: number
  overdue: number
  /** Feedback opened again in the period, and how much was answered in it. */
  reopened: number
  answered: number
}

const registersSql = `
with recursive reach(member_id, unit_id) as (
  select a.ancestor_id, a.unit_id from unit_ancestry a where a.ancestor_id = any($1::uuid[]) and a.valid @> $2::date
  union
  select r.member_id, s.from_id from reach r join unit_successor s on s.to_id = r.unit_id and s.succeeded_on <= $2::date
  where not exists (select from unit_period p where p.unit_id = s.from_id and p.valid @> $2::date)
),
-- What was divided among several is nobody's alone.
own as (select unit_id, (array_agg(member_id))[1] as member_id from reach group by unit_id having count(*) = 1),
work as (
  select o.member_id, count(*)::int as open, (count(*) filter (where w.due_on < $3::date))::int as overdue
  from work_item w join own o using (unit_id) group by 1
),
-- Opened again: feedback whose answer did not do, a complaint whose withdrawal was forced.
ended as (
  select f.unit_id, f.answered_on between $4::date and $5::date as answered, f.reopened_on between $4::date and $5::date as reopened
  from feedback f
  union all
  select c.unit_id, coalesce(c.ended_on, c.decided_on) between $4::date and $5::date,
    exists (select from jsonb_array_elements(c.past_withdrawals) w where (w ->> 'annulled_on')::date between $4::date and $5::date)
  from complaint c
),
opened as (
  select o.member_id, (count(*) filter (where e.reopened))::int as reopened, (count(*) filter (where e.answered or e.reopened))::int as answered
  from ended e join own o using (unit_id) group by 1
)
select m.id as member_id, coalesce(w.open, 0) as open, coalesce(w.overdue, 0) as overdue,
  coalesce(f.reopened, 0) as reopened, coalesce(f.answered, 0) as answered
from unnest($1::uuid[]) m(id) left join work w on w.member_id = m.id left join opened f on f.member_id = m.id
where w.member_id is not null or f.member_id is not null`

/** Open and overdue today, opened again in the period, by unit; units whose registers hold nothing are not among them. */
export async function registersOf(
  viewer: Viewer,
  sql: Queryable,
  ids: readonly string[],
  period: Period,
  tree_on: Temporal.PlainDate,
): Promise<Map<string, Registers>> {
  if (ids.length === 0) return new Map()
  const values = [ids, tree_on, viewer.on, period.first_on, period.last_on]
  const { rows } = await sql.query<Registers & { member_id: string }>(registersSql, values)
  return new Map(rows.map((row) => [row.member_id, row]))
}

/** Bodies that may be taken in on a day: of the cluster's kind, under its keeper. */
export async function fitting(
  _viewer: Viewer,
  sql: Queryable,
  row: Pick<ClusterRow, 'unit_id' | 'level'>,
  on: Temporal.PlainDate,
): Promise<{ id: string; name: string; place: string }[]> {
  const { rows } = await sql.query<{ id: string; name: string; place: string }>(
    `select p.unit_id as id, p.name, coalesce(up.name, '') as place
     from unit_ancestry a join unit_period p on p.unit_id = a.unit_id and p.valid @> $2::date and p.level = $3
     left join unit_period up on up.unit_id = p.parent_id and up.valid @> $2::date
     where a.ancestor_id = $1 and a.depth > 0 and a.valid @> $2::date
     order by p.name collate "vi-x-icu", p.unit_id limit 5000`,
    [row.unit_id, on, row.level],
  )
  return rows
}

/** The last names of all that were ever in a cluster or held its briefing, by id. */
export async function namesOf(
  _viewer: Viewer,
  sql: Queryable,
  row: Pick<ClusterRow, 'members' | 'hosts'>,
): Promise<Map<string, string>> {
  const ids = [...new Set([...row.members, ...row.hosts].map((one) => one.unit_id))]
  const { rows } = await sql.query<{ id: string; name: string }>(
    `select distinct on (unit_id) unit_id as id, name from unit_period where unit_id = any($1::uuid[]) order by unit_id, valid desc`,
    [ids],
  )
  return new Map(rows.map((one) => [one.id, one.name]))
}
