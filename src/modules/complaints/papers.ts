/** What the file of a complaint lacks, whatever its state. */
import type { Lacks } from '../../law/case-file.ts'
import { dialogueIsMandatory } from '../../law/complaint-limits.ts'
import type { Filed } from '../petitions/papers.ts'
import type { PetitionRow } from '../petitions/petition.ts'
import type { ComplaintRow } from './complaint.ts'
import { courseOf } from './second.ts'
import { isEnforced } from './side-paths.ts'

/** Each paper of `casePapers.complaint`. */
export const complaintLacks: Lacks<'complaint', Filed<ComplaintRow> & { petition: Pick<PetitionRow, 'signature'> }> = {
  signature: ({ petition }) => petition.signature === null,
  evidence: ({ files }) => files === 0,
  'acceptance-notice': ({ row }) => row.accepted_on === null,
  'verification-task': ({ row }) => row.verifier_id === null,
  'verification-report': ({ row }) => row.verification?.report == null,
  'dialogue-notice': ({ row }) => mustMeet(row) && row.dialogue?.called == null && row.dialogue?.held == null,
  'dialogue-minutes': ({ row }) => mustMeet(row) && row.dialogue?.held == null,
  decision: ({ row }) => row.decision === null,
  'decision-sent': ({ row }) => row.sent_on === null,
  'receipt-day': ({ row }) => row.delivered_on === null,
  'legal-effect': ({ row }) => row.in_effect_on === null,
  'enforcement-evidence': ({ row }) => !isEnforced(row),
}

function mustMeet(row: ComplaintRow): boolean {
  return dialogueIsMandatory(courseOf(row)) || row.verification?.report?.views_differ === true
}
