/** Keeping what is derived from `unit_period` true: the closure of the tree and the paths under which units are found. */
import type { Queryable } from '../../platform/database.ts'

const closure = `
with recursive up as (
  select p.unit_id, p.unit_id as ancestor_id, 0 as depth, p.valid
  from unit_period p where $1::uuid[] is null or p.unit_id = any($1)
  union all
  select up.unit_id, p.parent_id, up.depth + 1, up.valid * p.valid
  from up join unit_period p on p.unit_id = up.ancestor_id and p.valid && up.valid
  where p.parent_id is not null and up.depth < 20
)
insert into unit_ancestry (unit_id, ancestor_id, depth, valid)
select unit_id, ancestor_id, depth, unnest(range_agg(valid)) from up group by unit_id, ancestor_id, depth`

const paths = `
update unit_period p set path_folded = path.text
from (
  select c.unit_id, c.valid,
    c.name_folded || coalesce(' ' || string_agg(a.name_folded, ' ' order by an.depth, a.valid) filter (where a.unit_id is not null), '') as text
  from unit_period c
  left join unit_ancestry an on an.unit_id = c.unit_id and an.depth > 0 and an.valid && c.valid
  left join unit_period a on a.unit_id = an.ancestor_id and a.valid && (an.valid * c.valid) and a.level <> 'country'
  where c.unit_id = any($1)
  group by c.unit_id, c.valid, c.name_folded
) path
where p.unit_id = path.unit_id and p.valid = path.valid and p.path_folded <> path.text`

/** Everything under these units in any time, themselves included; read before and after a change and joined. */
async function under(sql: Queryable, ids: readonly string[]): Promise<string[]> {
  const found = await sql.query<{ unit_id: string }>(
    `with recursive down as (
       select u as unit_id from unnest($1::uuid[]) u
       union select p.unit_id from unit_period p join down on p.parent_id = down.unit_id
     ) select unit_id from down`,
    [ids],
  )
  return found.rows.map((row) => row.unit_id)
}

/** Makes closure and search paths true again after the periods of these units changed. In the caller's transaction. */
export async function refreshTree(tx: Queryable, changed: readonly string[]): Promise<void> {
  if (changed.length === 0) return
  const ids = await under(tx, changed)
  await tx.query('delete from unit_ancestry where unit_id = any($1)', [ids])
  await tx.query(closure, [ids])
  await tx.query(paths, [ids])
}

/** Builds the closure of a tree that has none yet; its paths were written with its periods. */
export async function buildClosure(tx: Queryable): Promise<void> {
  await tx.query('delete from unit_ancestry')
  await tx.query(closure, [null])
}

/** Ids of these units and of everything under them on this day: what a position in them lets a viewer see. */
export async function descendantIds(
  sql: Queryable,
  ids: string | readonly string[],
  day: Temporal.PlainDate,
): Promise<string[]> {
  const found = await sql.query<{ unit_id: string }>(
    'select distinct unit_id from unit_ancestry where ancestor_id = any($1) and valid @> $2::date',
    [typeof ids === 'string' ? [ids] : ids, day],
  )
  return found.rows.map((row) => row.unit_id)
}
