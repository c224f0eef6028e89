/** The work of an officer who leaves: one list, one receiver, one note; over only when nothing stays behind. */
import type { Workflow } from '../../law/law.ts'
import type { Noun, RecordRow } from '../../platform/actions/action.ts'
import { holds } from '../../platform/actions/viewer.ts'
import { openWorkOf, type WorkOf } from './open-work.ts'

/** One row of the table. */
export interface WorkHandOverRow extends RecordRow {
  from_id: string
  to_id: string
  note: string
  begun_on: Temporal.PlainDate
  /** What the officer had open that day. */
  items: readonly WorkOf[]
  ended_on: Temporal.PlainDate | null
}

type State = 'begun' | 'completed'
type Standing = 'head'
type Condition = 'receiver-is-somebody-else' | 'nothing-stays-behind'

const own = { cite: 'NĐ 30/2020 Đ31', unverified: 'recalled' } as const

/**
 * The head begins; each record then changes hands by a step of its own, and the whole is completed when the officer has
 * nothing left. What broke off half-way is begun again where it stopped.
 */
export const workHandOverWorkflow = {
  'begin-hand-over': { from: [], to: 'begun', by: ['head'], needs: ['receiver-is-somebody-else'], ...own },
  'change-receiver': { from: ['begun'], to: 'same', by: ['head'], needs: ['receiver-is-somebody-else'], ...own },
  'complete-hand-over': { from: ['begun'], to: 'completed', by: ['head'], needs: ['nothing-stays-behind'], ...own },
} as const satisfies Workflow<State, Standing, Condition>

/** What the conditions must know besides the row. */
export interface WorkHandOverFacts {
  /** Records the officer still has. */
  left: readonly WorkOf[]
}

/** The noun `work-hand-over`. */
export const workHandOver: Noun<WorkHandOverRow, WorkHandOverFacts> = {
  kind: 'work-hand-over',
  table: 'work_hand_over',
  workflow: workHandOverWorkflow,
  facts: async (sql, { record, unit_id, moment }) => {
    if (record) return { left: await openWorkOf(sql, { unit_id, account_id: record.from_id, on: moment.on }) }
    // Of two begun for one officer at once, the second waits and finds the first.
    await sql.query('select pg_advisory_xact_lock(hashtext($1))', [`work-hand-over ${unit_id}`])
    return { left: [] }
  },
  standings: ({ viewer, unit_id }) => (holds(viewer, unit_id, 'head') ? ['head'] : []),
  conditions: {
    'receiver-is-somebody-else': ({ record, input }) =>
      !input || String(input['to_id']) !== String(record?.from_id ?? input['from_id']),
    'nothing-stays-behind': ({ facts }) => facts.left.length === 0,
  },
}
