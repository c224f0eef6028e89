/** A unit by its id, also one that is no more: subscriptions outlive mergers. */
import type { Sql } from '../../platform/actions/action.ts'
import type { Viewer } from '../../platform/actions/viewer.ts'

/** The unit with its last name. */
export async function unitEver(_viewer: Viewer, sql: Sql, id: string): Promise<{ id: string; name: string } | null> {
  const { rows } = await sql.query<{ id: string; name: string }>(
    'select unit_id as id, name from unit_period where unit_id = $1 order by valid desc limit 1',
    [id],
  )
  return rows[0] ?? null
}
