/** The steps of dialogues and their questions as lists, in the order in which a page offers them. */
import type { AnyAction } from '../../platform/actions/action.ts'
import { announce } from './announce.ts'
import { answerGroup } from './answer-group.ts'
import { answerQuestion } from './answer-question.ts'
import { ask } from './ask.ts'
import { cancelDialogue } from './cancel-dialogue.ts'
import { changePlan } from './change-plan.ts'
import { closeDialogue } from './close-dialogue.ts'
import { correctDialogue } from './correct-dialogue.ts'
import { correctQuestion } from './correct-question.ts'
import { dropPromise } from './drop-promise.ts'
import { groupQuestion } from './group-question.ts'
import { handToPetitions } from './hand-to-petitions.ts'
import { hold } from './hold.ts'
import { moveDialogue } from './move-dialogue.ts'
import { nameGroup } from './name-group.ts'
import { notePromise } from './note-promise.ts'
import { noteTold } from './note-told.ts'
import { planDialogue } from './plan-dialogue.ts'
import { printSlips } from './print-slips.ts'
import { publishResults } from './publish-results.ts'
import { recordQuestion } from './record-question.ts'
import { sendToVillages } from './send-to-villages.ts'
import { setAside } from './set-aside.ts'
import { signUp } from './sign-up.ts'
import { withdrawQuestion } from './withdraw-question.ts'
import { writeMinutes } from './write-minutes.ts'

/** Steps on a dialogue that stands; those on one group, part or promise are offered beside it. */
export const dialogueSteps: readonly AnyAction[] = [
  announce,
  printSlips,
  hold,
  publishResults,
  sendToVillages,
  closeDialogue,
  notePromise,
  changePlan,
  moveDialogue,
  cancelDialogue,
  correctDialogue,
]

/** Steps on one piece of a dialogue: a group of questions, a part of the minutes, a promise. */
export const pieceSteps: readonly AnyAction[] = [nameGroup, answerGroup, writeMinutes, dropPromise]

/** Steps on a question that stands, as officers take them. */
export const questionSteps: readonly AnyAction[] = [
  groupQuestion,
  answerQuestion,
  noteTold,
  setAside,
  handToPetitions,
  withdrawQuestion,
  correctQuestion,
]

/** Everything about dialogues and questions. */
export const dialogueActions: readonly AnyAction[] = [
  planDialogue,
  ...dialogueSteps,
  ...pieceSteps,
  ask,
  signUp,
  recordQuestion,
  ...questionSteps,
]
