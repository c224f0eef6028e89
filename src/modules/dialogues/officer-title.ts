/** Under which title an officer signs in a unit. */
import type { Sql } from '../../platform/actions/action.ts'
import type { Viewer } from '../../platform/actions/viewer.ts'

/** The title of the viewer's post in the unit, or in one that carries its work on; null where there is none. */
export async function titleOf(sql: Sql, unit_id: string, viewer: Viewer): Promise<string | null> {
  const { rows } = await sql.query<{ title: string | null }>(
    `select title from position where account_id = $1 and unit_id in (select heirs_of($2, $3::date)) and state <> 'void'
       and from_on <= $3 and (until_on is null or $3 < until_on) order by kind <> 'head' limit 1`,
    [viewer.account_id, unit_id, viewer.on.toString()],
  )
  return rows[0]?.title ?? null
}
