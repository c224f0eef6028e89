/** Where reminders for a unit go: one mail address of the office, never a person's telephone. The newest counts. */
import type { Workflow } from '../../law/law.ts'
import type { Noun, RecordRow, Sql } from '../../platform/actions/action.ts'
import { holds } from '../../platform/actions/viewer.ts'

/** One row of the table. */
export interface ReportContactRow extends RecordRow {
  mail: string
  set_on: Temporal.PlainDate
}

/** Who stands directly above the unit on the day. */
export interface ReportContactFacts {
  parent_id: string | null
}

/** How an address is set; a new one takes the place of the one before. */
export const reportContactWorkflow = {
  'set-contact': {
    from: [],
    to: 'set',
    by: ['head', 'preparer', 'stand-in'],
    needs: [],
    cite: 'TT 01/2024/TT-TTCP Đ7',
    unverified: 'own-reading',
  },
} as const satisfies Workflow<'set', 'head' | 'preparer' | 'stand-in', never>

const parentOf = `select parent_id from unit_period where unit_id = $1 and valid @> $2::date`

/** The noun `report-contact`. */
export const reportContact: Noun<ReportContactRow, ReportContactFacts> = {
  kind: 'report-contact',
  table: 'report_contact',
  workflow: reportContactWorkflow,
  facts: async (sql: Sql, { unit_id, moment }) => {
    const { rows } = await sql.query<{ parent_id: string | null }>(parentOf, [unit_id, moment.on.toString()])
    return { parent_id: rows[0]?.parent_id ?? null }
  },
  standings: ({ facts, viewer, unit_id }) => [
    ...(holds(viewer, unit_id, 'head', 'deputy-head') ? ['head'] : []),
    ...(holds(viewer, unit_id, 'clerk', 'handler', 'reception-officer') ? ['preparer'] : []),
    ...(facts.parent_id && holds(viewer, facts.parent_id, 'head', 'deputy-head', 'clerk', 'handler')
      ? ['stand-in']
      : []),
  ],
  conditions: {},
}
