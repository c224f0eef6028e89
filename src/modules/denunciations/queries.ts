/** Reads of the closed register: for insiders alone, and never a name. */
import type { Sql } from '../../platform/actions/action.ts'
import { carries, type Viewer } from '../../platform/actions/viewer.ts'
import type { Moment } from '../../platform/clock.ts'
import { counts, type DenunciationFacts, type DenunciationRow, denunciation, intakeKinds } from './denunciation.ts'

/** A line of an insider's own list. */
export type SealedLine = Pick<
  DenunciationRow,
  | 'unit_id'
  | 'id'
  | 'state'
  | 'register_number'
  | 'register_year'
  | 'received_on'
  | 'nominal_on'
  | 'due_on'
  | 'processed_on'
  | 'inspection'
> & {
  unit_name: string
  /** The denouncer wrote since the viewer last opened it. */
  has_news: boolean
}

/** The records whose key the viewer holds, in units where the viewer still has a post today; the most urgent first. */
export async function sealedLines(viewer: Viewer, sql: Sql): Promise<SealedLine[]> {
  if (viewer.account_id === null) return []
  const { rows } = await sql.query<SealedLine>(
    `select d.unit_id, d.id, d.state, d.register_number, d.register_year, d.received_on, d.nominal_on, d.due_on, d.processed_on, d.inspection,
       coalesce((select name from unit_period u where u.unit_id = d.unit_id and u.valid @> $3::date), '') as unit_name,
       bool_or(d.id = k.record_id) and coalesce((select max(e.seq) from event e where e.unit_id = d.unit_id and e.record_id = d.id
           and e.action = 'write-from-denouncer'), 0) > coalesce((select max(e.seq) from event e where e.unit_id = d.unit_id
           and e.record_id = d.id and e.action = 'read' and e.actor_id = $1), 0) as has_news
     from record_key k join officer_key o on o.id = k.key_id and o.account_id = k.account_id and o.replaced_at is null
     join denunciation d on d.unit_id = k.unit_id and (
       (d.id = k.record_id and (k.unit_id = any($2) or k.until_on is not null)) or (d.extract_id = k.record_id and d.verifier_id = $1 and k.unit_id = any($4)))
     where k.account_id = $1 and ${counts('k', '$3')}
     group by d.unit_id, d.id order by d.due_on nulls last, d.id limit 500`,
    [
      viewer.account_id,
      unitsOfInsider(viewer),
      viewer.on.toString(),
      [...viewer.positions, ...(viewer.inherited ?? [])].map((one) => one.unit_id),
    ],
  )
  return rows
}

function unitsOfInsider(viewer: Viewer): string[] {
  const posts = [...viewer.positions, ...(viewer.inherited ?? [])]
  const units = [...posts, ...viewer.delegated.filter((one) => one.power === 'settlement')]
  return [...new Set(units.map((one) => one.unit_id))].filter(
    (unit_id) =>
      carries(viewer, unit_id, 'head', 'custodian', ...intakeKinds) ||
      viewer.delegated.some((one) => one.unit_id === unit_id && one.power === 'settlement'),
  )
}

/** The record's neutral side; null for everybody but its insiders. */
export async function sealedRecord(
  viewer: Viewer,
  sql: Sql,
  at: { unit_id: string; id: string; moment: Moment },
): Promise<{ record: DenunciationRow; facts: DenunciationFacts } | null> {
  const { unit_id, id, moment } = at
  const { rows } = await sql.query<DenunciationRow>('select * from denunciation where unit_id = $1 and id = $2', [
    unit_id,
    id,
  ])
  // Asked even where there is no such record, so that both answers take the same road.
  const record = rows[0] ?? null
  const facts = await denunciation.facts(sql, { record, unit_id, viewer, moment })
  if (!record) return null
  const standings = denunciation.standings({ record, facts, viewer, unit_id })
  // Whoever left hands keys on unopened; half a key shows nothing.
  if (!standings.some((one) => one !== 'leaver' && one !== 'second-custodian')) return null
  return { record, facts }
}

/** One event of a record. */
export interface SealedEvent {
  seq: number
  action: string
  at: Temporal.Instant
  actor: string | null
  cite: string
  /** Both days, where the clock counted the due day anew. */
  moved: { from: string; to: string } | null
}

/** Every step and every reading of a record, the latest first; empty for everybody but its insiders. */
export async function sealedHistory(
  viewer: Viewer,
  sql: Sql,
  at: { unit_id: string; id: string; moment: Moment },
): Promise<SealedEvent[]> {
  if ((await sealedRecord(viewer, sql, at)) === null) return []
  const { rows } = await sql.query<Omit<SealedEvent, 'moved'> & { due_on: string | null }>(
    `select e.seq, e.action, e.at, a.name as actor, e.cite, p.changed ->> 'due_on' as due_on
     from event e left join payload p using (unit_id, record_id, seq) left join account a on a.id = e.actor_id
     where e.unit_id = $1 and e.record_id = $2 and e.record_kind = 'denunciation' order by e.seq desc limit 500`,
    [at.unit_id, at.id],
  )
  return rows.map(({ due_on, ...event }, index) => {
    // The latest first: the day before stands in an earlier event.
    const from = rows.slice(index + 1).find((one) => one.due_on !== null)?.due_on
    return { ...event, moved: event.action === 're-date' && from && due_on ? { from, to: due_on } : null }
  })
}

/** Somebody who holds a key. `until_on`: the last day, where it was given on request. */
export interface Insider {
  account_id: string
  name: string
  until_on: Temporal.PlainDate | null
}

/** Who holds a key to a record, for its insiders. */
export async function insidersOf(
  viewer: Viewer,
  sql: Sql,
  at: { unit_id: string; id: string; moment: Moment },
): Promise<Insider[]> {
  if ((await sealedRecord(viewer, sql, at)) === null) return []
  const { rows } = await sql.query<Insider>(
    `select k.account_id, a.name, k.until_on from record_key k join officer_key o on o.id = k.key_id and o.replaced_at is null
     join account a on a.id = k.account_id where k.unit_id = $1 and k.record_id = $2 and ${counts('k', '$3')} order by a.sort_key`,
    [at.unit_id, at.id, at.moment.on.toString()],
  )
  return rows
}

/** A unit some of whose records the viewer's key opens without end. */
export interface HeldUnit {
  unit_id: string
  unit_name: string
  count: number
}

/** Where the viewer's own key opens records, after the last day too: what there is to hand on. */
export async function heldUnits(viewer: Viewer, sql: Sql, key_id: string): Promise<HeldUnit[]> {
  const { rows } = await sql.query<HeldUnit>(
    `select d.unit_id, count(*)::int as count, coalesce((select name from unit_period u where u.unit_id = d.unit_id
       order by upper(u.valid) desc nulls first limit 1), '') as unit_name
     from record_key k join (select unit_id, id from denunciation union all select unit_id, id from sealed_word) d
       on d.unit_id = k.unit_id and d.id = k.record_id
     where k.account_id = $1 and k.key_id = $2 and k.until_on is null and ${counts('k', '$3')}
     group by d.unit_id order by unit_name, d.unit_id`,
    [viewer.account_id, key_id, viewer.on.toString()],
  )
  return rows
}

/** Names of those who left and still hold keys to records that the viewer opens; for the viewer's own list. */
export async function leftWithKeys(viewer: Viewer, sql: Sql): Promise<string[]> {
  if (viewer.account_id === null) return []
  const { rows } = await sql.query<{ name: string }>(
    `select a.name from record_key mine join officer_key o on o.id = mine.key_id and o.replaced_at is null
     join denunciation d on d.unit_id = mine.unit_id and d.id = mine.record_id
     join record_key k on k.unit_id = mine.unit_id and k.record_id = mine.record_id and k.account_id <> mine.account_id
     join account a on a.id = k.account_id
     where mine.account_id = $1 and mine.unit_id = any($2) and ${counts('mine', '$3')} and k.until_on is null and ${counts('k', '$3')}
       and not exists (select from position p where p.account_id = k.account_id and p.state <> 'void'
         and p.unit_id in (select heirs_of(k.unit_id, $3::date)) and p.from_on <= $3::date and (p.until_on is null or p.until_on > $3::date))
     group by a.id, a.name, a.sort_key order by a.sort_key limit 50`,
    [viewer.account_id, unitsOfInsider(viewer), viewer.on.toString()],
  )
  return rows.map((row) => row.name)
}
