/** `write-conclusion`: the words of the conclusion; who was slower than another is told, and keeps what they typed. */
import { z } from 'zod'
import { action } from '../../platform/actions/action.ts'
import { Stale } from '../../platform/actions/errors.ts'
import { longText, revision } from '../../platform/input.ts'
import { rowOf } from './asked.ts'
import { meeting } from './meeting.ts'

/** `version`: of the conclusion when the form was opened. */
export const writeConclusion = action({
  noun: meeting,
  step: 'write-conclusion',
  input: z.object({ version: revision(), text: longText(20_000) }),
  decide({ record, input, viewer, moment }) {
    const row = rowOf(record)
    if (row.conclusion_version !== input.version)
      throw new Stale(row.conclusion_by, row.conclusion_at ?? row.created_at, 'write-conclusion')
    return {
      change: {
        conclusion: input.text,
        conclusion_version: row.conclusion_version + 1,
        conclusion_by_id: viewer.account_id,
        conclusion_by: viewer.name,
        conclusion_at: moment.at,
      },
    }
  },
})
