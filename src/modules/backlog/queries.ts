/** Reads of the backlog: the board and what lies behind each of its numbers, plans, hand-overs, suspensions near the due day. */
import type { Sql } from '../../platform/actions/action.ts'
import { happenedTo as eventsOf, type Happened } from '../../platform/actions/timeline.ts'
import { holds, type Viewer } from '../../platform/actions/viewer.ts'
import { visibleTo } from '../../platform/actions/visible.ts'
import { registerReaders, workUnits } from '../petitions/queries.ts'
import type { CasePlanRow } from './case-plan.ts'
import { openWorkOf } from './open-work.ts'
import { type Age, ages, dueWithin, type OpenKind } from './terms.ts'
import type { WorkHandOverRow } from './work-hand-over.ts'

/** Whose cases: those of the viewer's own units, of all units below them, or of one unit. */
export type Scope = 'own' | 'below' | { unit_id: string }

/** Does the viewer work with the open registers at all? Nobody else sees a backlog. */
export function readsBacklog(viewer: Viewer): boolean {
  return viewer.positions.some((post) => registerReaders.some((kind) => kind === post.kind))
}

/** The cases of a scope as a condition on `column`; pushes its parameters. */
export function within(viewer: Viewer, scope: Scope, column: string, values: unknown[]): string {
  if (!readsBacklog(viewer)) return 'false'
  const param = (value: unknown) => `$${values.push(value)}`
  if (scope === 'own') return `${column} = any(${param(workUnits(viewer))}::uuid[])`
  const seen = visibleTo(viewer, column, values)
  if (scope === 'below') return `(${seen} and ${column} <> all(${param(workUnits(viewer))}::uuid[]))`
  return `(${seen} and ${column} = ${param(scope.unit_id)}::uuid)`
}

const planned = `left join case_plan p on p.unit_id = w.unit_id and p.record_id = w.id and p.state = 'open'`
const ageIn = (day: string) =>
  `case ${ages
    .filter((age) => age.to !== null)
    .map((age) => `when ${day}::date - w.received_on <= ${age.to} then '${age.id}'`)
    .join(' ')} else '${ages.at(-1)?.id}' end`

/** One group of open cases. */
export interface Counted {
  kind: OpenKind
  state: string
  /** Null where no plan says why. */
  cause: string | null
  age: Age
  cases: number
}

/** Open cases of a scope, counted by register, stage, cause and age. Cases are counted, never people. */
export async function openCounts(viewer: Viewer, sql: Sql, scope: Scope): Promise<Counted[]> {
  const values: unknown[] = [viewer.on.toString()]
  const where = within(viewer, scope, 'w.unit_id', values)
  const { rows } = await sql.query<Counted>(
    `select w.kind, w.state, p.cause, ${ageIn('$1')} as age, count(*)::int as cases
     from work_item w ${planned} where ${where} group by 1, 2, 3, 4`,
    values,
  )
  return rows
}

/** Open cases of each unit below the viewer's, by age, with the name the unit had last. */
export async function countsByUnit(
  viewer: Viewer,
  sql: Sql,
): Promise<{ unit_id: string; name: string; age: Age; cases: number }[]> {
  const values: unknown[] = [viewer.on.toString()]
  const where = within(viewer, 'below', 'w.unit_id', values)
  const { rows } = await sql.query<{ unit_id: string; name: string; age: Age; cases: number }>(
    `select c.*, coalesce((select u.name from unit_period u where u.unit_id = c.unit_id order by u.valid desc limit 1), '') as name
     from (select w.unit_id, ${ageIn('$1')} as age, count(*)::int as cases from work_item w where ${where} group by 1, 2) c
     order by name, c.unit_id limit 2000`,
    values,
  )
  return rows
}

/** Figures beside the board. */
export interface Figures {
  /** Decided, but not yet carried out or with a road still open: a decision alone ends nothing. */
  decided: number
  /** Carried out and no road open, this year. */
  settled_for_good: number
  plans: number
  plans_overdue: number
  no_plan_long: number
}

/** Days from which a case without a plan stands out. */
export const longDays = 91

const decidedStates = `('decided', 'sent', 'in-effect')`
const forGood = `c.state = 'settled-for-good' and c.enforcement ->> 'stage' = 'done'`

/** What is settled for good, what only seems so, and how the plans stand. */
export async function figuresOf(viewer: Viewer, sql: Sql, scope: Scope): Promise<Figures> {
  const values: unknown[] = [viewer.on.toString()]
  const complaints = within(viewer, scope, 'c.unit_id', values)
  const plans = within(viewer, scope, 'p.unit_id', values)
  const work = within(viewer, scope, 'w.unit_id', values)
  const { rows } = await sql.query<Figures>(
    `select
       (select count(*)::int from complaint c where ${complaints} and c.ended_on is null and c.state in ${decidedStates}) as decided,
       (select count(*)::int from complaint c where ${complaints} and ${forGood}
          and c.ended_on >= date_trunc('year', $1::date)) as settled_for_good,
       (select count(*)::int from case_plan p where ${plans} and p.state = 'open') as plans,
       (select count(*)::int from case_plan p where ${plans} and p.state = 'open' and p.due_on < $1::date) as plans_overdue,
       (select count(*)::int from work_item w ${planned} where ${work} and p.id is null
          and $1::date - w.received_on >= ${longDays}) as no_plan_long`,
    values,
  )
  return rows[0]!
}

/** The name a unit had last, for the heading of its board; null where there is no such unit. */
export async function nameOfUnit(_viewer: Viewer, sql: Sql, unit_id: string): Promise<string | null> {
  const { rows } = await sql.query<{ name: string }>(
    'select name from unit_period where unit_id = $1 order by valid desc limit 1',
    [unit_id],
  )
  return rows[0]?.name ?? null
}

/** What of the open cases is wanted. */
export interface CaseFilter {
  age?: Age
  kind?: OpenKind
  state?: string
  /** `none`: no plan says why. */
  cause?: string
  group?: 'decided' | 'settled-for-good' | 'no-plan-long' | 'overdue' | 'due-soon'
  after?: { received_on: string; id: string } | null
}

/** A case as lists of the backlog show it; no name of a person. */
export interface BacklogCase {
  unit_id: string
  unit_name: string
  id: string
  kind: OpenKind
  state: string
  title: string
  register_number: number | null
  register_year: number
  received_on: Temporal.PlainDate
  days: number
  due_on: Temporal.PlainDate | null
  plan_id: string | null
  cause: string | null
  plan_due_on: Temporal.PlainDate | null
}

/** Rows on one page of a list. */
export const casesMax = 50

const settled = `(select c.unit_id, c.id, 'complaint'::text as kind, c.state, c.title, c.register_number, c.register_year, c.received_on,
  c.due_on from complaint c where ${forGood} and c.ended_on >= date_trunc('year', $1::date))`

/** Cases behind a number, the oldest first; one more than a page tells of a next one. */
export async function casesOf(viewer: Viewer, sql: Sql, scope: Scope, filter: CaseFilter): Promise<BacklogCase[]> {
  const values: unknown[] = [viewer.on.toString()]
  const param = (value: unknown) => `$${values.push(value)}`
  const where = [within(viewer, scope, 'w.unit_id', values)]
  const age = ages.find((one) => one.id === filter.age)
  if (age) where.push(`$1::date - w.received_on >= ${age.from > 0 ? age.from : -100_000}`)
  if (age?.to != null) where.push(`$1::date - w.received_on <= ${age.to}`)
  if (filter.kind) where.push(`w.kind = ${param(filter.kind)}`)
  if (filter.state) where.push(`w.state = ${param(filter.state)}`)
  if (filter.cause === 'none') where.push('p.id is null')
  else if (filter.cause) where.push(`p.cause = ${param(filter.cause)}`)
  if (filter.group === 'decided') where.push(`w.kind = 'complaint' and w.state in ${decidedStates}`)
  where.push(...dueWithin(filter.group ?? '', 'w.due_on', '$1::date'))
  if (filter.group === 'no-plan-long') where.push(`p.id is null and $1::date - w.received_on >= ${longDays}`)
  if (filter.after)
    where.push(`(w.received_on, w.id) > (${param(filter.after.received_on)}::date, ${param(filter.after.id)}::uuid)`)
  const { rows } = await sql.query<BacklogCase>(
    `select w.unit_id, w.id, w.kind, w.state, w.title, w.register_number, w.register_year, w.received_on,
       $1::date - w.received_on as days, w.due_on, p.id as plan_id, p.cause, p.due_on as plan_due_on,
       coalesce((select u.name from unit_period u where u.unit_id = w.unit_id order by u.valid desc limit 1), '') as unit_name
     from ${filter.group === 'settled-for-good' ? settled : 'work_item'} w ${planned}
     where ${where.join(' and ')} order by w.received_on, w.id limit ${casesMax + 1}`,
    values,
  )
  return rows
}

/** A plan with what it is about. */
export interface Plan extends CasePlanRow {
  owner: string
  title: string
  record_state: string
  register_number: number | null
  register_year: number
  unit_name: string
}

/** Which plans. */
export type PlanList = 'mine' | 'open' | 'overdue' | 'ended'

const planColumns = `p.*, a.name as owner, r.title, r.state as record_state, r.register_number, r.register_year,
  coalesce((select u.name from unit_period u where u.unit_id = p.unit_id order by u.valid desc limit 1), '') as unit_name`
const planTables = `case_plan p join account a on a.id = p.owner_id join lateral (
    select title, state, register_number, register_year from petition where p.record_kind = 'petition' and unit_id = p.unit_id and id = p.record_id
    union all
    select title, state, register_number, register_year from complaint where p.record_kind = 'complaint' and unit_id = p.unit_id and id = p.record_id
    union all
    select title, state, register_number, register_year from feedback where p.record_kind = 'feedback' and unit_id = p.unit_id and id = p.record_id
  ) r on true`

/** Plans by day; `mine` are those the viewer owns. */
export async function plansOf(viewer: Viewer, sql: Sql, list: PlanList, scope: Scope): Promise<Plan[]> {
  const values: unknown[] = [viewer.on.toString()]
  const where = [
    within(viewer, scope, 'p.unit_id', values),
    list === 'ended' ? `p.state <> 'open'` : `p.state = 'open'`,
  ]
  if (list === 'mine') where.push(`p.owner_id = $${values.push(viewer.account_id)}`)
  // The first day is read by all lists, so that every parameter has a type.
  where.push(list === 'overdue' ? 'p.due_on < $1::date' : '$1::date is not null')
  const { rows } = await sql.query<Plan>(
    `select ${planColumns} from ${planTables} where ${where.join(' and ')}
     order by ${list === 'ended' ? 'p.ended_on desc' : 'p.due_on'}, p.id limit 500`,
    values,
  )
  return rows
}

/** One plan. */
export async function planById(viewer: Viewer, sql: Sql, unit_id: string, id: string): Promise<Plan | null> {
  const values: unknown[] = [id]
  const where = within(viewer, { unit_id }, 'p.unit_id', values)
  const { rows } = await sql.query<Plan>(
    `select ${planColumns} from ${planTables} where p.id = $1 and ${where}`,
    values,
  )
  return rows[0] ?? null
}

/** One open case, for the form of a plan. */
export async function openCase(
  viewer: Viewer,
  sql: Sql,
  of: { unit_id: string; kind: string; id: string },
): Promise<BacklogCase | null> {
  const values: unknown[] = [viewer.on.toString(), of.kind, of.id]
  const where = within(viewer, { unit_id: of.unit_id }, 'w.unit_id', values)
  const { rows } = await sql.query<BacklogCase>(
    `select w.unit_id, w.id, w.kind, w.state, w.title, w.register_number, w.register_year, w.received_on,
       $1::date - w.received_on as days, w.due_on, p.id as plan_id, p.cause, p.due_on as plan_due_on, '' as unit_name
     from work_item w ${planned} where w.kind = $2 and w.id = $3 and ${where}`,
    values,
  )
  return rows[0] ?? null
}

/** The unit whose work the viewer may hand over today; null for all but heads. */
export function handOverUnit(viewer: Viewer): string | null {
  return viewer.positions.find((post) => holds(viewer, post.unit_id, 'head'))?.unit_id ?? null
}

/** Officers with open work in the unit, whether or not they still hold a post. No count: officers are not ranked. */
export async function officersWithWork(
  viewer: Viewer,
  sql: Sql,
  unit_id: string,
): Promise<{ account_id: string; name: string }[]> {
  if (!holds(viewer, unit_id, 'head')) return []
  const { rows } = await sql.query<{ account_id: string; name: string }>(
    `with mine(unit_id) as (select $1::uuid union select ancestors_in_office($1, $2::date))
     select a.id as account_id, a.name from account a where a.id in (
       select handler_id from petition where unit_id in (select unit_id from mine) and state in ('classified', 'assigned', 'handled')
       union select handler_id from complaint where unit_id in (select unit_id from mine) and ended_on is null
       union select verifier_id from complaint where unit_id in (select unit_id from mine) and ended_on is null
       union select handler_id from feedback where unit_id in (select unit_id from mine) and ended_on is null
       union select owner_id from case_plan where unit_id in (select unit_id from mine) and state = 'open')
     order by a.sort_key, a.id limit 500`,
    [unit_id, viewer.on.toString()],
  )
  return rows
}

/** A hand-over with the names of both. */
export interface HandOver extends WorkHandOverRow {
  from_name: string
  to_name: string
}

const handOvers = `select h.*, f.name as from_name, t.name as to_name from work_hand_over h
  join account f on f.id = h.from_id join account t on t.id = h.to_id`

/** Hand-overs of the units the viewer heads, and those in which the viewer takes over; the latest first. */
export async function handOversOf(viewer: Viewer, sql: Sql): Promise<HandOver[]> {
  const heads = viewer.positions.filter((post) => post.kind === 'head').map((post) => post.unit_id)
  const { rows } = await sql.query<HandOver>(
    `${handOvers} where h.unit_id = any($1::uuid[]) or (h.to_id = $2 and h.unit_id = any($3::uuid[]))
     order by h.begun_on desc, h.id desc limit 200`,
    [heads, viewer.account_id, workUnits(viewer)],
  )
  return rows
}

/** One hand-over, for those who see it in their list. */
export async function handOverById(viewer: Viewer, sql: Sql, unit_id: string, id: string): Promise<HandOver | null> {
  const { rows } = await sql.query<HandOver>(`${handOvers} where h.unit_id = $1 and h.id = $2`, [unit_id, id])
  const row = rows[0]
  if (!row) return null
  const receives = row.to_id === viewer.account_id && workUnits(viewer).includes(unit_id)
  return receives || holds(viewer, unit_id, 'head') ? row : null
}

/** A record on the list of a hand-over and where it is now. */
export interface HandedItem {
  unit_id: string
  kind: OpenKind | 'case-plan'
  id: string
  title: string
  register_number: number | null
  register_year: number | null
  /** The step that moved it was taken. */
  moved_on: Temporal.PlainDate | null
  stays: boolean
}

/** What was on the list, and what came to the officer since; each with whether it changed hands. */
export async function handedItems(viewer: Viewer, sql: Sql, row: HandOver): Promise<HandedItem[]> {
  const left =
    row.state === 'begun' ? await openWorkOf(sql, { unit_id: row.unit_id, account_id: row.from_id, on: viewer.on }) : []
  const { rows } = await sql.query<HandedItem>(
    `select i.unit_id, i.kind, i.id, coalesce(p.title, c.title, f.title, '') as title,
       coalesce(p.register_number, c.register_number, f.register_number) as register_number,
       coalesce(p.register_year, c.register_year, f.register_year) as register_year, m.on_day as moved_on, false as stays
     from jsonb_to_recordset($1::jsonb) as i(unit_id uuid, kind text, id uuid)
     left join case_plan k on i.kind = 'case-plan' and k.unit_id = i.unit_id and k.id = i.id
     left join petition p on p.unit_id = i.unit_id and p.id = coalesce(k.record_id, i.id)
     left join complaint c on c.unit_id = i.unit_id and c.id = coalesce(k.record_id, i.id)
     left join feedback f on f.unit_id = i.unit_id and f.id = coalesce(k.record_id, i.id)
     left join lateral (select e.on_day from event e join payload y using (unit_id, record_id, seq)
       where e.unit_id = i.unit_id and e.record_id = i.id and e.action in ('hand-over-work', 'hand-over-plan')
         and y.input ->> 'hand_over_id' = $2 order by e.seq desc limit 1) m on true
     order by i.kind, i.id`,
    [JSON.stringify(merged(row.items, left)), row.id],
  )
  return rows.map((item) => ({ ...item, stays: left.some((one) => one.id === item.id) }))
}

function merged<T extends { id: string }>(items: readonly T[], more: readonly T[]): T[] {
  return [...items, ...more.filter((one) => !items.some((item) => item.id === one.id))]
}

/** What happened to a plan or a hand-over the viewer may see. */
export async function happenedTo(viewer: Viewer, sql: Sql, row: { unit_id: string; id: string }): Promise<Happened[]> {
  if (viewer.account_id === null) return []
  return eventsOf(sql, row, ['case-plan', 'work-hand-over'])
}

/** A suspension, with how near the due day it was decided. */
export interface NearSuspension {
  unit_id: string
  unit_name: string
  id: string
  title: string
  register_number: number | null
  register_year: number
  head_id: string | null
  head: string | null
  decided_on: Temporal.PlainDate
  /** The day it was due by then. */
  due_on: Temporal.PlainDate
  days_left: number
  ground: string | null
  /** Last day that did not count; null while the clock stands still. */
  until_on: string | null
}

/** How far back suspensions are listed. */
export const suspensionsSince = { days: 365 } as const

/** Suspensions decided at most so many days before the due day, or after it; by who decided. */
export async function suspensionsNear(
  viewer: Viewer,
  sql: Sql,
  scope: Scope,
  days_max: number,
): Promise<NearSuspension[]> {
  const values: unknown[] = [viewer.on.subtract(suspensionsSince).toString(), days_max]
  const where = within(viewer, scope, 'c.unit_id', values)
  const { rows } = await sql.query<NearSuspension>(
    `select c.unit_id, c.id, c.title, c.register_number, c.register_year, e.actor_id as head_id, a.name as head,
       e.on_day as decided_on, b.due_on, b.due_on - e.on_day as days_left, y.input ->> 'ground' as ground,
       (select s ->> 'to' from jsonb_array_elements(c.suspensions) s where (s ->> 'from')::date = e.on_day + 1 limit 1) as until_on,
       coalesce((select u.name from unit_period u where u.unit_id = c.unit_id order by u.valid desc limit 1), '') as unit_name
     from complaint c
     join event e on e.unit_id = c.unit_id and e.record_id = c.id and e.action = 'suspend' and e.on_day >= $1::date
     left join payload y on y.unit_id = e.unit_id and y.record_id = e.record_id and y.seq = e.seq
     left join account a on a.id = e.actor_id
     join lateral (select (x.changed ->> 'due_on')::date as due_on from payload x where x.unit_id = e.unit_id
       and x.record_id = e.record_id and x.seq < e.seq and x.changed ? 'due_on' order by x.seq desc limit 1) b on true
     where ${where} and c.suspensions <> '[]' and b.due_on - e.on_day <= $2
     order by a.sort_key nulls last, e.actor_id, e.on_day desc, c.id limit 500`,
    values,
  )
  return rows
}
