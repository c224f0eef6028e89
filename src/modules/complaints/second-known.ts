/** A second instance as the first one may know it, whatever unit's register it is in. */
import type { Sql } from '../../platform/actions/action.ts'
import { settlerName } from '../notices/wording.ts'
import type { ComplaintRow } from './complaint.ts'
import type { SecondInstance } from './second.ts'

/** What the first instance is told: its stage and days, nothing of what is said there. */
export type SecondAsKnown = Pick<
  ComplaintRow,
  'unit_id' | 'id' | 'state' | 'first_unit_id' | 'first_id' | 'received_on' | 'accepted_on' | 'decision'
> & { settler: string }

/** Null where there is no second complaint under this id. */
export async function secondAsKnown(sql: Sql, unit_id: string, id: string): Promise<SecondAsKnown | null> {
  const { rows } = await sql.query<SecondAsKnown & { name: string; level: string }>(
    `select c.unit_id, c.id, c.state, c.first_unit_id, c.first_id, c.received_on, c.accepted_on, c.decision, u.name, u.level
     from complaint c join lateral (select name, level from unit_period p where p.unit_id = c.unit_id order by p.valid desc limit 1) u on true
     where c.unit_id = $1 and c.id = $2 and c.instance = 2 and c.first_id is not null`,
    [unit_id, id],
  )
  const row = rows[0]
  return row ? { ...row, settler: settlerName(row.level, row.name) } : null
}

const stages: Readonly<Record<string, SecondInstance['stage']>> = {
  'awaiting-acceptance': 'filed',
  declined: 'declined',
  terminated: 'terminated',
  decided: 'decided',
  sent: 'decided',
  'in-effect': 'decided',
  'settled-for-good': 'decided',
}

/** The stage by the state of the second record. */
export function stageOf(state: string): SecondInstance['stage'] {
  return stages[state] ?? 'accepted'
}
