/** Where a unit stands on the ladder of competence. */
import { type SettlingBody, tierOf } from '../../law/competence.ts'
import type { Sql } from '../../platform/actions/action.ts'

/** A unit's tier on that day; of one that is no more, the tier it had last. Null for bodies that settle no complaint. */
export async function tierOn(sql: Sql, unit_id: string, on: Temporal.PlainDate): Promise<SettlingBody | null> {
  const { rows } = await sql.query<{ level: string; parent_level: string | null }>({
    name: 'tier_on',
    text: `select u.level, (select p.level from unit_period p where p.unit_id = u.parent_id and p.valid && u.valid
        order by p.valid desc limit 1) as parent_level
      from unit_period u where u.unit_id = $1 and lower(u.valid) <= $2::date order by u.valid desc limit 1`,
    values: [unit_id, on.toString()],
  })
  const row = rows[0]
  return row ? tierOf(row.level, row.parent_level) : null
}
