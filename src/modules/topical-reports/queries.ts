/** What a viewer may read of topical reports: calls of units they see, and the answers of units they see or asked. */
import { type Happened, happenedTo } from '../../platform/actions/timeline.ts'
import { carries, holds, type Viewer } from '../../platform/actions/viewer.ts'
import { seesUnit, visibleTo } from '../../platform/actions/visible.ts'
import type { Queryable } from '../../platform/database.ts'
import type { UnitAnswer } from './roll-up.ts'
import { callOf, type TopicalAnswerRow } from './topical-answer.ts'
import { publisherKinds, type Round, type TopicalCallRow } from './topical-call.ts'

/** A call with the name of who asks, and whether the viewer reads all of it or only what units below them answered. */
export interface ShownCall extends TopicalCallRow {
  unit_name: string
  whole: boolean
}

const nameOf = (column: string) =>
  `(select p.name from unit_period p where p.unit_id = ${column} order by p.valid desc limit 1)`

/** Does the viewer read what every unit asked has answered? */
async function readsWhole(viewer: Viewer, sql: Queryable, unit_id: string): Promise<boolean> {
  const kinds = [...publisherKinds, 'handler', 'reception-officer'] as const
  return carries(viewer, unit_id, ...kinds) || seesUnit(viewer, sql, unit_id)
}

/** One call; as to a stranger where neither it nor an answer to it is the viewer's to read. */
export async function callById(viewer: Viewer, sql: Queryable, unit_id: string, id: string): Promise<ShownCall | null> {
  if (viewer.account_id === null) return null
  const row = await callOf(sql, unit_id, id)
  if (!row) return null
  const { rows } = await sql.query<{ name: string }>(`select ${nameOf('$1::uuid')} as name`, [unit_id])
  const shown = { ...row, unit_name: rows[0]?.name ?? '' }
  if (await readsWhole(viewer, sql, unit_id)) return { ...shown, whole: true }
  const values: unknown[] = [unit_id, id]
  const seen = visibleTo(viewer, 'a.unit_id', values)
  const below = await sql.query(
    `select from topical_answer a where a.call_unit_id = $1 and a.call_id = $2 and ${seen} limit 1`,
    values,
  )
  return (below.rowCount ?? 0) > 0 ? { ...shown, whole: false } : null
}

/** A call in a list. */
export interface CallLine {
  unit_id: string
  id: string
  unit_name: string
  title: string
  state: TopicalCallRow['state']
  round: number
  due_at: Temporal.Instant
  asked: number
  answered: number
}

/** Calls per page of the list. */
export const listLength = 50

/** Calls of the viewer's units and of those below them, the newest first. */
export async function callsOf(viewer: Viewer, sql: Queryable): Promise<CallLine[]> {
  if (viewer.account_id === null) return []
  const values: unknown[] = []
  const seen = visibleTo(viewer, 'c.unit_id', values)
  const found = await sql.query<CallLine>(
    `select c.unit_id, c.id, ${nameOf('c.unit_id')} as unit_name, c.title, c.state, c.round, c.due_at,
       coalesce(n.asked, 0) as asked, coalesce(n.answered, 0) as answered
     from topical_call c left join lateral (
       select count(*)::int as asked, count(*) filter (where a.state = 'handed-in')::int as answered
       from topical_answer a where a.call_unit_id = c.unit_id and a.call_id = c.id and a.round = c.round) n on true
     where ${seen} order by c.prepared_on desc, c.id desc limit ${listLength}`,
    values,
  )
  return found.rows
}

/** An answer that somebody owes, with what is asked. */
export interface AnswerLine {
  unit_id: string
  id: string
  unit_name: string
  asking: string
  title: string
  state: TopicalAnswerRow['state']
  round: number
  due_at: Temporal.Instant
}

/** What the viewer's own units, and those they took over, still have to answer: the nearest hour first. */
export async function owedBy(viewer: Viewer, sql: Queryable): Promise<AnswerLine[]> {
  const posts = [...viewer.positions, ...(viewer.inherited ?? [])]
  const units = posts.filter(
    ({ kind }) => kind !== 'front-supervisor' && kind !== 'administrator' && kind !== 'custodian',
  )
  if (viewer.account_id === null || units.length === 0) return []
  const found = await sql.query<AnswerLine>(
    `select a.unit_id, a.id, ${nameOf('a.unit_id')} as unit_name, ${nameOf('c.unit_id')} as asking, c.title, a.state, a.round,
       c.due_at
     from topical_answer a join topical_call c on c.unit_id = a.call_unit_id and c.id = a.call_id
     where a.unit_id = any($1::uuid[]) and a.state <> 'handed-in' and c.state = 'published' and a.round = c.round
     order by c.due_at, a.unit_id limit 100`,
    [units.map(({ unit_id }) => unit_id)],
  )
  return found.rows
}

/** An answer with its unit's name. */
export interface ShownAnswer extends TopicalAnswerRow {
  unit_name: string
}

/** One answer with its call; as to a stranger where the viewer sees neither the unit nor who asked. */
export async function answerById(
  viewer: Viewer,
  sql: Queryable,
  unit_id: string,
  id: string,
): Promise<{ row: ShownAnswer; call: ShownCall } | null> {
  if (viewer.account_id === null) return null
  const found = await sql.query<ShownAnswer>(
    `select a.*, ${nameOf('a.unit_id')} as unit_name from topical_answer a where unit_id = $1 and id = $2`,
    [unit_id, id],
  )
  const row = found.rows[0]
  if (!row) return null
  const call = await callById(viewer, sql, row.call_unit_id, row.call_id)
  return call && (call.whole || (await seesUnit(viewer, sql, unit_id))) ? { row, call } : null
}

const answersSql = (seen: string) => `
select a.unit_id, a.id, a.state, a.answers, a.nothing, a.handed_in_at, a.answered_by, a.by_stand_in, a.version,
  coalesce(p.name, ${nameOf('a.unit_id')}) as name, p.code, coalesce(up.unit_id, a.unit_id) as group_id,
  coalesce(up.name, p.name, '') as group_name, coalesce(up.code, p.code) as group_code,
  exists (select from topical_mail m where m.unit_id = a.unit_id and m.answer_id = a.id and m.kind = 'reminder') as reminded
from topical_answer a
left join unit_period p on p.unit_id = a.unit_id and p.valid @> $4::date
left join lateral (select g.unit_id, g.name, g.code from unit_ancestry n join unit_period g on g.unit_id = n.ancestor_id
    and g.valid @> $4::date and g.level = 'province' where n.unit_id = a.unit_id and n.valid @> $4::date limit 1) up on true
where a.call_unit_id = $1 and a.call_id = $2 and a.round = $3 and ${seen}
order by p.code nulls last, p.name collate "vi-x-icu", a.unit_id`

/** What every unit asked in a round has answered, as far as the viewer may see, on the tree of the round's day. */
export async function answersOf(
  viewer: Viewer,
  sql: Queryable,
  call: ShownCall,
  round: Round,
  on: Temporal.PlainDate,
): Promise<UnitAnswer[]> {
  if (viewer.account_id === null) return []
  const values: unknown[] = [call.unit_id, call.id, round.no, on.toString()]
  const seen = call.whole ? 'true' : visibleTo(viewer, 'a.unit_id', values)
  const found = await sql.query<UnitAnswer>(answersSql(seen), values)
  return found.rows
}

/** What happened to a call or an answer so far. */
export function historyOf(
  viewer: Viewer,
  sql: Queryable,
  row: { unit_id: string; id: string },
  kind: 'topical-call' | 'topical-answer',
): Promise<Happened[]> {
  return viewer.account_id === null ? Promise.resolve([]) : happenedTo(sql, row, [kind])
}

/** Units in whose name the viewer may ask. */
export async function askingUnits(viewer: Viewer, sql: Queryable): Promise<{ id: string; name: string }[]> {
  const own = viewer.positions.filter(({ unit_id }) => holds(viewer, unit_id, ...publisherKinds))
  if (own.length === 0) return []
  const found = await sql.query<{ id: string; name: string }>(
    `select unit_id as id, name from unit_period where unit_id = any($1::uuid[]) and valid @> $2::date and level <> 'village'
     order by name collate "vi-x-icu"`,
    [own.map(({ unit_id }) => unit_id), viewer.on.toString()],
  )
  return found.rows
}
