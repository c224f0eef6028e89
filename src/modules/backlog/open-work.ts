/** What is open: one record, and all that an officer still has in hand. Read by steps inside their transaction. */
import type { Sql } from '../../platform/actions/action.ts'
import type { OpenKind } from './terms.ts'

/** A record of an officer's work. */
export interface WorkOf {
  unit_id: string
  kind: OpenKind | 'case-plan'
  id: string
}

/** Does this record stand in the worklists of its register? */
export async function isOpenCase(sql: Sql, of: { unit_id: string; kind: OpenKind; id: string }): Promise<boolean> {
  const { rows } = await sql.query(
    'select exists (select from work_item where unit_id = $1 and kind = $2 and id = $3) as yes',
    [of.unit_id, of.kind, of.id],
  )
  return rows[0].yes
}

/** The running plan of a record. */
export async function planOf(sql: Sql, of: { unit_id: string; id: string }): Promise<{ id: string } | null> {
  const { rows } = await sql.query<{ id: string }>(
    `select id from case_plan where unit_id = $1 and record_id = $2 and state = 'open'`,
    [of.unit_id, of.id],
  )
  return rows[0] ?? null
}

// An answered recommendation may come back until it is closed, so it counts; so does a decision not yet carried out.
const workQuery = `
  with mine(unit_id) as (select $1::uuid union select ancestors_in_office($1, $3::date))
  select unit_id, 'petition' as kind, id from petition where unit_id in (select unit_id from mine) and handler_id = $2
    and (state in ('classified', 'assigned')
      or state = 'handled' and jsonb_path_exists(points, '$[*] ? (@.step == null)'))
  union all
  select unit_id, 'complaint', id from complaint where unit_id in (select unit_id from mine) and ended_on is null
    and (handler_id = $2 or verifier_id = $2)
  union all
  select unit_id, 'feedback', id from feedback where unit_id in (select unit_id from mine) and ended_on is null
    and handler_id = $2
  union all
  select unit_id, 'case-plan', id from case_plan where unit_id in (select unit_id from mine) and state = 'open'
    and owner_id = $2
  order by 2, 3`

/** All that an officer has open in a unit and in the registers it took over. */
export async function openWorkOf(
  sql: Sql,
  of: { unit_id: string; account_id: string; on: Temporal.PlainDate },
): Promise<WorkOf[]> {
  const { rows } = await sql.query<WorkOf>(workQuery, [of.unit_id, of.account_id, of.on.toString()])
  return rows
}
