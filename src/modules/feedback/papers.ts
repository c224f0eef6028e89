/** What the file of a recommendation or an observation lacks, whatever its state. */
import type { Lacks } from '../../law/case-file.ts'
import type { Filed } from '../petitions/papers.ts'
import type { FeedbackRow } from './feedback.ts'

/** Each paper of `casePapers.feedback`. */
export const feedbackLacks: Lacks<'feedback', Filed<FeedbackRow>> = {
  handler: ({ row }) => row.handler_id === null,
  'draft-answer': ({ row }) => !row.draft,
  'signed-answer': ({ row }) => row.answered_on === null,
}
