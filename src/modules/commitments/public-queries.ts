/** The ledger that everybody reads: what was promised in public, and words that a person has let be public. */
import type { Sql } from '../../platform/actions/action.ts'
import type { Viewer } from '../../platform/actions/viewer.ts'
import { conditionsOf, type LedgerFilter, orderOf } from './ledger.ts'
import { type CommitmentLine, rowsMax } from './queries.ts'
import { isPublic } from './reach.ts'

/** A line for everybody; the origin's title where the origin itself is public. */
export interface PublicLine extends CommitmentLine {
  origin_kind: string
  origin_title: string | null
}

/** One page, and one row more where there is a next page. Heads and forces are not asked for here. */
export async function publicLines(viewer: Viewer, sql: Sql, filter: LedgerFilter): Promise<PublicLine[]> {
  const values: unknown[] = [viewer.on.toString()]
  const where = [isPublic, ...conditionsOf({ ...filter, head_id: undefined }, values)]
  const { sort, direction } = orderOf(filter)
  const { rows } = await sql.query<PublicLine>(
    `select c.unit_id, c.id, c.state, c.force, c.said_on, c.named_on, c.due_on, c.kept_on, c.ended_on, c.published_on,
       c.origin_kind, case when c.origin_public then c.origin_title end as origin_title, c.public_text as text,
       coalesce((select u.name from unit_period u where u.unit_id = c.unit_id order by u.valid desc limit 1), '') as unit
     from commitment c where $1::date is not null and ${where.join(' and ')}
     order by ${sort} ${direction}, c.id ${direction} limit ${rowsMax + 1}`,
    values,
  )
  return rows
}

/** Units with commitments that are public, to choose from. */
export async function publicUnits(_viewer: Viewer, sql: Sql): Promise<{ id: string; name: string }[]> {
  const { rows } = await sql.query<{ id: string; name: string }>(
    `select u.id, coalesce((select p.name from unit_period p where p.unit_id = u.id order by p.valid desc limit 1), '') as name
     from unit u where exists (select from commitment c where c.unit_id = u.id and ${isPublic}) order by name limit 1000`,
  )
  return rows
}
