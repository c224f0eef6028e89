/** A plan for a long-running case: who brings it to an end by which day, how, and why it lies. */
import type { Workflow } from '../../law/law.ts'
import type { Noun, RecordRow, Sql } from '../../platform/actions/action.ts'
import { carries, type Viewer } from '../../platform/actions/viewer.ts'
import { holdsPosition } from '../people/queries.ts'
import type { Cause, OpenKind } from './terms.ts'

/** One row of the table. */
export interface CasePlanRow extends RecordRow {
  record_kind: OpenKind
  record_id: string
  owner_id: string
  cause: Cause
  steps: string
  due_on: Temporal.PlainDate
  ended_on: Temporal.PlainDate | null
  end_note: string | null
  follows_id: string | null
}

type State = 'open' | 'done' | 'replaced'
type Standing = 'head' | 'owner'
type Condition = 'day-has-not-passed' | 'officer-has-this-work'

const cite = 'TT 05/2021'
const own = { cite, unverified: 'own-reading' } as const

/** How plans come and go. No law fixes the steps: clearing what lies long is the head's duty. */
export const casePlanWorkflow = {
  'make-plan': { from: [], to: 'open', by: ['head'], needs: ['day-has-not-passed'], ...own },
  'correct-plan': { from: ['open'], to: 'same', by: ['head', 'owner'], needs: [], ...own },
  'finish-plan': { from: ['open'], to: 'done', by: ['owner', 'head'], needs: [], ...own },
  'replace-plan': { from: ['open'], to: 'replaced', by: ['head'], needs: ['day-has-not-passed'], ...own },
  'hand-over-plan': { from: ['open'], to: 'same', by: ['head'], needs: ['officer-has-this-work'], ...own },
} as const satisfies Workflow<State, Standing, Condition>

/** Posts that a plan can be given to. */
export const ownerKinds = ['handler', 'reception-officer', 'deputy-head', 'head'] as const

/** The noun `case-plan`. */
export const casePlan: Noun<CasePlanRow, null> = {
  kind: 'case-plan',
  table: 'case_plan',
  workflow: casePlanWorkflow,
  // Of two plans made for one record at once, the second waits and finds the first.
  facts: async (sql, { record, unit_id }) => {
    if (record === null) await sql.query('select pg_advisory_xact_lock(hashtext($1))', [`case-plan ${unit_id}`])
    return null
  },
  standings: ({ record, viewer, unit_id }) => [
    ...(carries(viewer, unit_id, 'head', 'deputy-head') ? ['head'] : []),
    ...(record && record.owner_id === viewer.account_id && carries(viewer, unit_id, ...ownerKinds) ? ['owner'] : []),
  ],
  conditions: {
    'day-has-not-passed': ({ input, moment }) =>
      !(input?.['due_on'] instanceof Temporal.PlainDate) || Temporal.PlainDate.compare(input['due_on'], moment.on) >= 0,
    'officer-has-this-work': ({ record, input }) => !input || record!.owner_id === input['from_id'],
  },
}

/** May this person own a plan of the unit today? */
export function mayOwn(viewer: Viewer, sql: Sql, owner_id: string, unit_id: string): Promise<boolean> {
  return holdsPosition(viewer, sql, owner_id, unit_id, ownerKinds)
}
