/** The head reports that it was kept, and shows what came of it: a task without evidence of effect has no end. */
import { z } from 'zod'
import { action } from '../../platform/actions/action.ts'
import { longText } from '../../platform/input.ts'
import { attachmentRows, attachments } from '../petitions/inputs.ts'
import { commitment } from './commitment.ts'

/** The day of the report is the day it was kept, once somebody confirms. */
export const reportKept = action({
  noun: commitment,
  step: 'report-kept',
  input: z.object({ evidence: longText(4000), files: attachments() }),
  decide: ({ input, viewer, moment, id }) => ({
    change: { evidence: input.evidence, reported_on: moment.on, reported_by: viewer.account_id },
    rows: attachmentRows(input.files, { record_kind: 'commitment', record_id: id }, { viewer, on: moment.on }),
  }),
})
