/** Reads of projects, consultations, opinions and requests: the viewer comes first; citizens read what is public. */
import type { Sql } from '../../platform/actions/action.ts'
import { happenedTo as eventsOf, type Happened } from '../../platform/actions/timeline.ts'
import { carries, type Viewer } from '../../platform/actions/viewer.ts'
import { visibleTo } from '../../platform/actions/visible.ts'
import type { ConsultationRow } from './consultation.ts'
import type { OpinionRow } from './opinion.ts'
import { heldStates, type ProjectRow, preparerKinds } from './project.ts'
import { counterKinds, type TalkRequestRow } from './talk-request.ts'

const readerKinds: readonly string[] = [...preparerKinds, 'reception-officer']

/** Units of the viewer's posts of these kinds, with all under them. */
function seen(viewer: Viewer, column: string, values: unknown[], kinds = readerKinds): string {
  const roots = viewer.positions.filter((post) => kinds.includes(post.kind)).map((post) => post.unit_id)
  return visibleTo(
    { ...viewer, sees_all: viewer.sees_all && roots.length > 0, visible_root_ids: roots },
    column,
    values,
  )
}

/** Has the viewer anything to do at the desk of projects? */
export function worksWithProjects(viewer: Viewer): boolean {
  return viewer.account_id !== null && viewer.positions.some((post) => readerKinds.includes(post.kind))
}

/** Does the viewer prepare or count for some unit? Whoever counts for the Front sees requests alone. */
export function worksWithRequests(viewer: Viewer): boolean {
  const kinds: readonly string[] = [...readerKinds, ...counterKinds]
  return viewer.account_id !== null && viewer.positions.some((post) => kinds.includes(post.kind))
}

/** The unit for which the viewer writes things down; null for those who do not. */
export function preparingUnit(viewer: Viewer): string | null {
  const kinds: readonly string[] = preparerKinds
  return viewer.positions.find((post) => kinds.includes(post.kind))?.unit_id ?? null
}

const unitName = (column: string, day: string) =>
  `coalesce((select u.name from unit_period u where u.unit_id = ${column} order by (u.valid @> ${day}::date) desc, u.valid desc limit 1), '')`

/** Names of units as they stand on the day, or stood last. */
export async function namesOf(viewer: Viewer, sql: Sql, ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const { rows } = await sql.query<{ id: string; name: string }>(
    `select i.id, ${unitName('i.id', '$2')} as name from unnest($1::uuid[]) i(id)`,
    [[...new Set(ids)], viewer.on.toString()],
  )
  return new Map(rows.map((row) => [row.id, row.name]))
}

/** A row with its unit's name. */
export type Named<Row> = Row & { unit_name: string }

const listMax = 200

/** Projects of the units the viewer sees, the newest first. */
export async function projectsOf(viewer: Viewer, sql: Sql): Promise<Named<ProjectRow>[]> {
  const values: unknown[] = [viewer.on.toString()]
  const { rows } = await sql.query<Named<ProjectRow>>(
    `select p.*, ${unitName('p.unit_id', '$1')} as unit_name from project p where ${seen(viewer, 'p.unit_id', values)}
     order by p.ended_on is not null, p.id desc limit ${listMax}`,
    values,
  )
  return rows
}

/** Consultations of the units the viewer sees, those that run first. */
export async function consultationsOf(viewer: Viewer, sql: Sql): Promise<Named<ConsultationRow>[]> {
  const values: unknown[] = [viewer.on.toString()]
  const { rows } = await sql.query<Named<ConsultationRow>>(
    `select k.*, ${unitName('k.unit_id', '$1')} as unit_name from consultation k where ${seen(viewer, 'k.unit_id', values)}
     order by k.state in ('explained', 'withdrawn'), k.last_on desc, k.id desc limit ${listMax}`,
    values,
  )
  return rows
}

/** Requests of the units the viewer sees; whoever counts reads those of the unit where they count. */
export async function requestsOf(viewer: Viewer, sql: Sql): Promise<Named<TalkRequestRow>[]> {
  const values: unknown[] = [viewer.on.toString()]
  const { rows } = await sql.query<Named<TalkRequestRow>>(
    `select r.*, ${unitName('r.unit_id', '$1')} as unit_name from talk_request r
     where ${seen(viewer, 'r.unit_id', values)} or ${countsHere(viewer, values)}
     order by r.ended_on is not null, r.asked_on desc, r.id desc limit ${listMax}`,
    values,
  )
  return rows
}

/** Whoever was named to count sees the request, as long as they hold a post there. */
function countsHere(viewer: Viewer, values: unknown[]): string {
  const account = `$${values.push(viewer.account_id)}::uuid`
  const posts = [...viewer.positions, ...(viewer.inherited ?? [])]
  const units = `$${values.push(posts.map((post) => post.unit_id))}::uuid[]`
  return `(r.unit_id = any(${units}) and ${account} in (r.first_counter_id, r.second_counter_id))`
}

const tables = {
  project: 'project',
  consultation: 'consultation',
  opinion: 'opinion',
  'talk-request': 'talk_request',
} as const

interface Rows {
  project: Named<ProjectRow>
  consultation: Named<ConsultationRow>
  opinion: Named<OpinionRow>
  'talk-request': Named<TalkRequestRow>
}

/** Name and telephone of a sender are for those who work at the unit; a superior reads the words alone. */
function withoutSender<Row extends object>(viewer: Viewer, unit_id: string, row: Row): Row {
  const kinds = ['head', 'deputy-head', 'clerk', 'handler', 'reception-officer'] as const
  return !('sender_name' in row) || carries(viewer, unit_id, ...kinds)
    ? row
    : { ...row, sender_name: null, sender_phone: null }
}

/** One record for whoever may see it at the desk; null for everybody else. */
export async function deskRecord<Kind extends keyof Rows>(
  viewer: Viewer,
  sql: Sql,
  kind: Kind,
  key: { unit_id: string; id: string },
): Promise<Rows[Kind] | null> {
  if (viewer.account_id === null) return null
  const values: unknown[] = [viewer.on.toString(), key.unit_id, key.id]
  const counts = kind === 'talk-request' ? ` or ${countsHere(viewer, values)}` : ''
  const { rows } = await sql.query<Rows[Kind]>(
    `select r.*, ${unitName('r.unit_id', '$1')} as unit_name from ${tables[kind]} r
     where r.unit_id = $2 and r.id = $3 and (${seen(viewer, 'r.unit_id', values)}${counts})`,
    values,
  )
  return rows[0] ? withoutSender(viewer, key.unit_id, rows[0]) : null
}

/** What happened to a record that the viewer may see. */
export async function deskHistory(
  viewer: Viewer,
  sql: Sql,
  kind: keyof Rows,
  row: { unit_id: string; id: string },
): Promise<Happened[]> {
  return viewer.account_id === null ? [] : eventsOf(sql, row, [kind])
}

/** Opinions in a consultation, for officers who may see it: those not weighed first. */
export async function opinionsIn(
  viewer: Viewer,
  sql: Sql,
  row: { unit_id: string; id: string },
): Promise<Named<OpinionRow>[]> {
  const values: unknown[] = [viewer.on.toString(), row.unit_id, row.id]
  const { rows } = await sql.query<Named<OpinionRow>>(
    `select o.*, '' as unit_name, $1::date as asked_on from opinion o
     where o.unit_id = $2 and o.consultation_id = $3 and ${seen(viewer, 'o.unit_id', values)}
     order by o.state <> 'received', o.id limit 1000`,
    values,
  )
  return rows.map((one) => withoutSender(viewer, row.unit_id, one))
}

/** Consultations a project of the unit may be linked to, and dialogues before a project. */
export async function linkable(
  viewer: Viewer,
  sql: Sql,
  unit_id: string,
): Promise<{
  consultations: { id: string; title: string }[]
  dialogues: { id: string; title: string; held_on: Temporal.PlainDate }[]
}> {
  if (viewer.account_id === null) return { consultations: [], dialogues: [] }
  const consultations = await sql.query<{ id: string; title: string }>(
    `select id, title from consultation where unit_id = $1 and state <> 'withdrawn' order by id desc limit 100`,
    [unit_id],
  )
  const dialogues = await sql.query<{ id: string; title: string; held_on: Temporal.PlainDate }>(
    `select id, title, held_on from dialogue where unit_id = $1 and kind = 'before-project' and state <> 'cancelled'
     order by held_on desc limit 100`,
    [unit_id],
  )
  return { consultations: consultations.rows, dialogues: dialogues.rows }
}

/** Public: announced projects, those that are not over first; of all, or those that one unit runs or that touch it. */
export async function publicProjects(viewer: Viewer, sql: Sql, unit_id: string | null): Promise<Named<ProjectRow>[]> {
  const { rows } = await sql.query<Named<ProjectRow>>(
    `select p.*, ${unitName('p.unit_id', '$1')} as unit_name from project p where p.announced_on is not null
       and ($2::uuid is null or p.unit_id = $2 or p.area_unit_ids @> to_jsonb($2::uuid::text))
     order by p.ended_on is not null, p.announced_on desc, p.id desc limit ${listMax}`,
    [viewer.on.toString(), unit_id],
  )
  return rows
}

/** Public: one announced project. */
export async function publicProject(
  viewer: Viewer,
  sql: Sql,
  unit_id: string,
  id: string,
): Promise<Named<ProjectRow> | null> {
  const { rows } = await sql.query<Named<ProjectRow>>(
    `select p.*, ${unitName('p.unit_id', '$1')} as unit_name from project p
     where p.unit_id = $2 and p.id = $3 and p.announced_on is not null`,
    [viewer.on.toString(), unit_id, id],
  )
  return rows[0] ?? null
}

/** Public: consultations that run, or whose explanation is published; those that run first, by their last day. As above by unit. */
export async function publicConsultations(
  viewer: Viewer,
  sql: Sql,
  unit_id: string | null,
): Promise<Named<ConsultationRow>[]> {
  const { rows } = await sql.query<Named<ConsultationRow>>(
    `select k.*, ${unitName('k.unit_id', '$1')} as unit_name from consultation k where k.state <> 'withdrawn'
       and ($2::uuid is null or k.unit_id = $2 or k.asked_unit_ids @> to_jsonb($2::uuid::text))
     order by (k.state = 'open' and k.last_on >= $1::date) desc, k.last_on desc, k.id desc limit ${listMax}`,
    [viewer.on.toString(), unit_id],
  )
  return rows
}

/** Public: one consultation, withdrawn ones too. */
export async function publicConsultation(
  viewer: Viewer,
  sql: Sql,
  unit_id: string,
  id: string,
): Promise<Named<ConsultationRow> | null> {
  const { rows } = await sql.query<Named<ConsultationRow>>(
    `select k.*, ${unitName('k.unit_id', '$1')} as unit_name from consultation k where k.unit_id = $2 and k.id = $3`,
    [viewer.on.toString(), unit_id, id],
  )
  return rows[0] ?? null
}

/** The announced project a consultation is of. */
export async function projectOfConsultation(
  _viewer: Viewer,
  sql: Sql,
  row: { unit_id: string; id: string },
): Promise<Pick<ProjectRow, 'unit_id' | 'id' | 'title'> | null> {
  const { rows } = await sql.query<Pick<ProjectRow, 'unit_id' | 'id' | 'title'>>(
    `select unit_id, id, title from project where consultation_unit_id = $1 and consultation_id = $2
       and announced_on is not null order by id limit 1`,
    [row.unit_id, row.id],
  )
  return rows[0] ?? null
}

/** What is published of an opinion: never its words, never who. */
export interface PublishedOpinion {
  gist: string
  outcome: NonNullable<OpinionRow['outcome']>
  why: string
  people: number
}

/** Public: what became of the opinions, once explained; the weightiest first. */
export async function publishedOpinions(
  _viewer: Viewer,
  sql: Sql,
  row: { unit_id: string; id: string },
): Promise<PublishedOpinion[]> {
  const { rows } = await sql.query<PublishedOpinion>(
    `select o.gist, o.outcome, o.why, sum(o.people)::int as people from opinion o
     join consultation k on k.unit_id = o.unit_id and k.id = o.consultation_id and k.state = 'explained'
     where o.unit_id = $1 and o.consultation_id = $2 and o.state = 'weighed'
     group by o.gist, o.outcome, o.why order by sum(o.people) desc, o.gist limit 500`,
    [row.unit_id, row.id],
  )
  return rows
}

/** How many opinions came, and from how many people. */
export async function opinionCount(
  _viewer: Viewer,
  sql: Sql,
  row: { unit_id: string; id: string },
): Promise<{ opinions: number; people: number }> {
  const { rows } = await sql.query<{ opinions: number; people: number }>(
    `select count(*)::int as opinions, coalesce(sum(people), 0)::int as people from opinion
     where unit_id = $1 and consultation_id = $2`,
    [row.unit_id, row.id],
  )
  return rows[0] ?? { opinions: 0, people: 0 }
}

/** One's own opinion, opened by its code. */
export async function ownOpinion(viewer: Viewer, sql: Sql, unit_id: string, id: string): Promise<OpinionRow | null> {
  if (!viewer.opened.some((one) => one.unit_id === unit_id && one.record_id === id)) return null
  const { rows } = await sql.query<OpinionRow>('select * from opinion where unit_id = $1 and id = $2', [unit_id, id])
  return rows[0] ?? null
}

/** Public: requests by voters, with what was counted; nothing of the signers. */
export async function publicRequests(
  viewer: Viewer,
  sql: Sql,
  unit_id: string | null,
): Promise<Named<TalkRequestRow>[]> {
  const { rows } = await sql.query<Named<TalkRequestRow>>(
    `select r.*, ${unitName('r.unit_id', '$1')} as unit_name from talk_request r
     where r.state in ('counted', 'granted', 'declined') and ($2::uuid is null or r.unit_id = $2)
     order by r.asked_on desc, r.id desc limit 100`,
    [viewer.on.toString(), unit_id],
  )
  return rows
}

/** Public: announced dialogues among these, for links. */
export async function announcedAmong(
  _viewer: Viewer,
  sql: Sql,
  linked: readonly { unit_id: string; id: string }[],
): Promise<{ unit_id: string; id: string; title: string; held_on: Temporal.PlainDate; held: boolean }[]> {
  const { rows } = await sql.query(
    `select d.unit_id, d.id, d.title, d.held_on, d.state = any($3) as held
     from unnest($1::uuid[], $2::uuid[]) l(unit_id, id) join dialogue d on d.unit_id = l.unit_id and d.id = l.id
     where d.announced_on is not null and d.state <> 'cancelled' order by d.held_on`,
    [linked.map((one) => one.unit_id), linked.map((one) => one.id), heldStates],
  )
  return rows
}
