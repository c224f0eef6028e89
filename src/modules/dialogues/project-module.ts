/** Projects, consultations, opinions and requests by voters: their actions and the job that empties a finished count. */
import type { AnyAction } from '../../platform/actions/action.ts'
import type { Job } from '../../platform/jobs.ts'
import { abandonProject } from './abandon-project.ts'
import { announceProject } from './announce-project.ts'
import { changeArea } from './change-area.ts'
import { checkSheet } from './check-sheet.ts'
import { closeConsultation } from './close-consultation.ts'
import { completeProject } from './complete-project.ts'
import { correctConsultation } from './correct-consultation.ts'
import { correctOpinion } from './correct-opinion.ts'
import { correctProject } from './correct-project.ts'
import { correctTalkRequest } from './correct-talk-request.ts'
import { countAgain } from './count-again.ts'
import { declineTalkRequest } from './decline-talk-request.ts'
import { destroyMarks, destroyMarksTask } from './destroy-marks.ts'
import { drawKey } from './draw-key.ts'
import { enterSheet } from './enter-sheet.ts'
import { exemptProject } from './exempt-project.ts'
import { explainConsultation } from './explain-consultation.ts'
import { extendConsultation } from './extend-consultation.ts'
import { finishCounting } from './finish-counting.ts'
import { grantTalkRequest } from './grant-talk-request.ts'
import { linkConsultation } from './link-consultation.ts'
import { linkDialogue } from './link-dialogue.ts'
import { nameCounters } from './name-counters.ts'
import { noteProjectPromise } from './note-project-promise.ts'
import { noteTalk } from './note-talk.ts'
import { publishConsultation } from './publish-consultation.ts'
import { recordOpinion } from './record-opinion.ts'
import { recordProject } from './record-project.ts'
import { recordTalkRequest } from './record-talk-request.ts'
import { sendOpinion } from './send-opinion.ts'
import { startProject } from './start-project.ts'
import { weighOpinion } from './weigh-opinion.ts'
import { withdrawConsultation } from './withdraw-consultation.ts'

/** Actions on one record, in the order in which its page offers them, and the one that begins it at the desk. */
export const actionsOf = {
  project: [
    recordProject,
    announceProject,
    linkConsultation,
    linkDialogue,
    startProject,
    noteTalk,
    noteProjectPromise,
    changeArea,
    completeProject,
    abandonProject,
    exemptProject,
    correctProject,
  ],
  consultation: [
    publishConsultation,
    closeConsultation,
    explainConsultation,
    extendConsultation,
    withdrawConsultation,
    correctConsultation,
  ],
  opinion: [recordOpinion, weighOpinion, correctOpinion],
  'talk-request': [
    recordTalkRequest,
    nameCounters,
    drawKey,
    enterSheet,
    checkSheet,
    finishCounting,
    grantTalkRequest,
    declineTalkRequest,
    countAgain,
    correctTalkRequest,
  ],
} as const satisfies Readonly<Record<string, readonly AnyAction[]>>

/** Every action of these records. */
export const actions: readonly AnyAction[] = [...Object.values(actionsOf).flat(), sendOpinion]

/** Jobs of these records. */
export const jobs: Readonly<Record<string, Job>> = { [destroyMarksTask]: destroyMarks }
