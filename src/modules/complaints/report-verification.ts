/** What the verification found, and whether the views of the parties still differ. */
import { z } from 'zod'
import { action } from '../../platform/actions/action.ts'
import { longText, yesNo } from '../../platform/input.ts'
import { complaint } from './complaint.ts'
import { complaintLetter, parties } from './letters.ts'

/** Where views differ a dialogue must be held before the decision (LKN 2011 Đ30). */
export const reportVerification = action({
  noun: complaint,
  step: 'report-verification',
  input: z.object({ findings: longText(), proposal: longText(4000), views_differ: yesNo() }),
  decide({ record, input, moment, facts, viewer }) {
    const { to: complainant, petition } = parties(facts)
    const { assigned_on } = record!.verification!
    const of = { complainant, petition, respondent: record!.respondent, verifier: viewer.name, assigned_on }
    const data = { ...of, ...input }
    return {
      change: { verification: { ...record!.verification!, report: { on: moment.on.toString(), ...input } } },
      documents: [complaintLetter(record!, 'verification-report', 'Báo cáo kết quả xác minh', data, facts, moment)],
    }
  },
})
