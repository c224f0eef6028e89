/** The steps of the sealed proceeding that share one kind of form, in the order in which a page offers them. */
import { accept } from './accept.ts'
import { act } from './act.ts'
import { actAtOnce } from './act-at-once.ts'
import { alertHead } from './alert-head.ts'
import { answerDemand } from './answer-demand.ts'
import { answerForwarder } from './answer-forwarder.ts'
import { askProtection } from './ask-protection.ts'
import { assignVerification } from './assign-verification.ts'
import { changeProtection } from './change-protection.ts'
import { check } from './check.ts'
import { checkTip } from './check-tip.ts'
import { closeReview } from './close-review.ts'
import { closeTip } from './close-tip.ts'
import { conclude } from './conclude.ts'
import { confirmProtection } from './confirm-protection.ts'
import { confirmWithdrawal } from './confirm-withdrawal.ts'
import { decline } from './decline.ts'
import { demandReport } from './demand-report.ts'
import { destroy } from './destroy.ts'
import { endProtection } from './end-protection.ts'
import { extend } from './extend.ts'
import { reportVerification } from './extract.ts'
import { hold, releaseHold } from './hold.ts'
import { informParty } from './inform-party.ts'
import { noteContact } from './note-contact.ts'
import { notifyAcceptance } from './notify-acceptance.ts'
import { protect } from './protect.ts'
import { publish } from './publish.ts'
import { recordInspectionResult } from './record-inspection-result.ts'
import { recordReply } from './record-reply.ts'
import { referCrime } from './refer-crime.ts'
import { referToInspection } from './refer-to-inspection.ts'
import { refuseProtection } from './refuse-protection.ts'
import { reportResult } from './report-result.ts'
import { resume } from './resume.ts'
import { reviewFurther } from './review-further.ts'
import type { SealedStep } from './sealed-step.ts'
import { send } from './send.ts'
import { shelve } from './shelve.ts'
import { suspend } from './suspend.ts'
import { terminate } from './terminate.ts'
import { verifyProtection } from './verify-protection.ts'
import { withdraw } from './withdraw.ts'
import { writeToDenouncer } from './write-to-denouncer.ts'

/** By the step's name. */
export const proceedingSteps = {
  'alert-head': alertHead,
  check,
  'check-tip': checkTip,
  accept,
  decline,
  shelve,
  'refer-to-inspection': referToInspection,
  'record-inspection-result': recordInspectionResult,
  'close-tip': closeTip,
  'act-at-once': actAtOnce,
  'review-further': reviewFurther,
  'close-review': closeReview,
  'demand-report': demandReport,
  'record-reply': recordReply,
  'write-to-denouncer': writeToDenouncer,
  'notify-acceptance': notifyAcceptance,
  'assign-verification': assignVerification,
  'report-verification': reportVerification,
  conclude,
  send,
  act,
  'report-result': reportResult,
  publish,
  extend,
  suspend,
  resume,
  'note-contact': noteContact,
  withdraw,
  'confirm-withdrawal': confirmWithdrawal,
  terminate,
  'refer-crime': referCrime,
  'inform-party': informParty,
  'answer-demand': answerDemand,
  'answer-forwarder': answerForwarder,
  'ask-protection': askProtection,
  'confirm-protection': confirmProtection,
  'verify-protection': verifyProtection,
  protect,
  'refuse-protection': refuseProtection,
  'change-protection': changeProtection,
  'end-protection': endProtection,
  hold,
  'release-hold': releaseHold,
  destroy,
} as const satisfies Readonly<Record<string, SealedStep>>

/** The name of one of them. */
export type ProceedingStep = keyof typeof proceedingSteps
