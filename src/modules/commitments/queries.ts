/** Reads of commitments, the viewer first. */
import type { Sql } from '../../platform/actions/action.ts'
import { happenedTo as eventsOf, type Happened } from '../../platform/actions/timeline.ts'
import type { Viewer } from '../../platform/actions/viewer.ts'
import type { CommitmentRow } from './commitment.ts'
import { conditionsOf, type LedgerFilter, orderOf } from './ledger.ts'
import { isPublic, mayRead, rootsOf, seesOwner } from './reach.ts'

/** Rows of a page of the ledger. */
export const rowsMax = 50

/** Where promises were made. */
export interface Origin {
  kind: string
  unit_id: string
  id: string
}

const lineColumns = `c.unit_id, c.id, c.state, c.force, c.said_on, c.named_on, c.due_on, c.kept_on, c.ended_on, c.published_on`

/** One line of a list of commitments. */
export interface CommitmentLine
  extends Pick<
    CommitmentRow,
    'unit_id' | 'id' | 'state' | 'force' | 'said_on' | 'named_on' | 'due_on' | 'kept_on' | 'ended_on' | 'published_on'
  > {
  /** The owner unit's name, as it was last. */
  unit: string
  /** What the viewer may read of it; null for the public where nobody has let the words be public. */
  text: string | null
}

const unitName = (id: string) =>
  `coalesce((select named.name from unit_period named where named.unit_id = ${id} order by named.valid desc limit 1), '')`

/** The head on the day of a unit, or of those that carry its work on where it is no more. */
const headNow = (
  id: string,
) => `case when exists (select from unit_period here where here.unit_id = ${id} and here.valid @> $1::date)
  then ${headOfAny(`p.unit_id = ${id}`)} else ${headOfAny(`p.unit_id in (select heirs_of(${id}, $1::date))`)} end`

const headOfAny = (units: string) => `(select a.name from position p join account a on a.id = p.account_id
  where ${units} and p.kind = 'head' and p.state <> 'void' and p.from_on <= $1::date
    and (p.until_on is null or p.until_on > $1::date) order by p.unit_id limit 1)`

/**
 * What was promised in one place, by last day. Officers who see the owner or the origin read the words; everybody else
 * reads what is public: that the promise exists, and the words a person has let be published.
 */
export async function commitmentsFrom(viewer: Viewer, sql: Sql, origin: Origin): Promise<CommitmentLine[]> {
  const values: unknown[] = [viewer.on.toString(), origin.unit_id, origin.id, origin.kind]
  const seen = mayRead(viewer, values)
  const { rows } = await sql.query<CommitmentLine>(
    `select ${lineColumns}, ${unitName('c.unit_id')} as unit, case when ${seen} then c.text else c.public_text end as text
     from commitment c where $1::date is not null and c.origin_unit_id = $2 and c.origin_id = $3 and c.origin_kind = $4
       and (${seen} or ${isPublic}) order by c.due_on, c.id limit 500`,
    values,
  )
  return rows
}

/** One line of the ledger of officers. */
export interface LedgerLine extends CommitmentLine {
  text: string
  origin_kind: string
  origin_title: string
  head_then: string | null
  head_now: string | null
}

/** May the viewer open the ledger at all? */
export function readsLedger(viewer: Viewer): boolean {
  return viewer.account_id !== null && (viewer.sees_all || rootsOf(viewer).length > 0)
}

/** The rows of a page, before their names. */
function ledgerSql(viewer: Viewer, filter: LedgerFilter, limit: number): { text: string; values: unknown[] } {
  const values: unknown[] = [viewer.on.toString()]
  const where = [mayRead(viewer, values), ...conditionsOf(filter, values)]
  const { sort, direction } = orderOf(filter)
  const text = `select c.* from commitment c where $1::date is not null and ${where.join(' and ')}
    order by ${sort} ${direction}, c.id ${direction} limit ${limit}`
  return { text, values }
}

/** One page of the ledger, and one row more where there is a next page. */
export async function ledgerLines(
  viewer: Viewer,
  sql: Sql,
  filter: LedgerFilter,
  limit: number = rowsMax + 1,
): Promise<LedgerLine[]> {
  const { text, values } = ledgerSql(viewer, filter, limit)
  const { sort, direction } = orderOf(filter)
  const { rows } = await sql.query<LedgerLine>(
    `select ${lineColumns}, c.text, c.origin_kind, c.origin_title, ${unitName('c.unit_id')} as unit,
       c.head_then ->> 'name' as head_then, ${headNow('c.unit_id')} as head_now
     from (${text}) c order by ${sort} ${direction}, c.id ${direction}`,
    values,
  )
  return rows
}

/** Lists of what has not ended, with how many stand on each. */
export const openLists = ['open', 'overdue', 'unanswered', 'reported'] as const

/** How many commitments of the units whose register the viewer sees have not ended, and how they stand; from an index alone. */
export async function openCounts(viewer: Viewer, sql: Sql): Promise<Record<(typeof openLists)[number], number>> {
  const values: unknown[] = [viewer.on.toString()]
  const late = (force: string) => `c.state = 'made' and c.due_on < $1::date and c.force = '${force}'`
  const { rows } = await sql.query<Record<(typeof openLists)[number], number>>(
    `select count(*)::int as open, count(*) filter (where ${late('ordered')})::int as overdue,
       count(*) filter (where ${late('recommended')})::int as unanswered, count(*) filter (where c.state = 'reported')::int as reported
     from commitment c where c.ended_on is null and ${seesOwner(viewer, 'c.unit_id', values)}`,
    values,
  )
  return rows[0]!
}

/** Somebody who headed the owner unit between the day it was said and its end. */
export interface HeadInTime {
  name: string
  from_on: Temporal.PlainDate
  until_on: Temporal.PlainDate | null
}

/** One commitment with its names. */
export interface Commitment extends CommitmentRow {
  unit: string
  origin_unit: string
  helper_names: readonly string[]
  head_now: string | null
  /** Names of the units that carry the work of an owner that is no more; empty while it lives. */
  carried_by: readonly string[]
}

const whole = `c.*, ${unitName('c.unit_id')} as unit, ${unitName('c.origin_unit_id')} as origin_unit, ${headNow('c.unit_id')} as head_now,
  array(select ${unitName('h.id::uuid')} from jsonb_array_elements_text(c.helpers) h(id)) as helper_names,
  array(select ${unitName('h.id')} from heirs_of(c.unit_id, $1::date) h(id) where h.id <> c.unit_id) as carried_by`

/** One commitment; null for everybody who may not read it. Who opened its origin with their code reads what is public. */
export async function commitmentById(
  viewer: Viewer,
  sql: Sql,
  unit_id: string,
  id: string,
): Promise<Commitment | null> {
  const values: unknown[] = [viewer.on.toString(), unit_id, id]
  const { rows } = await sql.query<Commitment>(
    `select ${whole} from commitment c where c.unit_id = $2 and c.id = $3 and ${mayRead(viewer, values)}`,
    values,
  )
  return rows[0] ?? null
}

/** As everybody reads it: the caller shows no word but `public_text` and what a head wrote for the public. */
export async function publicCommitment(
  viewer: Viewer,
  sql: Sql,
  unit_id: string,
  id: string,
): Promise<Commitment | null> {
  const { rows } = await sql.query<Commitment>(
    `select ${whole} from commitment c where c.unit_id = $2 and c.id = $3 and ${isPublic}`,
    [viewer.on.toString(), unit_id, id],
  )
  return rows[0] ?? null
}

/** Heads of the owner from the day it was said until its end or today, oldest first: names of office are public. */
export async function headsSince(
  _viewer: Viewer,
  sql: Sql,
  row: Pick<CommitmentRow, 'unit_id' | 'said_on' | 'ended_on'>,
  on: Temporal.PlainDate,
): Promise<HeadInTime[]> {
  const { rows } = await sql.query<HeadInTime>(
    `select a.name, p.from_on, p.until_on from position p join account a on a.id = p.account_id
     where (p.unit_id = $1 or p.unit_id in (select heirs_of($1, $3::date))) and p.kind = 'head' and p.state <> 'void'
       and p.from_on <= $3::date and (p.until_on is null or p.until_on > $2::date) order by p.from_on, p.id limit 50`,
    [row.unit_id, row.said_on.toString(), (row.ended_on ?? on).toString()],
  )
  return rows
}

/** What happened to one the viewer may read. */
export async function happenedTo(viewer: Viewer, sql: Sql, row: { unit_id: string; id: string }): Promise<Happened[]> {
  return viewer.account_id === null ? [] : eventsOf(sql, row, ['commitment'])
}

/** A unit or a person to choose from. */
export interface Named {
  id: string
  name: string
}

/** Owner units that the viewer sees and their heads of today, to choose from. */
export async function owners(viewer: Viewer, sql: Sql): Promise<{ units: Named[]; heads: Named[] }> {
  const values: unknown[] = [viewer.on.toString()]
  const { rows } = await sql.query<Named & { head_id: string | null; head: string | null }>(
    `select u.id, ${unitName('u.id')} as name, h.head_id, h.head
     from unit u left join lateral (select p.account_id as head_id, a.name as head from position p join account a on a.id = p.account_id
       where p.unit_id = u.id and p.kind = 'head' and p.state <> 'void' and p.from_on <= $1::date
         and (p.until_on is null or p.until_on > $1::date) limit 1) h on true
     where ${seesOwner(viewer, 'u.id', values)} and exists (select from commitment c where c.unit_id = u.id) order by name limit 1000`,
    values,
  )
  const heads = rows.flatMap((row) =>
    row.head_id && row.head ? [{ id: row.head_id, name: `${row.head}, ${row.name}` }] : [],
  )
  return { units: rows.map(({ id, name }) => ({ id, name })), heads }
}

/** Of the units that the viewer heads or is deputy of: how many have not ended, and how many ordered ones are overdue. */
export async function commitmentsWaiting(viewer: Viewer, sql: Sql): Promise<{ open: number; overdue: number }> {
  const posts = [...viewer.positions, ...(viewer.inherited ?? [])]
  const headed = posts.filter((post) => post.kind === 'head' || post.kind === 'deputy-head').map((post) => post.unit_id)
  if (headed.length === 0) return { open: 0, overdue: 0 }
  const { rows } = await sql.query<{ open: number; overdue: number }>(
    `select count(*)::int as open,
       count(*) filter (where c.state = 'made' and c.due_on < $1::date and c.force = 'ordered')::int as overdue
     from commitment c where c.ended_on is null and c.unit_id = any($2::uuid[])`,
    [viewer.on.toString(), headed],
  )
  return rows[0]!
}
