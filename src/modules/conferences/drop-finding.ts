/** `drop-finding`: a finding less, before the conclusion is issued. */
import { z } from 'zod'
import { action } from '../../platform/actions/action.ts'
import { fromList } from '../receptions/asked.ts'
import { entryOf, rowOf } from './asked.ts'
import { meeting } from './meeting.ts'

/** By the finding's id. */
export const dropFinding = action({
  noun: meeting,
  step: 'drop-finding',
  input: z.object({ finding_id: fromList() }),
  decide({ record, input }) {
    const row = rowOf(record)
    const finding = entryOf(row.findings, input.finding_id, 'finding_id')
    return { change: { findings: row.findings.filter((one) => one.id !== finding.id) } }
  },
})
