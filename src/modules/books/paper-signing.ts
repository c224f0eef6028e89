/** A unit that signs its letters by hand: from a day on, until its head ends it. */
import type { Workflow } from '../../law/law.ts'
import type { Noun, RecordRow } from '../../platform/actions/action.ts'
import { holds } from '../../platform/actions/viewer.ts'

/** One stretch of days; `until_on` is the first day on which letters are no longer signed on paper. */
export interface PaperSigningRow extends RecordRow {
  from_on: Temporal.PlainDate
  until_on: Temporal.PlainDate | null
}

interface Facts {
  /** The unit signs on paper already. */
  in_force: boolean
}

type State = 'in-force' | 'ended'

const row = { by: ['head'], cite: 'NĐ 30/2020 Đ13, Đ15', unverified: 'own-reading' } as const

/** Taken by the head alone. */
export const paperSigningWorkflow = {
  'sign-on-paper': { ...row, from: [], to: 'in-force', needs: ['unit-does-not-sign-on-paper-yet'] },
  'stop-signing-on-paper': { ...row, from: ['in-force'], to: 'ended', needs: [] },
} as const satisfies Workflow<State, 'head', 'unit-does-not-sign-on-paper-yet'>

/** The noun `paper-signing`. */
export const paperSigning: Noun<PaperSigningRow, Facts> = {
  kind: 'paper-signing',
  table: 'paper_signing',
  workflow: paperSigningWorkflow,
  facts: async (sql, { unit_id }) => {
    const { rows } = await sql.query(`select from paper_signing where unit_id = $1 and state = 'in-force' limit 1`, [
      unit_id,
    ])
    return { in_force: rows.length > 0 }
  },
  standings: ({ viewer, unit_id }) => (holds(viewer, unit_id, 'head') ? ['head'] : []),
  conditions: { 'unit-does-not-sign-on-paper-yet': ({ facts }) => !facts.in_force },
}
