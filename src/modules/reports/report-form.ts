/** A report form added by file: looked at over the last period first, then put in force, and taken back. */
import type { Form } from '../../law/form-parts.ts'
import type { Workflow } from '../../law/law.ts'
import type { Noun, RecordRow } from '../../platform/actions/action.ts'
import { type AddedForm, readFormFile } from './form-file.ts'
import { formsInUse } from './forms-in-use.ts'
import { keepsForms } from './send-day.ts'

/** A row of `report_form`. */
export interface ReportFormRow extends RecordRow {
  code: string
  instrument: string
  from_on: Temporal.PlainDate
  until_on: Temporal.PlainDate | null
  form: AddedForm
  added_on: Temporal.PlainDate
  in_force_on: Temporal.PlainDate | null
}

type State = 'added' | 'in-force' | 'taken-back'
type Standing = 'administrator'
type Condition = 'days-of-the-form-are-free'

const cite = 'TT 01/2024/TT-TTCP'

/** How a form comes and goes. */
export const reportFormWorkflow = {
  'add-form': { from: [], to: 'added', by: ['administrator'], needs: [], cite, unverified: 'own-reading' },
  'put-in-force': {
    from: ['added'],
    to: 'in-force',
    by: ['administrator'],
    needs: ['days-of-the-form-are-free'],
    cite,
    unverified: 'own-reading',
  },
  'take-back-form': {
    from: ['added', 'in-force'],
    to: 'taken-back',
    by: ['administrator'],
    needs: [],
    cite,
    unverified: 'own-reading',
  },
} as const satisfies Workflow<State, Standing, Condition>

/** What the conditions must know besides the row: every version in force. */
export interface ReportFormFacts {
  in_use: readonly Form[]
}

/** The noun `report-form`. */
export const reportForm: Noun<ReportFormRow, ReportFormFacts> = {
  kind: 'report-form',
  table: 'report_form',
  workflow: reportFormWorkflow,
  facts: async (sql) => {
    // Two that put forms in force at once stand in line.
    await sql.query(`select pg_advisory_xact_lock(hashtext('report-form'))`)
    return { in_use: await formsInUse(sql as Parameters<typeof formsInUse>[0]) }
  },
  standings: ({ viewer, unit_id }) => keepsForms(viewer, unit_id),
  conditions: {
    'days-of-the-form-are-free': ({ record, facts }) =>
      record === null || readFormFile(JSON.stringify(record.form), facts.in_use).form !== null,
  },
}
