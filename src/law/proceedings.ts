/** All workflows of the book under the noun of the record that walks them. */
import { commitmentFinals, commitmentWorkflow } from './commitment-workflow.ts'
import { complaintFinals, complaintWorkflow } from './complaint-workflow.ts'
import { denunciationFinals } from './denunciation-terms.ts'
import { denunciationWorkflow } from './denunciation-workflow.ts'
import {
  dialogueFinals,
  dialogueQuestionFinals,
  dialogueQuestionWorkflow,
  dialogueWorkflow,
} from './dialogue-workflow.ts'
import { feedbackFinals, feedbackWorkflow } from './feedback-workflow.ts'
import { grievanceFinals, grievanceWorkflow } from './grievance-workflow.ts'
import { hotspotPlanFinals, hotspotPlanWorkflow } from './hotspot-plan-workflow.ts'
import {
  instrumentFinals,
  instrumentWorkflow,
  studySessionFinals,
  studySessionWorkflow,
} from './instrument-workflow.ts'
import type { Workflow } from './law.ts'
import { meetingFinals, meetingWorkflow } from './meeting-workflow.ts'
import { movementFinals, movementWorkflow } from './movement-workflow.ts'
import { narrativeFinals, narrativeWorkflow } from './narrative-workflow.ts'
import { overdueDemandFinals, overdueDemandWorkflow } from './overdue-demand-workflow.ts'
import {
  paperFinals,
  paperWorkflow,
  topicFinals,
  topicWorkflow,
  volumeFinals,
  volumeWorkflow,
} from './paper-workflow.ts'
import { petitionFinals, petitionWorkflow } from './petition-workflow.ts'
import { goalFinals, goalWorkflow, programmeFinals, programmeWorkflow } from './programme-workflow.ts'
import {
  consultationFinals,
  consultationWorkflow,
  opinionFinals,
  opinionWorkflow,
  projectFinals,
  projectWorkflow,
} from './project-workflow.ts'
import {
  fieldVisitFinals,
  fieldVisitWorkflow,
  receptionDayFinals,
  receptionDayWorkflow,
  visitFinals,
  visitWorkflow,
} from './reception-workflow.ts'
import { namedPositionFinals, namedPositionWorkflow } from './report-workflow.ts'
import { unitReturnFinals, unitReturnWorkflow } from './return-workflow.ts'
import { talkRequestFinals, talkRequestWorkflow } from './talk-request-workflow.ts'
import {
  topicalAnswerFinals,
  topicalAnswerWorkflow,
  topicalCallFinals,
  topicalCallWorkflow,
} from './topical-workflow.ts'

/** A workflow with the states in which it may rest for good. */
export interface Proceeding {
  workflow: Workflow<string, string, string>
  finals: readonly string[]
}

/** Record noun → its workflow. */
export const proceedings = {
  petition: { workflow: petitionWorkflow, finals: petitionFinals },
  complaint: { workflow: complaintWorkflow, finals: complaintFinals },
  feedback: { workflow: feedbackWorkflow, finals: feedbackFinals },
  grievance: { workflow: grievanceWorkflow, finals: grievanceFinals },
  project: { workflow: projectWorkflow, finals: projectFinals },
  consultation: { workflow: consultationWorkflow, finals: consultationFinals },
  opinion: { workflow: opinionWorkflow, finals: opinionFinals },
  'talk-request': { workflow: talkRequestWorkflow, finals: talkRequestFinals },
  denunciation: { workflow: denunciationWorkflow, finals: [...denunciationFinals, 'destroyed'] },
  'reception-day': { workflow: receptionDayWorkflow, finals: receptionDayFinals },
  visit: { workflow: visitWorkflow, finals: visitFinals },
  'field-visit': { workflow: fieldVisitWorkflow, finals: fieldVisitFinals },
  instrument: { workflow: instrumentWorkflow, finals: instrumentFinals },
  'study-session': { workflow: studySessionWorkflow, finals: studySessionFinals },
  programme: { workflow: programmeWorkflow, finals: programmeFinals },
  goal: { workflow: goalWorkflow, finals: goalFinals },
  movement: { workflow: movementWorkflow, finals: movementFinals },
  dialogue: { workflow: dialogueWorkflow, finals: dialogueFinals },
  'dialogue-question': { workflow: dialogueQuestionWorkflow, finals: dialogueQuestionFinals },
  'overdue-demand': { workflow: overdueDemandWorkflow, finals: overdueDemandFinals },
  'hotspot-plan': { workflow: hotspotPlanWorkflow, finals: hotspotPlanFinals },
  commitment: { workflow: commitmentWorkflow, finals: commitmentFinals },
  meeting: { workflow: meetingWorkflow, finals: meetingFinals },
  topic: { workflow: topicWorkflow, finals: topicFinals },
  paper: { workflow: paperWorkflow, finals: paperFinals },
  'papers-volume': { workflow: volumeWorkflow, finals: volumeFinals },
  narrative: { workflow: narrativeWorkflow, finals: narrativeFinals },
  'named-position': { workflow: namedPositionWorkflow, finals: namedPositionFinals },
  'unit-return': { workflow: unitReturnWorkflow, finals: unitReturnFinals },
  'topical-call': { workflow: topicalCallWorkflow, finals: topicalCallFinals },
  'topical-answer': { workflow: topicalAnswerWorkflow, finals: topicalAnswerFinals },
} as const satisfies Record<string, Proceeding>

/** The noun of a record that has a workflow. */
export type ProceedingName = keyof typeof proceedings

/** All states that a workflow mentions, in the order of the table. */
export function statesOf(workflow: Workflow<string, string, string>): string[] {
  const found = new Set<string>()
  for (const row of Object.values(workflow)) {
    for (const state of row.from) found.add(state)
    if (row.to !== 'same') found.add(row.to)
  }
  return [...found]
}
