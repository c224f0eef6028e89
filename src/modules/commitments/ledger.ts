/** What a ledger is asked for, as conditions of plain SQL on a row `c`. */
import { ownersOf } from './reach.ts'
import type { HowItStands } from './standing.ts'

/** Orders of the ledger: by last day, or by the day on which it was said. */
export const sorts = ['due', 'said'] as const

/** How a line may stand; `open` is whatever has not ended, `all` everything. */
export const standings = [
  'open',
  'overdue',
  'unanswered',
  'running',
  'reported',
  'kept',
  'kept-late',
  'replaced',
  'not-kept',
  'all',
] as const

/** What an address asks for. Days are ISO days. */
export interface LedgerFilter {
  standing: (typeof standings)[number]
  unit_id?: string
  head_id?: string
  origin_kind?: string
  force?: 'ordered' | 'recommended'
  due_from?: string
  due_to?: string
  /** The year in which it was said. */
  year?: number
  sort: (typeof sorts)[number]
  descending: boolean
  after: { on: string; id: string } | null
}

/** Where `howItStands` says so, `$1` being the day. */
export const standingSql: Readonly<Record<HowItStands | 'open' | 'all', string>> = {
  open: 'c.ended_on is null',
  running: `(c.state = 'made' and c.due_on >= $1::date)`,
  overdue: `(c.state = 'made' and c.due_on < $1::date and c.force = 'ordered' and c.ended_on is null)`,
  unanswered: `(c.state = 'made' and c.due_on < $1::date and c.force = 'recommended' and c.ended_on is null)`,
  reported: `c.state = 'reported'`,
  kept: `(c.state = 'kept' and c.kept_on <= c.due_on)`,
  'kept-late': `(c.state = 'kept' and c.kept_on > c.due_on)`,
  replaced: `c.state = 'replaced'`,
  'not-kept': `c.state = 'not-kept'`,
  all: 'true',
}

/** The conditions of a filter; pushes its parameters onto `values`, of which the first is the day. */
export function conditionsOf(filter: LedgerFilter, values: unknown[]): string[] {
  const param = (value: unknown) => `$${values.push(value)}`
  const where = [standingSql[filter.standing]]
  if (filter.unit_id) where.push(ownersOf(param(filter.unit_id)))
  if (filter.head_id) where.push(underHead(param(filter.head_id)))
  if (filter.origin_kind) where.push(`c.origin_kind = ${param(filter.origin_kind)}`)
  if (filter.force) where.push(`c.force = ${param(filter.force)}`)
  if (filter.due_from) where.push(`c.due_on >= ${param(filter.due_from)}::date`)
  if (filter.due_to) where.push(`c.due_on <= ${param(filter.due_to)}::date`)
  if (filter.year) {
    const year = param(filter.year)
    where.push(`c.said_on >= make_date(${year}::int, 1, 1) and c.said_on < make_date(${year}::int + 1, 1, 1)`)
  }
  const { sort, more } = orderOf(filter)
  if (filter.after)
    where.push(`(${sort}, c.id) ${more} (${param(filter.after.on)}::date, ${param(filter.after.id)}::uuid)`)
  return where
}

/** Column, direction and comparison of the filter's order. */
export function orderOf(filter: Pick<LedgerFilter, 'sort' | 'descending'>) {
  const sort = filter.sort === 'due' ? 'c.due_on' : 'c.said_on'
  const direction = filter.descending ? 'desc' : 'asc'
  return { sort, direction, more: filter.descending ? '<' : '>' }
}

/** What a head answers for today, and what was said while they were head. */
const underHead = (account: string) => `(c.head_then ->> 'account_id' = ${account}::text or c.unit_id in (
  select x.id from position p cross join lateral (select p.unit_id as id union select ancestors_in_office(p.unit_id, $1::date)) x
  where p.account_id = ${account}::uuid and p.kind = 'head' and p.state <> 'void' and p.from_on <= $1::date
    and (p.until_on is null or p.until_on > $1::date)))`
