/** What waits on others, on us or on the superior beside the worklists: answers owed, decisions to send, orders to carry out. */
import { due } from '../../law/due.ts'
import type { Sql } from '../../platform/actions/action.ts'
import { holds, type Viewer } from '../../platform/actions/viewer.ts'
import { visibleTo } from '../../platform/actions/visible.ts'
import type { Counting } from '../calendars/counting.ts'
import { registerReaders, workUnits } from '../petitions/queries.ts'
import type { Obligation, StopLetter } from './side-paths.ts'

/** Rows of each list; who has more goes through the backlog. */
export const followMax = 200

/** A record as these lists name it. */
export interface Followed {
  unit_id: string
  id: string
  title: string
  register_number: number | null
  register_year: number
}

/** An answer another unit owes for a petition it was given. */
export interface ReplyOwed extends Followed {
  from: string
  since_on: Temporal.PlainDate
  urged_on: Temporal.PlainDate | null
  /** The day on which it was settled there; null while it is not, or where that is not known here. */
  settled_on: Temporal.PlainDate | null
  /** The last day of the answer: working days from the settling there (LTCD 2013 Đ27.2). */
  reply_by: Temporal.PlainDate | null
}

/** Petitions passed on, or urged, without an answer; the longest first. What was sealed away there tells nothing here. */
export async function repliesOwed(viewer: Viewer, sql: Sql, counting: Counting): Promise<ReplyOwed[]> {
  const { rows } = await sql.query<Omit<ReplyOwed, 'reply_by'>>({
    name: 'replies_owed',
    text: `select p.unit_id, p.id, p.title, p.register_number, p.register_year,
        coalesce(p.sent_to ->> 'unit_name', p.urged -> -1 ->> 'unit_name') as "from",
        coalesce(p.sent_to ->> 'on', p.urged -> 0 ->> 'on')::date as since_on, (p.urged -> -1 ->> 'on')::date as urged_on,
        case when r.state <> 'sealed-away' then coalesce(
          greatest(
            (select max(coalesce(c.decided_on, c.ended_on)) from complaint c where c.unit_id = r.unit_id and c.petition_id = r.id),
            (select max(coalesce(f.answered_on, f.ended_on)) from feedback f where f.unit_id = r.unit_id and f.petition_id = r.id)),
          case when not jsonb_path_exists(r.points, '$[*] ? (@.led_to != null)') then r.processed_on end) end as settled_on
      from petition p left join petition r on r.unit_id = (p.sent_to ->> 'unit_id')::uuid and r.id = (p.sent_to ->> 'petition_id')::uuid
      where p.unit_id = any($1::uuid[]) and p.replies = '[]' and p.state = 'handled'
        and (p.sent_to is not null or (p.competence = 'subordinate' and p.urged <> '[]'))
      order by since_on, p.id limit ${followMax}`,
    values: [workUnits(viewer)],
  })
  return rows.map((row) => ({
    ...row,
    reply_by: row.settled_on && due('reception.reply', { start: row.settled_on, ...counting }).due,
  }))
}

/** Complaints with a decision to suspend, resume, terminate or stay that has not been sent to the parties. */
export async function decisionsToSend(viewer: Viewer, sql: Sql): Promise<(Followed & { letters: StopLetter[] })[]> {
  const { rows } = await sql.query<Followed & { letters: StopLetter[] }>({
    name: 'decisions_to_send',
    text: `select unit_id, id, title, register_number, register_year,
        jsonb_path_query_array(stop_letters, '$[*] ? (@.sent_on == null)') as letters
      from complaint where unit_id = any($1::uuid[]) and jsonb_path_exists(stop_letters, '$[*] ? (@.sent_on == null)')
      order by id limit ${followMax}`,
    values: [workUnits(viewer)],
  })
  return rows
}

/** Orders of decisions that are still to be carried out, by their day; those without a day last. */
export async function ordersOwed(viewer: Viewer, sql: Sql): Promise<(Followed & { owed: Obligation })[]> {
  const { rows } = await sql.query<Followed & { owed: Obligation }>({
    name: 'orders_owed',
    text: `select c.unit_id, c.id, c.title, c.register_number, c.register_year, o.owed
      from complaint c cross join lateral jsonb_path_query(c.obligations, '$[*] ? (@.done == null)') as o(owed)
      where c.unit_id = any($1::uuid[]) and jsonb_path_exists(c.obligations, '$[*] ? (@.done == null)') and c.ended_on is null
      order by (o.owed ->> 'by_on') nulls last, c.id limit ${followMax}`,
    values: [workUnits(viewer)],
  })
  return rows
}

/** Units whose head the viewer is, those included whose work they took over. */
function headed(viewer: Viewer): string[] {
  const posts = [...viewer.positions, ...(viewer.inherited ?? [])]
  return posts.filter((post) => post.kind === 'head').map((post) => post.unit_id)
}

/** A withdrawal within 24 hours after the respondent saw the complainant. */
export type MarkedWithdrawal = Followed & { unit_name: string; marked_on: Temporal.PlainDate; state: string }

/** Those in units under the viewer's, for heads: the unit that settles does not judge its own. */
export async function markedWithdrawals(viewer: Viewer, sql: Sql): Promise<MarkedWithdrawal[]> {
  const heads = headed(viewer)
  if (heads.length === 0) return []
  const values: unknown[] = [heads, viewer.on.toString()]
  const { rows } = await sql.query<MarkedWithdrawal>({
    text: `select c.unit_id, c.id, c.title, c.register_number, c.register_year, c.state, c.withdrawal_marked_on as marked_on,
        coalesce((select u.name from unit_period u where u.unit_id = c.unit_id order by u.valid desc limit 1), '') as unit_name
      from complaint c
      where c.withdrawal_marked_on > $2::date - 366 and c.unit_id <> all($1::uuid[]) and ${visibleTo(viewer, 'c.unit_id', values)}
      order by c.withdrawal_marked_on desc, c.id limit ${followMax}`,
    values,
  })
  return rows
}

/** What cannot wait and the head has not answered, for heads of the unit. */
export async function openAlerts(viewer: Viewer, sql: Sql): Promise<(Followed & { danger: string })[]> {
  const heads = headed(viewer)
  if (heads.length === 0) return []
  const { rows } = await sql.query<Followed & { danger: string }>({
    name: 'open_alerts',
    text: `select unit_id, id, title, register_number, register_year, alert ->> 'danger' as danger from petition
      where unit_id = any($1::uuid[]) and alert is not null and alert ->> 'answered_on' is null and state <> 'sealed-away'
      order by alert ->> 'on', id limit 20`,
    values: [heads],
  })
  return rows
}

/** A dialogue as a step of a complaint (LKN 2011 Đ30): its parties are invited, or it was held. */
export type ComplaintDialogue = Pick<Followed, 'unit_id' | 'id' | 'title'> & {
  unit: string
  held_on: Temporal.PlainDate
  held: boolean
}

/** Those of the registers the viewer reads: to come, held or all; the next ones or the latest first. */
export async function complaintDialogues(
  viewer: Viewer,
  sql: Sql,
  shown: 'coming' | 'held' | 'all',
): Promise<ComplaintDialogue[]> {
  if (!viewer.positions.some((post) => holds(viewer, post.unit_id, ...registerReaders))) return []
  const values: unknown[] = []
  const seen = visibleTo(viewer, 'c.unit_id', values)
  const held = `coalesce(jsonb_typeof(c.dialogue -> 'held'), '') = 'object'`
  const which = { coming: `not ${held} and c.ended_on is null`, held, all: 'true' }[shown]
  const { rows } = await sql.query<ComplaintDialogue>(
    `select c.unit_id, c.id, c.title, ${held} as held,
       coalesce((select u.name from unit_period u where u.unit_id = c.unit_id order by u.valid desc limit 1), '') as unit,
       coalesce(c.dialogue -> 'held' ->> 'on', c.dialogue -> 'called' ->> 'held_on')::date as held_on
     from complaint c where c.dialogue is not null and ${seen} and ${which}
     order by held_on ${shown === 'coming' ? 'asc' : 'desc'}, c.id limit ${followMax}`,
    values,
  )
  return rows
}
