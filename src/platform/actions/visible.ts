/** Which units' registers a viewer may see, as SQL: every read narrows by it. */
import { type RawBuilder, sql } from 'kysely'
import type { Sql } from './action.ts'
import type { Viewer } from './viewer.ts'

/**
 * Units under the roots on the day, and the units they came from that are no more: records stay with the unit that
 * received them. A unit that gave away a part and lives on keeps its register to itself.
 */
function visibleIds(roots: string, day: string): string {
  return `with recursive visible(unit_id) as (
    select a.unit_id from unit_ancestry a where a.ancestor_id = any(${roots}::uuid[]) and a.valid @> ${day}::date
    union
    select s.from_id from unit_successor s join visible v on v.unit_id = s.to_id where s.succeeded_on <= ${day}::date
      and not exists (select from unit_period p where p.unit_id = s.from_id and p.valid @> ${day}::date)
  ) select unit_id from visible`
}

/**
 * A query of the ids of all visible units, its parameters numbered from `first`:
 * `where unit_id in (${visible.sql})` with `values: [...mine, ...visible.values]`.
 */
export function visibleUnits(viewer: Viewer, first = 1): { sql: string; values: unknown[] } {
  if (viewer.sees_all) return { sql: 'select id from unit', values: [] }
  return { sql: visibleIds(`$${first}`, `$${first + 1}`), values: [viewer.visible_root_ids, viewer.on.toString()] }
}

/**
 * A condition for plain SQL: pushes its parameters onto `values` and reads `<column> in (…)`.
 * `column` is written by us, e.g. `p.unit_id`, never taken from input.
 */
export function visibleTo(viewer: Viewer, column: string, values: unknown[]): string {
  if (viewer.sees_all) return 'true'
  if (viewer.visible_root_ids.length === 0) return 'false'
  const visible = visibleUnits(viewer, values.length + 1)
  values.push(...visible.values)
  return `${column} in (${visible.sql})`
}

/** The same condition for Kysely: `.where(visibleIn(viewer, 'p.unit_id'))`. */
export function visibleIn(viewer: Viewer, column: string): RawBuilder<boolean> {
  if (viewer.sees_all) return sql<boolean>`true`
  if (viewer.visible_root_ids.length === 0) return sql<boolean>`false`
  const day = sql`${viewer.on.toString()}::date`
  return sql<boolean>`${sql.ref(column)} in (with recursive visible(unit_id) as (
    select a.unit_id from unit_ancestry a where a.ancestor_id = any(${viewer.visible_root_ids}::uuid[]) and a.valid @> ${day}
    union
    select s.from_id from unit_successor s join visible v on v.unit_id = s.to_id where s.succeeded_on <= ${day}
      and not exists (select from unit_period p where p.unit_id = s.from_id and p.valid @> ${day})
  ) select unit_id from visible)`
}

/** May the viewer see the register of this one unit? */
export async function seesUnit(viewer: Viewer, db: Sql, unit_id: string): Promise<boolean> {
  if (viewer.sees_all || viewer.visible_root_ids.includes(unit_id)) return true
  const values: unknown[] = [unit_id]
  const condition = visibleTo(viewer, 'asked.unit_id', values)
  const { rows } = await db.query(`select from (select $1::uuid as unit_id) asked where ${condition}`, values)
  return rows.length > 0
}
