/** Reads of topics, papers and volumes, the viewer first. */
import type { Sql } from '../../platform/actions/action.ts'
import { carries, type Viewer } from '../../platform/actions/viewer.ts'
import { seesUnit } from '../../platform/actions/visible.ts'
import { deskKinds, unitsSpokenFor } from './meeting.ts'
import { organises, type PapersMeeting, papersMeeting } from './organisers.ts'
import { type PaperRow, readsBlind } from './paper.ts'
import type { TopicRow } from './topic.ts'
import type { VolumeRow } from './volume.ts'

/** How much of a paper somebody reads. `unit`: of the unit it comes from; `reviewer`: text alone where it is blind. */
export type PaperReach = 'all' | 'unit' | 'reviewer'

/** Does the viewer read all papers of this meeting: an organiser, or somebody above. */
export async function readsAll(viewer: Viewer, sql: Sql, unit_id: string, meeting: PapersMeeting): Promise<boolean> {
  if (viewer.account_id === null || viewer.positions.length === 0) return false
  if (organises(viewer, meeting.organiser_ids)) return true
  return viewer.positions.some((post) => carries(viewer, post.unit_id, ...deskKinds)) && seesUnit(viewer, sql, unit_id)
}

/** The meeting for whoever reads all its papers; null for anybody else. */
export async function meetingForPapers(
  viewer: Viewer,
  sql: Sql,
  unit_id: string,
  id: string,
): Promise<PapersMeeting | null> {
  const meeting = await papersMeeting(sql, unit_id, id)
  return meeting && (await readsAll(viewer, sql, unit_id, meeting)) ? meeting : null
}

/** A paper with its meeting and topic, and how much of it the viewer reads. */
export interface FoundPaper {
  row: PaperRow
  meeting: PapersMeeting
  topic: TopicRow
  reach: PaperReach
}

/** One paper, or null where there is none for the viewer. */
export async function paperById(viewer: Viewer, sql: Sql, unit_id: string, id: string): Promise<FoundPaper | null> {
  const { rows } = await sql.query<PaperRow>('select * from paper where unit_id = $1 and id = $2', [unit_id, id])
  const row = rows[0]
  const meeting = row && (await papersMeeting(sql, unit_id, row.meeting_id))
  const topic = row && (await topicRow(sql, unit_id, row.topic_id))
  if (!row || !meeting || !topic) return null
  const reach = await reachOf(viewer, sql, row, meeting)
  return reach && { row, meeting, topic, reach }
}

async function reachOf(viewer: Viewer, sql: Sql, row: PaperRow, meeting: PapersMeeting): Promise<PaperReach | null> {
  if (readsBlind(row, viewer)) return 'reviewer'
  if (await readsAll(viewer, sql, row.unit_id, meeting)) return 'all'
  if (row.from_unit_ids.some((one) => carries(viewer, one, ...deskKinds))) return 'unit'
  const reviews = viewer.account_id !== null && row.reviews.some((one) => one.account_id === viewer.account_id)
  return reviews ? 'reviewer' : null
}

async function topicRow(sql: Sql, unit_id: string, id: string): Promise<TopicRow | null> {
  const { rows } = await sql.query<TopicRow>('select * from topic where unit_id = $1 and id = $2', [unit_id, id])
  return rows[0] ?? null
}

/** A topic for an organiser, or for a unit that may send a paper for it; null for anybody else. */
export async function topicById(
  viewer: Viewer,
  sql: Sql,
  unit_id: string,
  id: string,
): Promise<{ row: TopicRow; meeting: PapersMeeting; reads_all: boolean } | null> {
  const row = await topicRow(sql, unit_id, id)
  const meeting = row && (await papersMeeting(sql, unit_id, row.meeting_id))
  if (!row || !meeting) return null
  const reads_all = await readsAll(viewer, sql, unit_id, meeting)
  const mine = unitsSpokenFor(viewer)
  const asked = mine.length > 0 && (row.open_call || row.asked_unit_ids.some((one) => mine.includes(one)))
  return reads_all || asked ? { row, meeting, reads_all } : null
}

/** Which papers a list shows. */
export const paperFilters = ['all', 'open', 'accepted', 'presented', 'declined', 'withdrawn'] as const
export type PaperFilter = (typeof paperFilters)[number]

/** States of each filter; a withdrawn paper was received all the same. */
const statesOfFilter: Readonly<Record<PaperFilter, readonly PaperRow['state'][]>> = {
  all: ['received', 'in-editing', 'accepted', 'chosen', 'declined', 'withdrawn'],
  open: ['received', 'in-editing'],
  accepted: ['accepted', 'chosen'],
  presented: ['chosen'],
  declined: ['declined'],
  withdrawn: ['withdrawn'],
}

/** Numbers of papers, by filter. */
export type PaperCounts = Readonly<Record<PaperFilter, number>>

/** How many papers a meeting has; nothing is asked of the viewer: the numbers stand where the meeting is shown. */
export async function paperCounts(
  _viewer: Viewer,
  sql: Sql,
  unit_id: string,
  meeting_id: string,
): Promise<PaperCounts> {
  const { rows } = await sql.query<{ state: PaperRow['state']; count: number }>(
    'select state, count(*)::int as count from paper where unit_id = $1 and meeting_id = $2 group by state',
    [unit_id, meeting_id],
  )
  const of = (filter: PaperFilter) =>
    rows.filter((row) => statesOfFilter[filter].includes(row.state)).reduce((sum, row) => sum + row.count, 0)
  return {
    all: of('all'),
    open: of('open'),
    accepted: of('accepted'),
    presented: of('presented'),
    declined: of('declined'),
    withdrawn: of('withdrawn'),
  }
}

/** Papers of a meeting for whoever reads them all: presented ones by place, then as they came. */
export async function papersOf(
  _viewer: Viewer,
  sql: Sql,
  unit_id: string,
  meeting_id: string,
  filter: PaperFilter,
): Promise<PaperRow[]> {
  const { rows } = await sql.query<PaperRow>(
    `select * from paper where unit_id = $1 and meeting_id = $2 and state = any($3)
     order by place nulls last, received_on, id limit 1000`,
    [unit_id, meeting_id, statesOfFilter[filter]],
  )
  return rows
}

/** A unit that was asked, and whether its paper has come. */
export interface AskedUnit {
  unit_id: string
  name: string
  paper_id: string | null
  told_on: Temporal.PlainDate | null
}

/** A topic with the units it asks. */
export interface TopicLine extends TopicRow {
  units: readonly AskedUnit[]
  papers: number
}

/** Topics of a meeting with who has delivered. A withdrawn paper is none. */
export async function topicsOf(viewer: Viewer, sql: Sql, unit_id: string, meeting_id: string): Promise<TopicLine[]> {
  const { rows } = await sql.query<TopicLine>(
    `select t.*, (select count(*)::int from paper p where p.unit_id = t.unit_id and p.topic_id = t.id) as papers,
       coalesce((select jsonb_agg(jsonb_build_object('unit_id', a.id, 'name', coalesce(u.name, ''), 'paper_id', p.id, 'told_on', m.on_day) order by u.name collate "vi-x-icu")
         from unnest(t.asked_unit_ids) a(id)
         left join lateral (select name from unit_period where unit_id = a.id order by (valid @> $3::date) desc, valid desc limit 1) u on true
         left join lateral (select id from paper where unit_id = t.unit_id and topic_id = t.id and a.id = any(from_unit_ids) and state <> 'withdrawn' order by id limit 1) p on true
         left join lateral (select on_day from topic_mail where unit_id = a.id and outcome = 'sent' and topics > 0 and on_day >= t.created_at::date order by on_day desc limit 1) m on true), '[]') as units
     from topic t where t.unit_id = $1 and t.meeting_id = $2 order by t.state, t.due_on, t.id limit 200`,
    [unit_id, meeting_id, viewer.on.toString()],
  )
  return rows
}

/** A paper a unit owes, or has sent. */
export interface OwedPaper {
  unit_id: string
  topic_id: string
  title: string
  due_on: Temporal.PlainDate
  meeting: string
  asked_id: string
  asked: string
}

const owedSql = `
  select t.unit_id, t.id as topic_id, t.title, t.due_on, m.title as meeting, a.id as asked_id,
    coalesce((select name from unit_period where unit_id = a.id order by valid desc limit 1), '') as asked
  from topic t join meeting m on m.unit_id = t.unit_id and m.id = t.meeting_id cross join lateral unnest(t.asked_unit_ids) a(id)
  where t.state = 'commissioned' and m.state not in ('cancelled', 'closed')
    and not exists (select from paper p where p.unit_id = t.unit_id and p.topic_id = t.id and a.id = any(p.from_unit_ids) and p.state <> 'withdrawn')`

/** Papers the viewer's units have not sent. */
export async function owedBy(viewer: Viewer, sql: Sql): Promise<OwedPaper[]> {
  const { rows } = await sql.query<OwedPaper>(
    `${owedSql} and t.asked_unit_ids && $1::uuid[] and a.id = any($1::uuid[]) order by t.due_on, t.id limit 200`,
    [unitsSpokenFor(viewer)],
  )
  return rows
}

/** Everything still owed with a due day in this stretch; for the reminders. */
export async function owedBetween(
  _viewer: Viewer,
  sql: Sql,
  days: readonly Temporal.PlainDate[],
): Promise<OwedPaper[]> {
  const { rows } = await sql.query<OwedPaper>(
    `${owedSql} and t.due_on = any($1::date[]) order by a.id, t.due_on, t.id limit 5000`,
    [days.map(String)],
  )
  return rows
}

/** Papers of the viewer's units, the latest first. */
export async function ownPapers(viewer: Viewer, sql: Sql): Promise<(PaperRow & { meeting: string })[]> {
  const { rows } = await sql.query<PaperRow & { meeting: string }>(
    `select p.*, m.title as meeting from paper p join meeting m on m.unit_id = p.unit_id and m.id = p.meeting_id
     where p.from_unit_ids && $1::uuid[] order by p.received_on desc, p.id desc limit 100`,
    [unitsSpokenFor(viewer)],
  )
  return rows
}

/** Papers the viewer reviews, those not handed in first. */
export async function reviewsOf(viewer: Viewer, sql: Sql): Promise<PaperRow[]> {
  if (viewer.account_id === null) return []
  const { rows } = await sql.query<PaperRow>(
    `select * from paper where reviews @> $1::jsonb and state in ('received', 'in-editing') order by received_on, id limit 200`,
    [JSON.stringify([{ account_id: viewer.account_id }])],
  )
  return rows
}

/** The volume of a meeting, or null. The caller has asked whether the viewer reads its papers. */
export async function volumeOfMeeting(
  _viewer: Viewer,
  sql: Sql,
  unit_id: string,
  meeting_id: string,
): Promise<VolumeRow | null> {
  const { rows } = await sql.query<VolumeRow>('select * from papers_volume where unit_id = $1 and meeting_id = $2', [
    unit_id,
    meeting_id,
  ])
  return rows[0] ?? null
}

/** One volume with its meeting, for whoever reads all its papers. */
export async function volumeById(
  viewer: Viewer,
  sql: Sql,
  unit_id: string,
  id: string,
): Promise<{ row: VolumeRow; meeting: PapersMeeting } | null> {
  const row = await volumeRow(sql, unit_id, id)
  const meeting = row && (await papersMeeting(sql, unit_id, row.meeting_id))
  return row && meeting && (await readsAll(viewer, sql, unit_id, meeting)) ? { row, meeting } : null
}

async function volumeRow(sql: Sql, unit_id: string, id: string): Promise<VolumeRow | null> {
  const { rows } = await sql.query<VolumeRow>('select * from papers_volume where unit_id = $1 and id = $2', [
    unit_id,
    id,
  ])
  return rows[0] ?? null
}

/** A published volume with its meeting, for everybody. */
export async function publicVolume(
  _viewer: Viewer,
  sql: Sql,
  unit_id: string,
  id: string,
): Promise<{ row: VolumeRow; meeting: PapersMeeting } | null> {
  const row = await volumeRow(sql, unit_id, id)
  if (row?.state !== 'published') return null
  const meeting = await papersMeeting(sql, unit_id, row.meeting_id)
  return meeting && { row, meeting }
}

/** A line of the public list of volumes. */
export interface VolumeLine {
  unit_id: string
  id: string
  title: string
  organisers: readonly string[]
  published_on: Temporal.PlainDate
}

/** Published volumes, the latest first. */
export async function publicVolumes(_viewer: Viewer, sql: Sql): Promise<VolumeLine[]> {
  const { rows } = await sql.query<VolumeLine>(
    `select v.unit_id, v.id, m.title, v.published_on,
       array(select h ->> 'unit' from jsonb_array_elements(m.hosts) h where h ->> 'role' = 'organiser') as organisers
     from papers_volume v join meeting m on m.unit_id = v.unit_id and m.id = v.meeting_id
     where v.state = 'published' order by v.published_on desc, v.id desc limit 100`,
  )
  return rows
}

/** An open call as everybody reads it. */
export interface OpenCall {
  unit_id: string
  id: string
  title: string
  what: string | null
  due_on: Temporal.PlainDate
  blind: boolean
  meeting: string
  organisers: readonly string[]
}

const callSql = `
  select t.unit_id, t.id, t.title, t.what, t.due_on, t.blind, m.title as meeting,
    array(select h ->> 'unit' from jsonb_array_elements(m.hosts) h where h ->> 'role' = 'organiser') as organisers
  from topic t join meeting m on m.unit_id = t.unit_id and m.id = t.meeting_id
  where t.state = 'commissioned' and t.open_call and m.state not in ('cancelled', 'closed')`

/** Calls that still take papers, the next due first. */
export async function openCalls(viewer: Viewer, sql: Sql): Promise<OpenCall[]> {
  const { rows } = await sql.query<OpenCall>(`${callSql} and t.due_on >= $1::date order by t.due_on, t.id limit 100`, [
    viewer.on.toString(),
  ])
  return rows
}

/** One open call, also after its due day; null where there is none. */
export async function openCall(_viewer: Viewer, sql: Sql, unit_id: string, id: string): Promise<OpenCall | null> {
  const { rows } = await sql.query<OpenCall>(`${callSql} and t.unit_id = $1 and t.id = $2`, [unit_id, id])
  return rows[0] ?? null
}

/** A paper that the viewer has opened with its code. */
export async function openedPaper(
  viewer: Viewer,
  sql: Sql,
  unit_id: string,
  id: string,
): Promise<{ row: PaperRow; meeting: PapersMeeting } | null> {
  if (!viewer.opened.some((one) => one.unit_id === unit_id && one.record_id === id)) return null
  const { rows } = await sql.query<PaperRow>('select * from paper where unit_id = $1 and id = $2', [unit_id, id])
  const row = rows[0]
  const meeting = row && (await papersMeeting(sql, unit_id, row.meeting_id))
  return row && meeting ? { row, meeting } : null
}

/** Units to choose from: the meeting's guests and organisers, and what stands directly under the organisers. */
export async function unitsToAsk(
  viewer: Viewer,
  sql: Sql,
  unit_id: string,
  meeting_id: string,
): Promise<{ id: string; name: string }[]> {
  const { rows } = await sql.query<{ id: string; name: string }>(
    `with m as (select * from meeting where unit_id = $1 and id = $2),
     named as (
       select (g ->> 'unit_id')::uuid as id from m, jsonb_array_elements(m.invited) g where g ->> 'unit_id' is not null
       union select (h ->> 'unit_id')::uuid from m, jsonb_array_elements(m.hosts) h where h ->> 'unit_id' is not null
       union select t from topic, unnest(asked_unit_ids) t where unit_id = $1 and meeting_id = $2
       union select u.unit_id from unit_period u where u.parent_id = $1 and u.valid @> $3::date)
     select u.unit_id as id, u.name from unit_period u where u.unit_id in (select id from named) and u.valid @> $3::date
     order by u.level in ('commune', 'village'), u.name collate "vi-x-icu", u.unit_id limit 500`,
    [unit_id, meeting_id, viewer.on.toString()],
  )
  return rows
}

/** Names of units on the viewer's day, in the order given. */
export async function unitNames(viewer: Viewer, sql: Sql, ids: readonly string[]): Promise<string[]> {
  const { rows } = await sql.query<{ name: string }>(
    `select coalesce((select u.name from unit_period u where u.unit_id = a.id order by (u.valid @> $2::date) desc, u.valid desc limit 1), '') as name
     from unnest($1::uuid[]) with ordinality a(id, at) order by a.at`,
    [ids, viewer.on.toString()],
  )
  return rows.map((row) => row.name)
}
