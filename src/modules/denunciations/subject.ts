/** Whom a denunciation concerns: who is barred by it on a day, who settles it, and to whom it may be sealed. */
import type { Sql } from '../../platform/actions/action.ts'
import { foldMarks } from '../../platform/text.ts'

/** How the subject stands to the unit at whose desk the letter is given. */
export const subjectPlaces = ['head-here', 'deputy-here', 'officer-here', 'elsewhere'] as const
export type SubjectPlace = (typeof subjectPlaces)[number]

/** The subject as it is sealed. */
export interface Subject {
  place: SubjectPlace
  /** Name, post and unit in the denouncer's words. */
  text: string
  /** The unit at whose desk it was given. */
  unit_id: string
  account_ids: readonly string[]
}

/** Somebody who may be given a key in a unit. */
export interface Lawful {
  account_id: string
  name: string
  title: string
  settles: boolean
}

const onDay = (p: string) =>
  `${p}.state <> 'void' and ${p}.from_on <= $2 and (${p}.until_on is null or ${p}.until_on > $2)`

/**
 * The subject and everybody under the subject on that day: a head has the unit and all under it, a deputy the unit's
 * officers who do not lead and its departments.
 */
export async function barredBy(sql: Sql, subjects: readonly string[], on: Temporal.PlainDate): Promise<string[]> {
  if (subjects.length === 0) return []
  const { rows } = await sql.query<{ account_id: string }>(
    `select distinct p.account_id from position s
     join unit_ancestry a on a.ancestor_id = s.unit_id and a.valid @> $2::date
     join unit u on u.id = a.unit_id
     join position p on p.unit_id = a.unit_id and ${onDay('p')}
     where s.account_id = any($1) and ${onDay('s')} and (s.kind = 'head' or (s.kind = 'deputy-head' and
       case a.depth when 0 then p.kind not in ('head', 'deputy-head') else u.kind = 'organisation' end))`,
    [subjects, on.toString()],
  )
  return [...new Set([...subjects, ...rows.map((row) => row.account_id)])]
}

/** Who takes in and settles in a unit on that day; for a unit that is no more, in those that took over its work. */
export async function lawfulPeople(sql: Sql, unit_id: string, on: Temporal.PlainDate): Promise<Lawful[]> {
  const { rows } = await sql.query<Lawful>(
    `select p.account_id, a.name, min(p.title) as title, bool_or(p.kind = 'head') as settles
     from position p join account a on a.id = p.account_id and (a.closed_on is null or a.closed_on > $2)
     where p.unit_id in (select heirs_of($1, $2::date)) and p.kind in ('head', 'reception-officer', 'clerk') and ${onDay('p')}
     group by p.account_id, a.name, a.sort_key order by settles desc, a.sort_key`,
    [unit_id, on.toString()],
  )
  return rows
}

/** Accounts of everybody who holds a post in the unit, or one that took over its work, on that day; the administrator's aside. */
export async function officersIn(sql: Sql, unit_id: string, on: Temporal.PlainDate): Promise<string[]> {
  const { rows } = await sql.query<{ account_id: string }>(
    `select distinct p.account_id from position p join account a on a.id = p.account_id and (a.closed_on is null or a.closed_on > $2)
     where p.unit_id in (select heirs_of($1, $2::date)) and p.kind <> 'administrator' and ${onDay('p')}`,
    [unit_id, on.toString()],
  )
  return rows.map((row) => row.account_id)
}

/** Accounts of those officers of the unit whose whole name stands in this text; marks and capitals make no difference. */
export async function namedIn(sql: Sql, unit_id: string, text: string, on: Temporal.PlainDate): Promise<string[]> {
  const { rows } = await sql.query<{ account_id: string; name: string }>(
    `select distinct p.account_id, a.name from position p join account a on a.id = p.account_id
     where p.unit_id = $1 and ${onDay('p')}`,
    [unit_id, on.toString()],
  )
  const plain = (typed: string) =>
    ` ${foldMarks(typed)
      .replace(/[^\p{L}\p{N}]+/gu, ' ')
      .trim()} `
  const said = plain(text)
  return rows.filter((row) => said.includes(plain(row.name))).map((row) => row.account_id)
}

/** The unit directly above on that day; null at the top. */
export async function unitAbove(sql: Sql, unit_id: string, on: Temporal.PlainDate): Promise<string | null> {
  const { rows } = await sql.query<{ parent_id: string | null }>(
    'select parent_id from unit_period where unit_id = $1 and valid @> $2::date',
    [unit_id, on.toString()],
  )
  return rows[0]?.parent_id ?? null
}

/** Accounts of those who hold such a post in the unit on that day. */
export async function holdersOf(sql: Sql, unit_id: string, kind: string, on: Temporal.PlainDate): Promise<string[]> {
  const { rows } = await sql.query<{ account_id: string }>(
    `select p.account_id from position p where p.unit_id = $1 and p.kind = $3 and ${onDay('p')}`,
    [unit_id, on.toString(), kind],
  )
  return rows.map((row) => row.account_id)
}

/**
 * Is it this unit's to settle, as far as the accounts tell: an officer of it who does not lead, or who leads a unit
 * directly under it? False where the subject has no account: the officer who transfers answers for it.
 */
export async function settlesHere(
  sql: Sql,
  unit_id: string,
  subjects: readonly string[],
  on: Temporal.PlainDate,
): Promise<boolean> {
  const { rows } = await sql.query<{ yes: boolean }>(
    `select coalesce(bool_or(case when p.kind in ('head', 'deputy-head') then u.parent_id = $1 else p.unit_id = $1 end), false) as yes
     from position p join unit_period u on u.unit_id = p.unit_id and u.valid @> $2::date
     where p.account_id = any($3) and ${onDay('p')}`,
    [unit_id, on.toString(), subjects],
  )
  return rows[0]?.yes ?? false
}
