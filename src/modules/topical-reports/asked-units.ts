/** Which units a call asks, on the tree of a day. */
import type { Sql } from '../../platform/actions/action.ts'
import { askedLevels, type TopicalCallRow } from './topical-call.ts'

const askedSql = `
with territory(id) as (
  select case when p.level in ('country', 'province', 'district', 'commune') then p.unit_id else p.parent_id end
  from heirs_of($1, $2::date) h(id) join unit_period p on p.unit_id = h.id and p.valid @> $2::date
), named(id) as (
  select unnest($4::uuid[])
  union
  select m.unit_id from cluster_member m where m.cluster_id = $5::uuid and m.member_from_on <= $2::date
    and (m.member_until_on is null or $2::date < m.member_until_on)
), found(id) as (
  select a.unit_id from unit_ancestry a join unit_period p on p.unit_id = a.unit_id and p.valid @> $2::date
  where a.ancestor_id in (select id from territory) and a.depth > 0 and a.valid @> $2::date and p.level = any($3::text[])
  union
  select h from named n, heirs_of(n.id, $2::date) h
)
select distinct id from found where id not in (select heirs_of($1, $2::date)) order by id`

/** Ids of the units asked; units named that are no more are asked through those that carry their work on. */
export async function askedUnits(
  sql: Sql,
  call: Pick<TopicalCallRow, 'unit_id' | 'whom' | 'level' | 'cluster_id' | 'chosen_ids'>,
  on: Temporal.PlainDate,
): Promise<string[]> {
  const levels =
    call.whom === 'all' ? ['province', 'commune', 'ministry', 'department'] : call.level ? [call.level] : []
  const known: readonly string[] = askedLevels
  const { rows } = await sql.query<{ id: string }>(askedSql, [
    call.unit_id,
    on.toString(),
    levels.filter((one) => known.includes(one)),
    call.whom === 'chosen' ? call.chosen_ids : [],
    call.cluster_id,
  ])
  return rows.map(({ id }) => id)
}

/** Clusters that a unit may ask: those it keeps, and those kept by the territory it stands under. */
export async function clustersFor(
  sql: Sql,
  unit_id: string,
  on: Temporal.PlainDate,
): Promise<{ id: string; name: string }[]> {
  const { rows } = await sql.query<{ id: string; name: string }>(
    `select distinct m.cluster_id as id, m.name from cluster_member m where m.from_on <= $2::date
       and (m.until_on is null or $2::date < m.until_on) and m.keeper_id in (
         select a.ancestor_id from unit_ancestry a where a.unit_id = $1 and a.depth <= 1 and a.valid @> $2::date)
     order by m.name limit 200`,
    [unit_id, on.toString()],
  )
  return rows
}
