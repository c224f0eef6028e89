/** Every step of topics, papers and volumes, in the order in which their pages offer them. */
import type { AnyAction } from '../../platform/actions/action.ts'
import { acceptPaper } from './accept-paper.ts'
import { addPaperVersion } from './add-paper-version.ts'
import { askForChanges } from './ask-for-changes.ts'
import { beginVolume } from './begin-volume.ts'
import { choosePaper } from './choose-paper.ts'
import { commissionTopic } from './commission-topic.ts'
import { correctPaper } from './correct-paper.ts'
import { correctTopic } from './correct-topic.ts'
import { correctVolume } from './correct-volume.ts'
import { declinePaper } from './decline-paper.ts'
import { endTopic } from './end-topic.ts'
import { handInPaper } from './hand-in-paper.ts'
import { leaveOutPaper } from './leave-out-paper.ts'
import { makeVolume } from './make-volume.ts'
import { nameReviewers } from './name-reviewers.ts'
import { publishVolume } from './publish-volume.ts'
import { reviewPaper } from './review-paper.ts'
import { submitPaper } from './submit-paper.ts'
import { takeOffVolume } from './take-off-volume.ts'
import { withdrawPaper } from './withdraw-paper.ts'

/** Of a topic. */
export const topicActions: readonly AnyAction[] = [commissionTopic, correctTopic, endTopic]
/** Of a paper. */
export const paperActions: readonly AnyAction[] = [
  submitPaper,
  handInPaper,
  reviewPaper,
  addPaperVersion,
  askForChanges,
  nameReviewers,
  acceptPaper,
  choosePaper,
  leaveOutPaper,
  declinePaper,
  correctPaper,
  withdrawPaper,
]
/** Of a volume. */
export const volumeActions: readonly AnyAction[] = [
  beginVolume,
  makeVolume,
  correctVolume,
  publishVolume,
  takeOffVolume,
]
