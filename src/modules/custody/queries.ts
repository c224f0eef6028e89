/** Reads of requests for a key: for their askers and the custodians of the unit. None of them looks at a record. */
import type { Sql } from '../../platform/actions/action.ts'
import type { Viewer } from '../../platform/actions/viewer.ts'
import type { Moment } from '../../platform/clock.ts'
import { type KeyRequestFacts, type KeyRequestRow, keyRequest } from './key-request.ts'

/** A line of a list of requests. */
export interface RequestLine extends KeyRequestRow {
  asker: string
  unit_name: string
}

const select = `select r.*, a.name as asker,
  coalesce((select name from unit_period u where u.unit_id = r.unit_id order by upper(u.valid) desc nulls first limit 1), '') as unit_name
  from key_request r join account a on a.id = r.asker_id`

/** What the viewer asked, the latest first. */
export async function ownRequests(viewer: Viewer, sql: Sql): Promise<RequestLine[]> {
  const { rows } = await sql.query<RequestLine>(`${select} where r.asker_id = $1 order by r.id desc limit 100`, [
    viewer.account_id,
  ])
  return rows
}

/** What waits for the viewer as a custodian, and what was decided lately. */
export async function requestsToDecide(viewer: Viewer, sql: Sql): Promise<RequestLine[]> {
  const mine = viewer.positions.filter((one) => one.kind === 'custodian').map((one) => one.unit_id)
  if (mine.length === 0) return []
  const { rows } = await sql.query<RequestLine>(
    `${select} where r.asker_id <> $3 and exists (
       select from heirs_of(r.unit_id, $2::date) h(id) left join unit_period u on u.unit_id = h.id and u.valid @> $2::date
       where h.id = any($1) or u.parent_id = any($1))
     order by r.state not in ('asked', 'granted', 'half-open'), r.id desc limit 200`,
    [mine, viewer.on.toString(), viewer.account_id],
  )
  return rows
}

/** One request; null for everybody but its asker and the custodians. */
export async function requestFor(
  viewer: Viewer,
  sql: Sql,
  at: { unit_id: string; id: string; moment: Moment },
): Promise<{ record: RequestLine; facts: KeyRequestFacts } | null> {
  const { rows } = await sql.query<RequestLine>(`${select} where r.unit_id = $1 and r.id = $2`, [at.unit_id, at.id])
  const record = rows[0]
  if (!record) return null
  const facts = await keyRequest.facts(sql, { record, unit_id: at.unit_id, viewer, moment: at.moment })
  const standings = keyRequest.standings({ record, facts, viewer, unit_id: at.unit_id })
  return standings.length > 0 ? { record, facts } : null
}

/** Somebody who left the unit and had a key of their own; whether anything was sealed to it, nobody learns here. */
export interface Leaver {
  account_id: string
  name: string
  title: string
  until_on: Temporal.PlainDate
}

/** Those who took in or settled in the viewer's units as custodian, left within two years and hold no such post there now. */
export async function leaversOf(viewer: Viewer, sql: Sql): Promise<Leaver[]> {
  const mine = viewer.positions.filter((one) => one.kind === 'custodian').map((one) => one.unit_id)
  if (mine.length === 0) return []
  const { rows } = await sql.query<Leaver>(
    `select p.account_id, a.name, max(p.title) as title, max(p.until_on) as until_on
     from position p join account a on a.id = p.account_id join officer_key k on k.account_id = a.id and k.replaced_at is null
     where p.unit_id = any($1) and p.kind in ('head', 'reception-officer', 'clerk') and p.state <> 'void'
       and p.until_on <= $2 and p.until_on > $2::date - 730 and not exists (
       select from position s where s.account_id = p.account_id and s.unit_id = p.unit_id and s.state <> 'void'
         and s.kind in ('head', 'reception-officer', 'clerk') and s.from_on <= $2 and (s.until_on is null or s.until_on > $2))
     group by p.account_id, a.name, a.sort_key order by max(p.until_on) desc, a.sort_key limit 100`,
    [mine, viewer.on.toString()],
  )
  return rows
}
