/** The first instance that a second complaint follows: found in a register below, or told on paper. */
import { ownRespondent, type RespondentBody, type SettlingBody } from '../../law/competence.ts'
import type { ComplaintResult, ContestedKind, Field, SecondReason } from '../../law/terms.ts'
import type { Sql } from '../../platform/actions/action.ts'
import { settlerName } from '../notices/wording.ts'
import { tierOn } from './tier.ts'

/** The job by which the first instance hears of the second, whatever unit it is in. */
export const followSecondTask = 'follow-second'

/** What the second instance keeps of the first. Days are ISO text. */
export interface Earlier {
  settler: string
  /** The first decision as letters name it; null where the limit passed without one. */
  decision: string | null
  /** What it found. */
  outcome: string | null
  why: SecondReason
  /** From this day the time for a second complaint ran; null while the receipt is not recorded. */
  road_from: string | null
  filed_on: string
  /** Told on paper: no record of it is known here. */
  paper: boolean
}

/** A first-instance record as the second one reads it. */
export interface FirstInstance {
  unit_id: string
  id: string
  petition_id: string
  case_id: string
  unit_name: string
  level: string
  register_number: number | null
  register_year: number
  state: string
  instance: number
  title: string
  respondent: string
  respondent_body: RespondentBody | null
  contested: { text: string; known_on: string | null; kind?: ContestedKind }
  field: Field
  remote: boolean
  due_on: Temporal.PlainDate | null
  decided_on: Temporal.PlainDate | null
  delivered_on: Temporal.PlainDate | null
  outcome: ComplaintResult | null
  second_road: { why: string; opened_on: string; second?: { id: string; stage: string } | null } | null
  decision_number: number | null
  tier: SettlingBody | null
}

const read = `select c.unit_id, c.id, c.petition_id, c.case_id, u.name as unit_name, u.level, c.register_number, c.register_year,
    c.state, c.instance, c.title, c.respondent, c.respondent_body, c.contested, c.field, c.remote, c.due_on, c.decided_on,
    c.delivered_on, c.outcome, c.second_road,
    (select max(d.number) from document d where d.unit_id = c.unit_id and d.record_id = c.id and d.kind = 'decision') as decision_number
  from complaint c join lateral (select name, level from unit_period p where p.unit_id = c.unit_id order by p.valid desc limit 1) u on true`

type Read = Omit<FirstInstance, 'tier'>

/** By its id, as the citizen's letter names it. */
export async function firstById(sql: Sql, unit_id: string, id: string, on: Temporal.PlainDate) {
  const { rows } = await sql.query<Read>(`${read} where c.unit_id = $1 and c.id = $2`, [unit_id, id])
  return withTier(sql, rows[0], on)
}

/** By its number in the register of a unit that stands, or stood, under this one. */
export async function firstByNumber(
  sql: Sql,
  of: { unit_id: string; above: string; number: number; year: number },
  on: Temporal.PlainDate,
) {
  const { rows } = await sql.query<Read>(
    `${read} where c.unit_id = $1 and c.register_number = $3 and c.register_year = $4
       and exists (select from unit_ancestry a where a.unit_id = $1 and a.ancestor_id = $2 and a.depth > 0)`,
    [of.unit_id, of.above, of.number, of.year],
  )
  return withTier(sql, rows[0], on)
}

async function withTier(sql: Sql, row: Read | undefined, on: Temporal.PlainDate): Promise<FirstInstance | null> {
  return row ? { ...row, tier: await tierOn(sql, row.unit_id, on) } : null
}

/** A second complaint of that first one that stands in this register, whatever became of it, other than `except`. */
export async function secondHere(sql: Sql, unit_id: string, first_id: string, except: string): Promise<boolean> {
  const { rows } = await sql.query(
    `select 1 from complaint where unit_id = $1 and first_id = $2 and id <> $3 and state <> 'declined' limit 1`,
    [unit_id, first_id, except],
  )
  return rows.length > 0
}

/** Whose decision the first instance was about. */
export function respondentOf(first: FirstInstance): RespondentBody {
  return first.respondent_body ?? ownRespondent(first.tier)
}

const roadless = ['awaiting-acceptance', 'declined', 'terminated', 'settled-for-good']

/** May it be followed by a second complaint, filed on that day? (LKN 2011 Đ33) Lateness is for the settler to judge. */
export function secondMayFollow(first: FirstInstance, filed_on: Temporal.PlainDate): boolean {
  if (roadless.includes(first.state)) return false
  if (first.decided_on || first.second_road) return true
  return first.due_on !== null && Temporal.PlainDate.compare(filed_on, first.due_on) > 0
}

const results = { right: 'đúng', 'partly-right': 'đúng một phần', wrong: 'sai' } as const

/** The first instance in the words of the second. */
export function earlierOf(first: FirstInstance, filed_on: Temporal.PlainDate, road_from: string | null): Earlier {
  const decided = first.decided_on
  const [year, month, day] = String(decided ?? '').split('-')
  const limit_from = first.due_on?.toString() ?? dayBefore(first.second_road?.opened_on)
  return {
    settler: settlerName(first.level, first.unit_name),
    decision: decided ? `Quyết định số ${first.decision_number ?? '…'}/QĐ ngày ${day}/${month}/${year}` : null,
    outcome: first.outcome ? `khiếu nại ${results[first.outcome]}` : null,
    why: decided ? 'disagrees' : 'limit-passed',
    road_from: decided ? (first.delivered_on?.toString() ?? road_from) : limit_from,
    filed_on: filed_on.toString(),
    paper: false,
  }
}

/** The second road opens the day after the limit. */
function dayBefore(day: string | undefined): string | null {
  return day ? Temporal.PlainDate.from(day).subtract({ days: 1 }).toString() : null
}
