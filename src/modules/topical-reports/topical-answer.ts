/** What one unit answers to a question list in one round. */
import {
  type TopicalAnswerCondition,
  type TopicalAnswerStanding,
  type TopicalAnswerState,
  topicalAnswerWorkflow,
} from '../../law/topical-workflow.ts'
import type { Noun, RecordRow, Sql } from '../../platform/actions/action.ts'
import { carries, holds } from '../../platform/actions/viewer.ts'
import type { Answers } from './question.ts'
import type { TopicalCallRow } from './topical-call.ts'

/** A version that was followed by another. */
export interface EarlierAnswer {
  version: number
  answers: Answers
  nothing: boolean
  /** When the next one took its place. */
  until: string
  by: string
  /** Why the next one took its place. */
  reason: string
}

/** One row of the table. */
export interface TopicalAnswerRow extends RecordRow {
  state: TopicalAnswerState
  call_unit_id: string
  call_id: string
  round: number
  answers: Answers
  /** Nothing to report: an answer of its own. */
  nothing: boolean
  asked_at: Temporal.Instant
  handed_in_at: Temporal.Instant | null
  answered_by: string | null
  /** Typed in by the asking side, for a unit with nobody in office here. */
  by_stand_in: boolean
  version: number
  earlier: readonly EarlierAnswer[]
}

/** What conditions and decisions need besides the row; all null or empty while it does not exist. */
export interface TopicalAnswerFacts {
  call: TopicalCallRow | null
  /** Somebody of the unit, or of those that carry its work on, is in office here. */
  is_staffed: boolean
  /** Units directly above it. */
  parent_ids: readonly string[]
}

const around = `
select exists (select from position q join heirs_of($1, $2::date) h(id) on h.id = q.unit_id where q.state <> 'void'
    and q.from_on <= $2::date and (q.until_on is null or $2::date < q.until_on)
    and q.kind in ('head', 'deputy-head', 'clerk', 'handler', 'reception-officer')) as is_staffed,
  array(select distinct p.parent_id from heirs_of($1, $2::date) h(id) join unit_period p on p.unit_id = h.id and p.valid @> $2::date
    where p.parent_id is not null) as parent_ids`

/** The call that an answer belongs to. */
export async function callOf(sql: Sql, unit_id: string, id: string): Promise<TopicalCallRow | null> {
  const text = 'select * from topical_call where unit_id = $1 and id = $2'
  const { rows } = await sql.query<TopicalCallRow>({ name: 'topical-call', text, values: [unit_id, id] })
  return rows[0] ?? null
}

const officers = ['head', 'deputy-head', 'clerk', 'handler', 'reception-officer'] as const

/** The noun `topical-answer`. */
export const topicalAnswer: Noun<TopicalAnswerRow, TopicalAnswerFacts> = {
  kind: 'topical-answer',
  table: 'topical_answer',
  workflow: topicalAnswerWorkflow,
  facts: async (sql, { record, unit_id, moment }) => {
    if (record === null) return { call: null, is_staffed: true, parent_ids: [] }
    const call = await callOf(sql, record.call_unit_id, record.call_id)
    type Around = Omit<TopicalAnswerFacts, 'call'>
    const { rows } = await sql.query<Around>(around, [unit_id, moment.on.toString()])
    return { call, ...rows[0]! }
  },
  standings: ({ record, facts, viewer, unit_id }): TopicalAnswerStanding[] => {
    if (viewer.via === 'clock') return ['clock']
    if (record === null) return []
    if (carries(viewer, unit_id, ...officers)) return ['answerer']
    const above = [record.call_unit_id, ...facts.parent_ids]
    return !facts.is_staffed && above.some((id) => holds(viewer, id, ...officers)) ? ['stand-in'] : []
  },
  conditions: {
    'call-is-open': ({ record, facts }) => record === null || facts.call?.state === 'published',
  } satisfies Record<TopicalAnswerCondition, Noun<TopicalAnswerRow, TopicalAnswerFacts>['conditions'][string]>,
}
