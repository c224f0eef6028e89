/** A stocktake: the open cases of one day, gone through one by one until each has a finding. */
import type { Workflow } from '../../law/law.ts'
import type { Noun, RecordRow } from '../../platform/actions/action.ts'
import { holds } from '../../platform/actions/viewer.ts'
import { registerReaders } from '../petitions/queries.ts'
import type { OpenKind } from './terms.ts'

/** A record on the list. */
export interface StocktakeItem {
  kind: OpenKind
  unit_id: string
  id: string
}

/** One row of the table. */
export interface StocktakeRow extends RecordRow {
  title: string
  kinds: readonly OpenKind[]
  days_min: number
  opened_on: Temporal.PlainDate
  /** Fixed when opened. */
  items: readonly StocktakeItem[]
  result: string | null
  closed_on: Temporal.PlainDate | null
}

/** What was found about one record; its id is made of both, so that there is one. */
export interface StocktakeFindingRow extends RecordRow {
  stocktake_id: string
  record_id: string
  finding: Finding
  note: string
  checked_by: string
  checked_on: Temporal.PlainDate
}

/** What a look at a case can find. */
export const findings = ['settle-now', 'needs-plan', 'carry-out', 'not-ours', 'ended-meanwhile', 'stays-open'] as const

/** A finding by its id. */
export type Finding = (typeof findings)[number]

const own = { cite: 'TT 05/2021', unverified: 'own-reading' } as const

/** The head opens and closes it; whoever works with the register checks off. No law fixes the steps. */
export const stocktakeWorkflow = {
  'open-stocktake': { from: [], to: 'open', by: ['head'], needs: [], ...own },
  'close-stocktake': { from: ['open'], to: 'closed', by: ['head'], needs: ['every-record-is-checked'], ...own },
} as const satisfies Workflow<'open' | 'closed', 'head', 'every-record-is-checked'>

/** One record of the list. */
export const stocktakeFindingWorkflow = {
  'check-off': { from: [], to: 'checked', by: ['officer'], needs: [], ...own },
  'correct-finding': { from: ['checked'], to: 'same', by: ['officer'], needs: [], ...own },
} as const satisfies Workflow<'checked', 'officer', never>

/** The noun `stocktake`. */
export const stocktake: Noun<StocktakeRow, { checked: number }> = {
  kind: 'stocktake',
  table: 'stocktake',
  workflow: stocktakeWorkflow,
  facts: async (sql, { record, unit_id }) => {
    const { rows } = await sql.query<{ checked: number }>(
      'select count(*)::int as checked from stocktake_finding where unit_id = $1 and stocktake_id = $2',
      [unit_id, record?.id ?? null],
    )
    return rows[0]!
  },
  standings: ({ viewer, unit_id }) => (holds(viewer, unit_id, 'head') ? ['head'] : []),
  conditions: { 'every-record-is-checked': ({ record, facts }) => facts.checked >= record!.items.length },
}

/** The noun `stocktake-finding`. */
export const stocktakeFinding: Noun<StocktakeFindingRow, null> = {
  kind: 'stocktake-finding',
  table: 'stocktake_finding',
  workflow: stocktakeFindingWorkflow,
  facts: async () => null,
  standings: ({ viewer, unit_id }) => (holds(viewer, unit_id, ...registerReaders) ? ['officer'] : []),
  conditions: {},
}
