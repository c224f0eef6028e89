/** Reads of meetings, the viewer first. */
import type { Sql } from '../../platform/actions/action.ts'
import type { Viewer } from '../../platform/actions/viewer.ts'
import { visibleTo } from '../../platform/actions/visible.ts'
import type { LetterData, LetterKind } from '../notices/letter-data.ts'
import { type Finding, guestsOf, type MeetingRow, unitsSpokenFor } from './meeting.ts'

/** A meeting with the name of the unit that prepares it. */
export interface Meeting extends MeetingRow {
  unit: string
}

/** One line of a list. */
export interface MeetingLine
  extends Pick<MeetingRow, 'unit_id' | 'id' | 'kind' | 'title' | 'state' | 'held_on' | 'starts' | 'place' | 'mode'> {
  unit: string
  invited: number
  answered: number
  /** The viewer's own unit is invited. */
  invites_me: boolean
}

const unitName = `coalesce((select u.name from unit_period u where u.unit_id = m.unit_id order by u.valid desc limit 1), '') as unit`

/** Meetings that the viewer may open: of units under them, those they help to organise, those they are invited to. */
function concerning(viewer: Viewer, values: unknown[]): string {
  const units = unitsSpokenFor(viewer)
  values.push(units.map((unit_id) => JSON.stringify([{ unit_id }])))
  const asked = `$${values.length}::jsonb[]`
  values.push(units)
  // The index finds who is on the list; the letter must have gone out.
  const invited = `m.invited @> any(${asked}) and exists (select from jsonb_array_elements(m.invited) g
    where g ->> 'invited_on' is not null and g ->> 'withdrawn_on' is null and (g ->> 'unit_id')::uuid = any($${values.length}::uuid[]))`
  return `(${visibleTo(viewer, 'm.unit_id', values)} or (${invited}) or m.hosts @> any(${asked}))`
}

/** Coming ones first by day, then the past ones, the latest first. */
export async function meetingsFor(viewer: Viewer, sql: Sql): Promise<MeetingLine[]> {
  const values: unknown[] = [viewer.on.toString()]
  const where = concerning(viewer, values)
  values.push(unitsSpokenFor(viewer))
  const { rows } = await sql.query<MeetingLine>(
    `select m.unit_id, m.id, m.kind, m.title, m.state, m.held_on, m.starts, m.place, m.mode, ${unitName},
       (select count(*)::int from jsonb_array_elements(m.invited) g where g ->> 'invited_on' is not null and g ->> 'withdrawn_on' is null) as invited,
       (select count(*)::int from jsonb_array_elements(m.invited) g where g ->> 'withdrawn_on' is null and jsonb_typeof(g -> 'answer') = 'object') as answered,
       m.unit_id <> all($${values.length}::uuid[]) and exists (select from jsonb_array_elements(m.invited) g
         where g ->> 'invited_on' is not null and g ->> 'withdrawn_on' is null and (g ->> 'unit_id')::uuid = any($${values.length}::uuid[])) as invites_me
     from meeting m where ${where}
     order by m.held_on < $1::date, case when m.held_on >= $1::date then m.held_on end, m.held_on desc, m.id limit 300`,
    values,
  )
  return rows
}

/** An invitation that waits for an answer. */
export type Unanswered = Pick<MeetingRow, 'unit_id' | 'id' | 'title'>

/** Invitations to the viewer's units that nobody has answered, the next meeting first. */
export async function invitationsUnanswered(viewer: Viewer, sql: Sql): Promise<Unanswered[]> {
  const units = unitsSpokenFor(viewer)
  if (units.length === 0) return []
  const { rows } = await sql.query<Unanswered>(
    `select m.unit_id, m.id, m.title from meeting m
     where m.state = 'invited' and m.held_on >= $3::date and m.invited @> any($1::jsonb[])
       and exists (select from jsonb_array_elements(m.invited) g where g ->> 'invited_on' is not null and g ->> 'withdrawn_on' is null
         and jsonb_typeof(g -> 'answer') = 'null' and (g ->> 'unit_id')::uuid = any($2::uuid[]))
     order by m.held_on, m.id limit 20`,
    [units.map((unit_id) => JSON.stringify([{ unit_id }])), units, viewer.on.toString()],
  )
  return rows
}

/** An invitation without an answer, whose day of answering is near. */
export interface DueInvitation extends Pick<MeetingRow, 'unit_id' | 'id' | 'title' | 'held_on'> {
  answer_by: Temporal.PlainDate
  /** The unit that was invited. */
  asked_id: string
}

/** Invitations nobody has answered with one of these days of answering; for the reminders. */
export async function invitationsDue(
  _viewer: Viewer,
  sql: Sql,
  days: readonly Temporal.PlainDate[],
): Promise<DueInvitation[]> {
  const { rows } = await sql.query<DueInvitation>(
    `select m.unit_id, m.id, m.title, m.held_on, m.answer_by, (g ->> 'unit_id')::uuid as asked_id
     from meeting m cross join lateral jsonb_array_elements(m.invited) g
     where m.state = 'invited' and m.answer_by = any($1::date[]) and g ->> 'unit_id' is not null and g ->> 'invited_on' is not null
       and g ->> 'withdrawn_on' is null and jsonb_typeof(g -> 'answer') = 'null'
     order by m.answer_by, m.id limit 5000`,
    [days.map(String)],
  )
  return rows
}

/** How much of a meeting somebody reads. */
export type Reach = 'all' | 'guest'

/** One meeting, with how much of it the viewer reads; null as where there is none. */
export async function meetingById(
  viewer: Viewer,
  sql: Sql,
  unit_id: string,
  id: string,
): Promise<{ row: Meeting; reach: Reach } | null> {
  const values: unknown[] = [unit_id, id]
  const all = visibleTo(viewer, 'm.unit_id', values)
  const { rows } = await sql.query<Meeting & { sees_all: boolean }>(
    `select m.*, ${unitName}, ${all} as sees_all from meeting m where m.unit_id = $1 and m.id = $2`,
    values,
  )
  const found = rows[0]
  if (!found) return null
  const { sees_all, ...row } = found
  const mine = unitsSpokenFor(viewer)
  const organises = row.hosts.some(
    (one) => one.role === 'organiser' && one.unit_id !== null && mine.includes(one.unit_id),
  )
  if (sees_all || organises) return { row, reach: 'all' }
  return guestsOf(row, viewer).length > 0 ? { row, reach: 'guest' } : null
}

/** The meeting and room of a code; null where no room bears it. */
export async function meetingByCode(_viewer: Viewer, sql: Sql, code: string): Promise<Meeting | null> {
  const { rows } = await sql.query<Meeting>(
    `select m.*, ${unitName} from meeting m where m.rooms @> $1::jsonb limit 1`,
    [JSON.stringify([{ code }])],
  )
  return rows[0] ?? null
}

/** What everybody reads of a meeting; nothing of who was invited, said what, or wrote what. */
export type PublicMeeting = Pick<
  Meeting,
  | 'unit_id'
  | 'id'
  | 'unit'
  | 'kind'
  | 'title'
  | 'purpose'
  | 'mode'
  | 'place'
  | 'state'
  | 'held_on'
  | 'until_on'
  | 'starts'
  | 'ends'
  | 'hosts'
  | 'programme_versions'
  | 'concluded_on'
> & {
  conclusion: string | null
  /** Kinds and words alone; empty unless they were released. */
  findings: readonly Pick<Finding, 'id' | 'kind' | 'text'>[]
  ended_on: Temporal.PlainDate | null
  revision: number
}

const publicColumns = `m.unit_id, m.id, m.revision, ${unitName}, m.kind, m.title, m.purpose, m.mode, m.place, m.state, m.held_on,
  m.until_on, m.starts, m.ends, m.hosts, m.programme_versions, m.concluded_on, m.ended_on,
  case when m.concluded_on is not null then m.conclusion end as conclusion,
  case when m.concluded_on is not null and m.findings_public then coalesce((select jsonb_agg(jsonb_build_object(
      'id', f ->> 'id', 'kind', f ->> 'kind', 'text', f ->> 'text') order by at)
    from jsonb_array_elements(m.findings) with ordinality as found (f, at)), '[]') else '[]' end as findings`

/** What was called off before anybody was invited was never announced. */
const announced = `m.is_public and m.state <> 'planned' and m.invited @? '$[*] ? (@.invited_on != null)'`

/** Public meetings that were announced, the latest first; of all units or of one. */
export async function publicMeetings(_viewer: Viewer, sql: Sql, unit_id: string | null): Promise<PublicMeeting[]> {
  const { rows } = await sql.query<PublicMeeting>(
    `select ${publicColumns} from meeting m where ${announced} and ($1::uuid is null or m.unit_id = $1)
     order by m.held_on desc, m.id desc limit 100`,
    [unit_id],
  )
  return rows
}

/** One of them. */
export async function publicMeeting(
  _viewer: Viewer,
  sql: Sql,
  unit_id: string,
  id: string,
): Promise<PublicMeeting | null> {
  const { rows } = await sql.query<PublicMeeting>(
    `select ${publicColumns} from meeting m where ${announced} and m.unit_id = $1 and m.id = $2`,
    [unit_id, id],
  )
  return rows[0] ?? null
}

/** Kinds of letter that a meeting writes. */
export type MeetingLetterKind = Extract<LetterKind, `meeting-${string}`>

/** A letter of a meeting. */
export interface MeetingLetter {
  id: string
  kind: MeetingLetterKind
  number: number
  year: number
  issued_on: Temporal.PlainDate
  title: string
  data: LetterData[MeetingLetterKind]
}

/** Its letters, the latest first; a guest reads their own invitation and what went to all. */
export async function lettersOf(viewer: Viewer, sql: Sql, row: MeetingRow, reach: Reach): Promise<MeetingLetter[]> {
  const { rows } = await sql.query<MeetingLetter>(
    `select id, kind, number, year, issued_on, title, data from document
     where unit_id = $1 and record_id = $2 and voided_on is null order by seq desc, number desc limit 1000`,
    [row.unit_id, row.id],
  )
  if (reach === 'all') return rows
  const mine = guestsOf(row, viewer).map((one) => one.letter_id)
  return rows.filter((one) => one.kind !== 'meeting-invitation' || mine.includes(one.id))
}

/** A unit to choose: those under the unit, beside it, and the one above it. */
export interface PickedUnit {
  unit_id: string
  name: string
  level: string
}

/** Units near this one: under it, beside it, above it; at most 400, villages left out. */
export async function unitsNear(
  _viewer: Viewer,
  sql: Sql,
  unit_id: string,
  on: Temporal.PlainDate,
): Promise<PickedUnit[]> {
  const { rows } = await sql.query<PickedUnit>(
    `with own as (select unit_id, parent_id from unit_period where unit_id = $1 and valid @> $2::date)
     select p.unit_id, p.name, p.level from unit_period p, own
     where p.valid @> $2::date and p.level not in ('village', 'country')
       and (p.parent_id = own.unit_id or p.unit_id = own.unit_id or p.unit_id = own.parent_id
         or (p.parent_id = own.parent_id and p.level not in ('province', 'ministry')))
     order by p.level = 'commune', p.level, p.name collate "vi-x-icu" limit 400`,
    [unit_id, on.toString()],
  )
  return rows
}

/** Clusters that a briefing may be of. */
export async function clustersToName(_viewer: Viewer, sql: Sql): Promise<{ id: string; name: string }[]> {
  const { rows } = await sql.query<{ id: string; name: string }>(
    `select id, name from cluster where state = 'standing' order by name collate "vi-x-icu" limit 200`,
  )
  return rows
}

/** Names of units, as they were last. */
export async function namesOf(_viewer: Viewer, sql: Sql, ids: readonly string[]): Promise<Map<string, string>> {
  const { rows } = await sql.query<{ unit_id: string; name: string }>(
    'select distinct on (unit_id) unit_id, name from unit_period where unit_id = any($1::uuid[]) order by unit_id, valid desc',
    [ids],
  )
  return new Map(rows.map((row) => [row.unit_id, row.name]))
}
