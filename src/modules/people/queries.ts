/** Reads of people: who holds what on a day, through time, and which sessions are open. */
import type { Sql } from '../../platform/actions/action.ts'
import { happenedTo as eventsOf, type Happened } from '../../platform/actions/timeline.ts'
import { holds, holdsPower, type Viewer } from '../../platform/actions/viewer.ts'
import { seesUnit } from '../../platform/actions/visible.ts'
import type { DelegationRow } from './delegation.ts'
import { type PositionKind, type PositionRow, positionFacts, positionKinds } from './position.ts'

/** Somebody in a post on a day. */
export interface Officer {
  account_id: string
  name: string
  kind: PositionKind
  title: string
  unit_id: string
}

const onDay = `p.state <> 'void' and p.from_on <= $2 and (p.until_on is null or p.until_on > $2)`

/** The head of a unit on a day: public knowledge, so any viewer may ask. Null where the post is vacant. */
export async function headOf(
  _viewer: Viewer,
  sql: Sql,
  unit_id: string,
  on: Temporal.PlainDate,
): Promise<Officer | null> {
  const { rows } = await sql.query<Officer>(
    `select p.account_id, a.name, p.kind, p.title, p.unit_id from position p join account a on a.id = p.account_id
     where p.unit_id in (select heirs_of($1, $2::date)) and p.kind = 'head' and ${onDay} order by p.unit_id limit 1`,
    [unit_id, on.toString()],
  )
  return rows[0] ?? null
}

/** Officers of a unit and of the bodies directly under it (departments), for a select; in the order of Vietnamese names. */
export async function officersOf(
  viewer: Viewer,
  sql: Sql,
  unit_id: string,
  on: Temporal.PlainDate,
  kinds: readonly PositionKind[],
): Promise<Officer[]> {
  if (viewer.via !== 'clock' && !(await seesUnit(viewer, sql, unit_id))) return []
  const { rows } = await sql.query<Officer>(
    `select distinct on (a.sort_key, a.id, p.unit_id, p.kind) p.account_id, a.name, p.kind, p.title, p.unit_id
     from position p join account a on a.id = p.account_id
     where p.kind = any($3) and ${onDay} and (a.closed_on is null or a.closed_on > $2) and (p.unit_id in (select heirs_of($1, $2::date)) or p.unit_id in (
       select u.unit_id from unit_period u join unit on unit.id = u.unit_id
       where u.parent_id in (select heirs_of($1, $2::date)) and u.valid @> $2::date and unit.kind = 'organisation'))
     order by a.sort_key, a.id, p.unit_id, p.kind, p.from_on desc`,
    [unit_id, on.toString(), kinds],
  )
  return rows
}

/** Does the viewer settle for this unit today: its head, or who holds the head's power to settle? */
export function settles(viewer: Viewer, unit_id: string): boolean {
  return holds(viewer, unit_id, 'head') || holdsPower(viewer, unit_id, 'settlement')
}

/** `['settler']` where the viewer settles for the unit today: to be spread into a noun's standings. */
export function settlerStanding(viewer: Viewer, unit_id: string): readonly 'settler'[] {
  return settles(viewer, unit_id) ? ['settler'] : []
}

/** May the viewer see who works in the unit: those who see its register, its head's administrators? */
export async function seesPeople(viewer: Viewer, sql: Sql, unit_id: string): Promise<boolean> {
  if (viewer.positions.some((one) => one.unit_id === unit_id) || (await seesUnit(viewer, sql, unit_id))) return true
  const facts = await positionFacts(sql, { record: null, unit_id, viewer })
  return facts.administers || facts.heads
}

/** A position with its holder's names. */
export interface Held extends PositionRow {
  name: string
  sign_in_name: string
}

/** All positions of a unit through time, those of today first; null where the viewer may not see them. */
export async function positionsOf(viewer: Viewer, sql: Sql, unit_id: string): Promise<Held[] | null> {
  if (!(await seesPeople(viewer, sql, unit_id))) return null
  const { rows } = await sql.query<Held>(
    `select p.*, a.name, a.sign_in_name from position p join account a on a.id = p.account_id where p.unit_id = $1
     order by (${onDay}) desc, case when ${onDay} then array_position($3, p.kind) end, p.from_on desc, a.sort_key, p.id limit 500`,
    [unit_id, viewer.on.toString(), positionKinds],
  )
  return rows
}

/** One position with its holder's names. */
export async function positionById(viewer: Viewer, sql: Sql, unit_id: string, id: string): Promise<Held | null> {
  return (await positionsOf(viewer, sql, unit_id))?.find((one) => one.id === id) ?? null
}

/** A delegation with the names of both. */
export interface Delegated extends DelegationRow {
  from_name: string
  to_name: string
}

/** All delegations in a unit, the latest first; empty where the viewer may not see them. */
export async function delegationsOf(viewer: Viewer, sql: Sql, unit_id: string): Promise<Delegated[]> {
  if (!(await seesPeople(viewer, sql, unit_id))) return []
  const { rows } = await sql.query<Delegated>(
    `select d.*, f.name as from_name, t.name as to_name from delegation d
     join account f on f.id = d.from_account_id join account t on t.id = d.to_account_id
     where d.unit_id = $1 order by d.from_on desc, d.id desc limit 500`,
    [unit_id],
  )
  return rows
}

/** One delegation with the names of both. */
export async function delegationById(viewer: Viewer, sql: Sql, unit_id: string, id: string): Promise<Delegated | null> {
  return (await delegationsOf(viewer, sql, unit_id)).find((one) => one.id === id) ?? null
}

/** What happened to a position or delegation of the unit, the latest first; empty where the viewer may not see it. */
export async function happenedTo(viewer: Viewer, sql: Sql, unit_id: string, id: string): Promise<Happened[]> {
  if (!(await seesPeople(viewer, sql, unit_id))) return []
  return eventsOf(sql, { unit_id, id }, ['position', 'delegation'])
}

/** The viewer's own positions through time with the name of each unit in those days. */
export async function ownPositions(viewer: Viewer, sql: Sql): Promise<(PositionRow & { unit_name: string })[]> {
  const { rows } = await sql.query<PositionRow & { unit_name: string }>(
    `select p.*, coalesce((select u.name from unit_period u where u.unit_id = p.unit_id and u.valid && daterange(p.from_on, p.until_on)
       order by u.valid desc limit 1), '') as unit_name
     from position p where p.account_id = $1 and p.state <> 'void' order by p.from_on desc, p.id limit 200`,
    [viewer.account_id],
  )
  return rows
}

/** One open session of the viewer's account. */
export interface OpenSession {
  id: string
  user_agent: string
  ip_address: string
  created_at: Temporal.Instant
  updated_at: Temporal.Instant
}

/** The viewer's own open sessions, the latest first. */
export async function ownSessions(viewer: Viewer, sql: Sql): Promise<OpenSession[]> {
  const { rows } = await sql.query<OpenSession>(
    `select id, coalesce(user_agent, '') as user_agent, coalesce(ip_address, '') as ip_address, created_at, updated_at
     from auth_session where user_id = $1 and expires_at > now() order by updated_at desc limit 100`,
    [viewer.account_id],
  )
  return rows
}

/** The open account with this sign-in name: only those who give positions may ask. */
export async function accountBySignInName(
  viewer: Viewer,
  sql: Sql,
  unit_id: string,
  sign_in_name: string,
): Promise<{ id: string; name: string } | null> {
  const facts = await positionFacts(sql, { record: null, unit_id, viewer })
  if (!facts.administers && !facts.heads) return null
  const { rows } = await sql.query<{ id: string; name: string }>(
    'select id, name from account where sign_in_name = $1 and (closed_on is null or closed_on > $2)',
    [sign_in_name, viewer.on.toString()],
  )
  return rows[0] ?? null
}

/** Does this person hold one of these positions in that unit on the viewer's day? */
export async function holdsPosition(
  viewer: Viewer,
  sql: Sql,
  account_id: string,
  unit_id: string,
  kinds: readonly string[],
): Promise<boolean> {
  const { rows } = await sql.query(
    `select exists (select from position where account_id = $1 and unit_id in (select heirs_of($2, $4::date)) and kind = any($3) and state <> 'void'
      and from_on <= $4 and (until_on is null or $4 < until_on)) as yes`,
    [account_id, unit_id, kinds, viewer.on.toString()],
  )
  return rows[0].yes
}

/** The name of an account, for records that name their handler. */
export async function accountName(_viewer: Viewer, sql: Sql, account_id: string): Promise<string | null> {
  const { rows } = await sql.query<{ name: string }>('select name from account where id = $1', [account_id])
  return rows[0]?.name ?? null
}
