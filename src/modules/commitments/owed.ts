/** What is owed by a head or a unit on a day, in numbers that open their lists: for pages of other modules. */
import type { Sql } from '../../platform/actions/action.ts'
import type { Viewer } from '../../platform/actions/viewer.ts'
import { deskPath, ledgerHref } from './addresses.ts'
import { conditionsOf, type LedgerFilter, standingSql } from './ledger.ts'
import { mayRead } from './reach.ts'

/** How many stand how, each with the address of its list. */
export interface Owed {
  standing: 'running' | 'overdue' | 'unanswered' | 'reported' | 'kept' | 'kept-late' | 'replaced' | 'not-kept'
  count: number
  href: string
}

const shown = ['overdue', 'unanswered', 'running', 'reported', 'kept', 'kept-late', 'replaced', 'not-kept'] as const

/**
 * Counts of what `who` answers for on that day, of what the viewer may read. A head answers for the units headed that day
 * and for what was said while heading; a unit for its own and for what came to it.
 */
export async function owedBy(
  viewer: Viewer,
  sql: Sql,
  who: { head_id: string } | { unit_id: string },
  on: Temporal.PlainDate,
): Promise<Owed[]> {
  const values: unknown[] = [on.toString()]
  const filter: LedgerFilter = { ...who, standing: 'all', sort: 'due', descending: false, after: null }
  const where = [mayRead(viewer, values), ...conditionsOf(filter, values)]
  const counts = shown.map((one) => `count(*) filter (where ${standingSql[one]})::int as "${one}"`)
  const { rows } = await sql.query<Record<(typeof shown)[number], number>>(
    `select ${counts.join(', ')} from commitment c where $1::date is not null and ${where.join(' and ')}`,
    values,
  )
  return shown.map((standing) => ({
    standing,
    count: rows[0]?.[standing] ?? 0,
    href: ledgerHref(deskPath, { ...who, standing }),
  }))
}
