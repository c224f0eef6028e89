/** What a unit and its head were answerable for on a day, and how it stood: read for that day, not for today. */
import type { Sql } from '../../platform/actions/action.ts'
import type { Viewer } from '../../platform/actions/viewer.ts'
import { seesUnit } from '../../platform/actions/visible.ts'
import { type OwedLine, owedOn } from '../commitments/owed.ts'
import { countedDialogues, dutyLines } from '../dialogues/duties.ts'
import { dutiesPath } from '../dialogues/project-addresses.ts'
import { headOf, type Officer } from '../people/queries.ts'
import type { GoalRow } from './goal.ts'
import { nameOn } from './readable.ts'

/** One thing owed. */
export interface DutyLine {
  kind: 'commitment' | 'goal' | 'plan' | 'study'
  unit_id: string
  id: string
  title: string
  /** Where it comes from. */
  origin: string
  since_on: Temporal.PlainDate
  due_on: Temporal.PlainDate | null
  overdue: boolean
  /** A recommendation is never overdue against a head. */
  force: 'ordered' | 'recommended'
  /** Reported as kept, and waiting for somebody's word: not overdue. */
  reported: boolean
  /** Who was head when it was said, where that is kept. */
  head_then: string | null
}

/** Dialogues of one kind held in the year by the day, against those the law asks for in that year. */
export interface DialogueLine {
  kind: string
  cite: string
  unverified: string | null
  required: number
  held: number
  href: string
}

/** What stood on the day: what was owed, overdue first, and how many ended before it. */
export interface Duties {
  unit_name: string
  on: Temporal.PlainDate
  head: Officer | null
  owed: DutyLine[]
  /** Kept in time, kept late, and ended otherwise, in the year up to the day. */
  ended: { kept: number; late: number; otherwise: number }
  instruments: number
  dialogues: DialogueLine[]
}

const units = `units(unit_id) as (select $1::uuid union select ancestors_in_office($1, $2::date))`

const owedSql = `with ${units}
select * from (
  select 'goal' as kind, p.unit_id, p.id, g.text as title, p.title as origin, g.set_on as since_on, g.by_on as due_on
  from goal g join programme p on p.unit_id = g.unit_id and p.id = g.programme_id
  where g.unit_id in (select unit_id from units) and g.set_on <= $2::date and p.issued_on <= $2::date
    and (g.ended_on is null or g.ended_on > $2::date)
  union all
  select distinct 'plan', p.unit_id, p.id, p.title, ${nameOn('p.unit_id')}, p.asked_on, p.plans_due_on
  from units m join programme p on p.asked_unit_ids ? m.unit_id::text and p.asked_on <= $2::date
    and (p.ended_on is null or p.ended_on > $2::date)
  where not exists (select from programme own where own.parent_unit_id = p.unit_id and own.parent_id = p.id
    and own.unit_id in (select unit_id from units) and own.issued_on <= $2::date)
  union all
  select 'study', i.unit_id, i.id, i.title, coalesce(i.issuer_text, ${nameOn('i.issuer_unit_id')}), i.issued_on, null
  from instrument i where i.binds ?| array(select unit_id::text from units) and i.state <> 'void'
    and greatest(i.issued_on, i.valid_from) <= $2::date and i.kind not in ('plan', 'theme-of-year') and (i.valid_until is null or i.valid_until > $2::date)
    and not exists (select from study_session s where s.instrument_unit_id = i.unit_id and s.instrument_id = i.id
      and s.state = 'held' and s.held_on <= $2::date
      and exists (select from units u where s.attendance @> jsonb_build_array(jsonb_build_object('unit_id', u.unit_id))))
) owed order by due_on nulls last, since_on, id limit 1000`

const inForceSql = `with ${units}
select count(*)::int as count, coalesce((select u.name from unit_period u where u.unit_id = $1 and u.valid @> $2::date),
  ${nameOn('$1')}, '') as unit_name
from instrument i where i.binds ?| array(select unit_id::text from units) and i.state <> 'void' and greatest(i.issued_on, i.valid_from) <= $2::date
  and (i.valid_until is null or i.valid_until > $2::date)`

/** Null for those who do not see the unit's registers. */
export async function dutiesOf(
  viewer: Viewer,
  sql: Sql,
  unit_id: string,
  on: Temporal.PlainDate,
): Promise<Duties | null> {
  if (viewer.account_id === null || !(await seesUnit(viewer, sql, unit_id))) return null
  const values = [unit_id, on.toString()]
  const owed = await sql.query<Omit<DutyLine, 'overdue' | 'force' | 'head_then' | 'reported'>>(owedSql, values)
  const promised = await owedOn(viewer, sql, unit_id, on)
  const instruments = await sql.query<{ count: number; unit_name: string }>(inForceSql, values)
  return {
    unit_name: instruments.rows[0]?.unit_name ?? '',
    on,
    head: await headOf(viewer, sql, unit_id, on),
    owed: [...promised.open.map(promisedLine), ...owed.rows.map(orderedLine)]
      .map((one) => ({ ...one, overdue: isOverdue(one, on) }))
      .sort(overdueFirst),
    ended: promised.ended,
    instruments: instruments.rows[0]?.count ?? 0,
    dialogues: await dialoguesOwed(viewer, sql, unit_id, on),
  }
}

const promisedLine = ({ text, origin_title, said_on, ...line }: OwedLine) => ({
  ...line,
  kind: 'commitment' as const,
  title: text,
  origin: origin_title,
  since_on: said_on,
})

const orderedLine = (line: Omit<DutyLine, 'overdue' | 'force' | 'head_then' | 'reported'>) => ({
  ...line,
  force: 'ordered' as const,
  reported: false,
  head_then: null,
})

const isOverdue = (one: Pick<DutyLine, 'force' | 'due_on' | 'reported'>, on: Temporal.PlainDate) =>
  one.force === 'ordered' && !one.reported && one.due_on !== null && Temporal.PlainDate.compare(one.due_on, on) < 0

/** What is overdue before what is not, the earliest day first, what has no day last. */
function overdueFirst(one: DutyLine, other: DutyLine): number {
  if (one.overdue !== other.overdue) return one.overdue ? -1 : 1
  const day = (line: DutyLine) => line.due_on?.toString() ?? '9999'
  return day(one).localeCompare(day(other)) || Temporal.PlainDate.compare(one.since_on, other.since_on)
}

async function dialoguesOwed(
  viewer: Viewer,
  sql: Sql,
  unit_id: string,
  on: Temporal.PlainDate,
): Promise<DialogueLine[]> {
  const span = { year: on.year, half: false }
  const found: DialogueLine[] = []
  for (const line of await dutyLines({ ...viewer, on }, sql, span)) {
    if (line.unit_id !== unit_id) continue
    const counted = await countedDialogues({ ...viewer, on }, sql, { ...span, unit_id, kind: line.kind })
    // One conference of residents may count for several villages: never more than the duty's own figure.
    const by_day = (counted?.rows ?? []).filter((one) => Temporal.PlainDate.compare(one.held_on, on) <= 0).length
    const { kind, cite, unverified, required } = line
    const href = `${dutiesPath}/${unit_id}/${kind}?nam=${span.year}`
    found.push({ kind, cite, unverified: unverified ?? null, required, held: Math.min(line.held, by_day), href })
  }
  return found
}

/** The last value of a goal that was typed by a day. */
export function valueOn(goal: Pick<GoalRow, 'progress'>, on: Temporal.PlainDate): number | null {
  return goal.progress.findLast((one) => one.on <= on.toString())?.value ?? null
}
