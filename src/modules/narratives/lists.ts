/** Lists that a narrative counts beside the forms: each number is the number of rows its page shows. Never a list of persons. */

import { receptionFrequencyOf } from '../../law/reception-rules.ts'
import type { Period } from '../../law/report-periods.ts'
import type { Sql } from '../../platform/actions/action.ts'
import type { Viewer } from '../../platform/actions/viewer.ts'
import { seesUnit, visibleUnits } from '../../platform/actions/visible.ts'
import { narrativeLists } from '../programmes/narrative-lists.ts'

/** One row of a list: nearly always one thing; days of reception owed are counted by unit. */
export interface ListRow {
  unit_id: string
  id: string
  kind: string
  unit: string
  title: string
  on_day: Temporal.PlainDate | null
  counts: number
}

/** Whose list, of which period, on which day. */
export interface ListAsk {
  unit_id: string
  period: Pick<Period, 'first_on' | 'last_on'>
  /** What is open is what is open on this day. */
  on: Temporal.PlainDate
}

/** Most rows that a page shows; the number counts them all. */
export const listRowsMax = 500

const inPeriod = (column: string) => `${column} between $2::date and $3::date`
const work = (where: string) =>
  `select w.unit_id, w.id, w.kind, w.title, w.due_on as on_day, 1 as counts from work_item w where ${where} and w.unit_id in (select unit_id from tree)`
const plan = (where: string, day: string) =>
  `select p.unit_id, p.id, 'case-plan' as kind, p.steps as title, ${day} as on_day, 1 as counts from case_plan p
   where ${where} and ($5::text is null or p.cause = $5) and p.unit_id in (select unit_id from tree)`
const grievance = (where: string, day: string) =>
  `select g.unit_id, g.id, 'grievance' as kind, g.title, ${day} as on_day, 1 as counts from grievance g
   where ${where} and g.unit_id in (select unit_id from tree)`
const demand = (where: string) =>
  `select d.unit_id, d.id, 'overdue-demand' as kind, '' as title, d.demanded_on as on_day, 1 as counts from overdue_demand d
   where ${where} and d.subordinate_id in (select unit_id from tree)`

const dialogue = (where: string, counts: string) =>
  `select d.unit_id, d.id, 'dialogue' as kind, d.title, d.held_on as on_day, ${counts} as counts from dialogue d
   where d.state in ('held', 'published', 'answered') and ${where} and d.unit_id in (select unit_id from tree)`
const questions = (states: string) =>
  `(select count(*)::int from dialogue_question q where q.unit_id = d.unit_id and q.dialogue_id = d.id and q.state in (${states}))`
/** Said at a dialogue of the period; the words of a promise are read on its own page. */
const promised = (where: string) =>
  `select c.unit_id, c.id, 'commitment' as kind, c.origin_title as title, c.due_on as on_day, 1 as counts from commitment c
   where c.origin_kind = 'dialogue' and ${inPeriod('c.said_on')} and ${where} and c.origin_unit_id in (select unit_id from tree)`

const consultation = (counts: string) =>
  `select k.unit_id, k.id, 'consultation' as kind, k.title, k.published_on as on_day, ${counts} as counts from consultation k
   where k.state <> 'withdrawn' and ${inPeriod('k.published_on')} and k.unit_id in (select unit_id from tree)`
/** Ordered, its day gone, and nobody has said that it is done. */
const late = `(c.state = 'made' and c.ended_on is null and c.force = 'ordered' and c.due_on < $4::date)`
/** What units of the tree owe, wherever it was said; its words and its head stand on its own page alone. */
const commitment = (where: string) =>
  `select c.unit_id, c.id, 'commitment' as kind, c.origin_title as title, c.due_on as on_day, 1 as counts from commitment c
   where ${where} and c.unit_id in (select unit_id from tree)`

/** `$1` unit ids come as the table `tree`; `$2`, `$3` the period, `$4` the day, `$5` what the list is narrowed to. */
const queries = {
  overdue: work('w.due_on < $4::date and not w.suspended'),
  suspended: work('w.suspended'),
  'plans-open': plan(`p.state = 'open'`, 'p.due_on'),
  'plans-late': plan(`p.state = 'open' and p.due_on < $4::date`, 'p.due_on'),
  'plans-finished': plan(`p.state = 'done' and ${inPeriod('p.ended_on')}`, 'p.ended_on'),
  'grievances-open': grievance('g.ended_on is null', 'g.target_on'),
  'grievances-ended': grievance(inPeriod('g.ended_on'), 'g.ended_on'),
  'demands-made': demand(inPeriod('d.demanded_on')),
  'demands-open': demand(`d.state in ('demanded', 'escalated')`),
  'dialogues-held': dialogue(inPeriod('d.held_on'), '1'),
  'dialogue-questions': dialogue(
    inPeriod('d.held_on'),
    questions(`'asked', 'grouped', 'answered', 'set-aside', 'handed-to-petitions'`),
  ),
  'dialogue-answers': dialogue(inPeriod('d.held_on'), questions(`'answered'`)),
  'dialogue-results-owed': dialogue(`d.state = 'held' and d.publish_by_on < $4::date`, '1'),
  'dialogue-promises': promised('true'),
  'dialogue-promises-kept': promised(`c.state = 'kept'`),
  'dialogue-promises-late': promised(`c.ended_on is null and c.due_on < $4::date`),
  'residents-conferences': dialogue(`d.kind = 'residents-conference' and ${inPeriod('d.held_on')}`, '1'),
  'front-conferences': dialogue(`d.kind = 'front-conference' and ${inPeriod('d.held_on')}`, '1'),
  'consultations-published': consultation('1'),
  'consultation-opinions': consultation(
    '(select coalesce(sum(o.people), 0)::int from opinion o where o.unit_id = k.unit_id and o.consultation_id = k.id)',
  ),
  'projects-announced': `select j.unit_id, j.id, 'project' as kind, j.title, j.announced_on as on_day, 1 as counts from project j
    where ${inPeriod('j.announced_on')} and j.unit_id in (select unit_id from tree)`,
  'meetings-held': `select m.unit_id, m.id, 'meeting' as kind, m.title, m.held_on as on_day, 1 as counts from meeting m
    where m.state in ('held', 'concluded', 'closed') and ${inPeriod('m.held_on')} and m.unit_id in (select unit_id from tree)`,
  'commitments-kept': commitment(`c.state = 'kept' and ${inPeriod('c.kept_on')}`),
  'commitments-open': commitment(`c.ended_on is null and c.force = 'ordered' and not ${late}`),
  'commitments-late': commitment(late),
  'field-visits': `select v.unit_id, v.id, 'field-visit' as kind, v.place as title, v.held_on as on_day, 1 as counts from field_visit v
    where ${inPeriod('v.held_on')} and v.unit_id in (select unit_id from tree)`,
  ...narrativeLists,
} as const

/** A list by its name. */
export type ListName = keyof typeof queries | 'reception-days-owed'

/** All lists in the order in which a writer is shown them. */
export const listNames: readonly ListName[] = [
  'reception-days-owed',
  // Keys of a closed record.
  ...(Object.keys(queries) as (keyof typeof queries)[]),
]

/** Lists that may be narrowed: `{{list:plans-open:papers-missing}}`. */
export const narrowed: readonly ListName[] = ['plans-open', 'plans-late', 'plans-finished']

/** Is this text the name of a list? */
export function isListName(name: string): name is ListName {
  return listNames.some((one) => one === name)
}

/** The rows of a list, and how many there are in all; nothing for those who do not see the unit's register. */
export async function listOf(
  viewer: Viewer,
  sql: Sql,
  ask: ListAsk,
  list: ListName,
  of: string | null,
): Promise<{ count: number; rows: ListRow[] }> {
  if (!(await seesUnit(viewer, sql, ask.unit_id))) return { count: 0, rows: [] }
  const rows = list === 'reception-days-owed' ? await daysOwed(sql, ask) : await read(viewer, sql, ask, list, of)
  return { count: rows.count, rows: rows.rows }
}

/** A list and what it is narrowed to. */
export interface WantedList {
  list: ListName
  of: string | null
}

/** One text for a list, narrowed or not. */
export const listKey = ({ list, of }: WantedList): string => (of === null ? list : `${list}:${of}`)

/** How many rows these lists have, asked together, by `listKey`; nothing for those who do not see the unit's register. */
export async function countsOf(
  viewer: Viewer,
  sql: Sql,
  ask: ListAsk,
  lists: readonly WantedList[],
): Promise<Map<string, number>> {
  const counts = new Map<string, number>()
  if (lists.length === 0 || !(await seesUnit(viewer, sql, ask.unit_id))) return counts
  const { first_on, last_on } = ask.period
  const tree = treeOf(viewer, ask, 5)
  const values: unknown[] = [ask.unit_id, first_on.toString(), last_on.toString(), ask.on.toString(), ...tree.values]
  const parts = lists.flatMap(({ list, of }) => {
    if (list === 'reception-days-owed') return []
    const narrow = `$${values.push(of)}`
    const key = `$${values.push(listKey({ list, of }))}`
    return `select ${key}::text as key, coalesce(sum(l.counts), 0)::int as count from (${queries[list].replaceAll('$5', narrow)}
      and $4::date is not null and $2::date <= $3::date and coalesce(${narrow}::text, '') is not null) l`
  })
  if (parts.length > 0) {
    const { rows } = await sql.query<{ key: string; count: number }>(
      `with tree(unit_id) as materialized (select $1::uuid union (${tree.sql})) ${parts.join(' union all ')}`,
      values,
    )
    for (const row of rows) counts.set(row.key, row.count)
  }
  if (lists.some(({ list }) => list === 'reception-days-owed'))
    counts.set('reception-days-owed', (await daysOwed(sql, ask)).count)
  return counts
}

/** The unit's own registers, those below it, and those of the units that they took over. */
const treeOf = (viewer: Viewer, ask: ListAsk, first_parameter: number) =>
  visibleUnits({ ...viewer, sees_all: false, visible_root_ids: [ask.unit_id], on: ask.on }, first_parameter)

const nameOf = `coalesce((select u.name from unit_period u where u.unit_id = l.unit_id order by u.valid desc limit 1), '') as unit`

async function read(viewer: Viewer, sql: Sql, ask: ListAsk, list: keyof typeof queries, of: string | null) {
  const { first_on, last_on } = ask.period
  const tree = treeOf(viewer, ask, 6)
  const { rows } = await sql.query<ListRow & { of_all: number }>(
    `with tree(unit_id) as materialized (select $1::uuid union (${tree.sql})), l as (${queries[list]}
       and $4::date is not null and $2::date <= $3::date and coalesce($5::text, '') is not null)
     select l.*, ${nameOf}, (sum(l.counts) over ())::int as of_all from l order by l.on_day nulls last, l.id limit ${listRowsMax}`,
    [ask.unit_id, first_on.toString(), last_on.toString(), ask.on.toString(), of, ...tree.values],
  )
  return { count: rows[0]?.of_all ?? 0, rows: rows.map(({ of_all: _, ...row }) => row) }
}

/** Days of reception that heads owe in the days of the period that have passed: of the unit, and of those below that have told any figure. */
async function daysOwed(sql: Sql, { unit_id, period, on }: ListAsk): Promise<{ count: number; rows: ListRow[] }> {
  const { rows } = await sql.query<{
    unit_id: string
    unit: string
    level: string
    from_on: Temporal.PlainDate | null
  }>(
    `select p.unit_id, p.name as unit, p.level, min(lower(o.valid)) as from_on
     from unit_ancestry a join unit_period p on p.unit_id = a.unit_id and p.valid @> $2::date
     join unit_period o on o.unit_id = p.unit_id
     where a.ancestor_id = $1 and a.valid @> $2::date and p.level in ('province', 'commune') and (p.unit_id = $1
       or exists (select from balance b where b.unit_id = p.unit_id and b.quarter_on between $3::date and $2::date)
       or exists (select from posting t where t.unit_id = p.unit_id and not t.folded and t.on_day between $3::date and $2::date))
     group by 1, 2, 3 order by p.level desc, p.name collate "vi-x-icu", p.unit_id limit 4000`,
    [unit_id, period.last_on.toString(), period.first_on.toString()],
  )
  const last = earlier(period.last_on, on)
  const owed = rows.map((row): ListRow => {
    const first = row.from_on === null ? period.first_on : later(period.first_on, row.from_on)
    return {
      unit_id: row.unit_id,
      id: row.unit_id,
      kind: 'reception-days-owed',
      unit: row.unit,
      title: row.unit,
      on_day: null,
      counts: owedIn(row.level, first, last),
    }
  })
  return { count: owed.reduce((sum, row) => sum + row.counts, 0), rows: owed.slice(0, listRowsMax) }
}

const earlier = (a: Temporal.PlainDate, b: Temporal.PlainDate) => (Temporal.PlainDate.compare(a, b) < 0 ? a : b)
const later = (a: Temporal.PlainDate, b: Temporal.PlainDate) => (Temporal.PlainDate.compare(a, b) < 0 ? b : a)

/** Whole weeks or months alone are owed: a week cut by the end of the period belongs to neither. */
export function owedIn(level: string, first: Temporal.PlainDate, last: Temporal.PlainDate): number {
  if (Temporal.PlainDate.compare(last, first) < 0) return 0
  const row = receptionFrequencyOf(level, last)
  if (!row) return 0
  const until = last.add({ days: 1 })
  const spans =
    row.per === 'week'
      ? Math.floor(first.until(until, { largestUnit: 'days' }).days / 7)
      : first.until(until, { largestUnit: 'months' }).months
  return spans * row.days
}
