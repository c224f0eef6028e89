/** A superior's demand on a unit directly below: the overdue records of one day, the day for the answer, a new day for each. */
import { overdueDemandWorkflow } from '../../law/overdue-demand-workflow.ts'
import type { Noun, RecordRow, Sql } from '../../platform/actions/action.ts'
import { carries, holds } from '../../platform/actions/viewer.ts'
import { type Counting, countingOf } from '../calendars/counting.ts'
import { type Letterhead, letterhead } from '../notices/letterhead.ts'
import type { OpenKind } from './terms.ts'

/** An overdue record as it stood on the day of the demand. */
export interface OverdueItem {
  kind: OpenKind
  unit_id: string
  id: string
  due_on: string
  /** Days past the due day. */
  days: number
}

/** The new day of one record. */
export interface NewDay {
  id: string
  new_on: string
}

/** One row of the table. */
export interface OverdueDemandRow extends RecordRow {
  subordinate_id: string
  items: readonly OverdueItem[]
  note: string
  demanded_on: Temporal.PlainDate
  answer_by: Temporal.PlainDate
  escalated_on: Temporal.PlainDate | null
  answer: string | null
  new_days: readonly NewDay[] | null
  answered_on: Temporal.PlainDate | null
  ended_on: Temporal.PlainDate | null
  end_note: string | null
}

/** What decisions need besides the row. */
export interface OverdueDemandFacts extends Counting {
  letterhead: Letterhead
  /** Units directly below on the day. */
  below: readonly string[]
  /** Of these, the ones that owe an answer already. */
  asked: readonly string[]
}

const typedDay = (input: Readonly<Record<string, unknown>> | null, field: string) =>
  input?.[field] instanceof Temporal.PlainDate ? (input[field] as Temporal.PlainDate) : null

/** Most records that one demand lists. */
export const itemsMax = 100

/** The noun `overdue-demand`. */
export const overdueDemand: Noun<OverdueDemandRow, OverdueDemandFacts> = {
  kind: 'overdue-demand',
  table: 'overdue_demand',
  workflow: overdueDemandWorkflow,
  facts: async (sql, { record, unit_id, moment }) => {
    // Of two demands made on one unit at once, the second waits and finds the first.
    if (record === null) await sql.query('select pg_advisory_xact_lock(hashtext($1))', [`overdue-demand ${unit_id}`])
    const { rows } = await sql.query<{ unit_id: string; asked: boolean }>(
      `select u.unit_id, exists (select from overdue_demand d where d.unit_id = $1 and d.subordinate_id = u.unit_id
         and d.state in ('demanded', 'escalated')) as asked
       from unit_period u where u.parent_id = $1 and u.valid @> $2::date`,
      [unit_id, moment.on.toString()],
    )
    return {
      ...(await countingOf(sql)),
      letterhead: await letterhead(sql, unit_id, moment.on),
      below: rows.map((one) => one.unit_id),
      asked: rows.filter((one) => one.asked).map((one) => one.unit_id),
    }
  },
  standings: ({ record, viewer, unit_id }) => [
    ...(holds(viewer, unit_id, 'head') ? ['head'] : []),
    ...(record !== null && carries(viewer, record.subordinate_id, 'head') ? ['subordinate'] : []),
  ],
  conditions: {
    'unit-is-directly-below': ({ input, facts }) => !input || facts.below.includes(String(input['subordinate_id'])),
    'no-demand-on-it-is-open': ({ input, facts }) => !input || !facts.asked.includes(String(input['subordinate_id'])),
    'answer-day-is-ahead': ({ input, moment }) => {
      const by = typedDay(input, 'answer_by')
      return by === null || Temporal.PlainDate.compare(by, moment.on) > 0
    },
    'answer-day-has-passed': ({ record, moment }) => Temporal.PlainDate.compare(record!.answer_by, moment.on) < 0,
    // Of `correct` only where it mends the days.
    'every-record-has-a-day': ({ record, input, moment }) => {
      if (!input || (record!.answered_on !== null && input['new_days'] === undefined)) return true
      if (record!.answered_on === null && input['reason'] !== undefined) return true
      const days = (input['new_days'] ?? []) as readonly { id: string; new_on: Temporal.PlainDate }[]
      const ahead = days.every((one) => Temporal.PlainDate.compare(one.new_on, moment.on) >= 0)
      const all = record!.items.every((item) => days.some((one) => one.id === item.id))
      return ahead && all && days.length === record!.items.length
    },
  },
}

/** Records of a unit, and of those it took over, whose due day has passed; suspended ones have none. The latest last. */
export async function overdueOf(sql: Sql, unit_id: string, on: Temporal.PlainDate): Promise<OverdueItem[]> {
  const { rows } = await sql.query<OverdueItem>(
    `select kind, unit_id, id, due_on::text as due_on, $2::date - due_on as days from work_item
     where unit_id in (select $1::uuid union select ancestors_in_office($1, $2::date)) and not suspended
       and due_on < $2::date order by due_on, id limit ${itemsMax + 1}`,
    [unit_id, on.toString()],
  )
  return rows
}
