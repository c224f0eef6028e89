/** The open registers' kinds of record: noun, actions by step, and where their sentences stand. */
import { accept } from '../modules/complaints/accept.ts'
import { annulWithdrawal } from '../modules/complaints/annul-withdrawal.ts'
import { assignVerification } from '../modules/complaints/assign-verification.ts'
import { attach as attachToComplaint } from '../modules/complaints/attach.ts'
import { callDialogue } from '../modules/complaints/call-dialogue.ts'
import { closeLawsuit } from '../modules/complaints/close-lawsuit.ts'
import { complaint } from '../modules/complaints/complaint.ts'
import { confirmWithdrawal } from '../modules/complaints/confirm-withdrawal.ts'
import { correct as correctComplaint } from '../modules/complaints/correct.ts'
import { decide } from '../modules/complaints/decide.ts'
import { decline as declineComplaint } from '../modules/complaints/decline.ts'
import { enforce } from '../modules/complaints/enforce.ts'
import { extend } from '../modules/complaints/extend.ts'
import { followSecondInstance } from '../modules/complaints/follow-second-instance.ts'
import { holdDialogue } from '../modules/complaints/hold-dialogue.ts'
import { liftStay } from '../modules/complaints/lift-stay.ts'
import { moveToSecondInstance } from '../modules/complaints/move-to-second-instance.ts'
import { nameObligation } from '../modules/complaints/name-obligation.ts'
import { noteLawsuit } from '../modules/complaints/note-lawsuit.ts'
import { noteRespondentVisit } from '../modules/complaints/note-respondent-visit.ts'
import { noteSecondComplaint } from '../modules/complaints/note-second-complaint.ts'
import { openCourtRoad } from '../modules/complaints/open-court-road.ts'
import { openSecondRoad } from '../modules/complaints/open-second-road.ts'
import { reDateComplaint } from '../modules/complaints/re-date.ts'
import { recordComplexity } from '../modules/complaints/record-complexity.ts'
import { recordReceipt } from '../modules/complaints/record-receipt.ts'
import { reopenCoerced } from '../modules/complaints/reopen-coerced.ts'
import { reportVerification } from '../modules/complaints/report-verification.ts'
import { resume } from '../modules/complaints/resume.ts'
import { send } from '../modules/complaints/send.ts'
import { sendStop } from '../modules/complaints/send-stop.ts'
import { settleForGood } from '../modules/complaints/settle-for-good.ts'
import { stay } from '../modules/complaints/stay.ts'
import { suspend } from '../modules/complaints/suspend.ts'
import { takeEffect } from '../modules/complaints/take-effect.ts'
import { terminate } from '../modules/complaints/terminate.ts'
import { withdraw as withdrawComplaint } from '../modules/complaints/withdraw.ts'
import { allowPublication } from '../modules/feedback/allow-publication.ts'
import { answer } from '../modules/feedback/answer.ts'
import { assign as assignFeedback } from '../modules/feedback/assign.ts'
import { attach as attachToFeedback } from '../modules/feedback/attach.ts'
import { close } from '../modules/feedback/close.ts'
import { correct as correctFeedback } from '../modules/feedback/correct.ts'
import { decideOnRegulation } from '../modules/feedback/decide-on-regulation.ts'
import { draftAnswer } from '../modules/feedback/draft-answer.ts'
import { feedback } from '../modules/feedback/feedback.ts'
import { keepForStudy } from '../modules/feedback/keep-for-study.ts'
import { markRegulation } from '../modules/feedback/mark-regulation.ts'
import { publish } from '../modules/feedback/publish.ts'
import { publishOutcome } from '../modules/feedback/publish-outcome.ts'
import { rate } from '../modules/feedback/rate.ts'
import { reDateFeedback } from '../modules/feedback/re-date.ts'
import { refusePublication } from '../modules/feedback/refuse-publication.ts'
import { reopen } from '../modules/feedback/reopen.ts'
import { reviewRegulation } from '../modules/feedback/review-regulation.ts'
import { transfer as transferFeedback } from '../modules/feedback/transfer.ts'
import { withdraw as withdrawFeedback } from '../modules/feedback/withdraw.ts'
import { alertHead } from '../modules/petitions/alert-head.ts'
import { answerAlert } from '../modules/petitions/answer-alert.ts'
import { assign } from '../modules/petitions/assign.ts'
import { attach } from '../modules/petitions/attach.ts'
import { classify } from '../modules/petitions/classify.ts'
import { confirmSignature } from '../modules/petitions/confirm-signature.ts'
import { correct } from '../modules/petitions/correct.ts'
import { decline } from '../modules/petitions/decline.ts'
import { guide } from '../modules/petitions/guide.ts'
import { guideUnsigned } from '../modules/petitions/guide-unsigned.ts'
import { handBack } from '../modules/petitions/hand-back.ts'
import { linkCase } from '../modules/petitions/link-case.ts'
import { nameRepresentatives } from '../modules/petitions/name-representatives.ts'
import { petition } from '../modules/petitions/petition.ts'
import { proposeAcceptance } from '../modules/petitions/propose-acceptance.ts'
import { proposeSecond } from '../modules/petitions/propose-second.ts'
import { reDatePetition } from '../modules/petitions/re-date.ts'
import { receive } from '../modules/petitions/receive.ts'
import { record } from '../modules/petitions/record.ts'
import { recordAuthorisation } from '../modules/petitions/record-authorisation.ts'
import { recordReply } from '../modules/petitions/record-reply.ts'
import { referCrime } from '../modules/petitions/refer-crime.ts'
import { referToParty } from '../modules/petitions/refer-to-party.ts'
import { replyToSender } from '../modules/petitions/reply-to-sender.ts'
import { sealAway } from '../modules/petitions/seal-away.ts'
import { shelve } from '../modules/petitions/shelve.ts'
import { split } from '../modules/petitions/split.ts'
import { submit } from '../modules/petitions/submit.ts'
import { transfer } from '../modules/petitions/transfer.ts'
import { unlinkCase } from '../modules/petitions/unlink-case.ts'
import { urge } from '../modules/petitions/urge.ts'
import { voidPetition } from '../modules/petitions/void.ts'
import { withdraw } from '../modules/petitions/withdraw.ts'
import { withdrawPoint } from '../modules/petitions/withdraw-point.ts'
import type { AnyAction } from '../platform/actions/action.ts'

/** A kind of record of the open registers, as it stands in addresses. */
export type RecordKind = 'petition' | 'complaint' | 'feedback'

/** Every action of the open registers: the API, the pages and the tests read this one list. */
export const registerActions: Readonly<Record<RecordKind, readonly AnyAction[]>> = {
  petition: [
    submit,
    record,
    receive,
    confirmSignature,
    attach,
    classify,
    split,
    assign,
    proposeAcceptance,
    proposeSecond,
    decline,
    guide,
    guideUnsigned,
    transfer,
    handBack,
    shelve,
    urge,
    recordReply,
    replyToSender,
    nameRepresentatives,
    recordAuthorisation,
    alertHead,
    answerAlert,
    referCrime,
    referToParty,
    linkCase,
    unlinkCase,
    withdraw,
    withdrawPoint,
    sealAway,
    reDatePetition,
    correct,
    voidPetition,
  ],
  complaint: [
    accept,
    declineComplaint,
    assignVerification,
    reportVerification,
    callDialogue,
    holdDialogue,
    decide,
    send,
    recordReceipt,
    openSecondRoad,
    openCourtRoad,
    noteSecondComplaint,
    moveToSecondInstance,
    followSecondInstance,
    takeEffect,
    enforce,
    settleForGood,
    recordComplexity,
    extend,
    suspend,
    resume,
    withdrawComplaint,
    confirmWithdrawal,
    terminate,
    sendStop,
    stay,
    liftStay,
    noteRespondentVisit,
    annulWithdrawal,
    reopenCoerced,
    noteLawsuit,
    closeLawsuit,
    nameObligation,
    attachToComplaint,
    reDateComplaint,
    correctComplaint,
  ],
  feedback: [
    assignFeedback,
    markRegulation,
    keepForStudy,
    reviewRegulation,
    decideOnRegulation,
    draftAnswer,
    answer,
    allowPublication,
    refusePublication,
    publish,
    publishOutcome,
    rate,
    reopen,
    close,
    transferFeedback,
    attachToFeedback,
    withdrawFeedback,
    reDateFeedback,
    correctFeedback,
  ],
}

/** The nouns of the open registers. */
export const registerNouns = { petition, complaint, feedback } as const

/** Is this a kind of the open registers? */
export function isRecordKind(kind: string): kind is RecordKind {
  return Object.hasOwn(registerNouns, kind)
}

/** The action of a step, or null. */
export function actionOf(kind: RecordKind, step: string): AnyAction | null {
  return registerActions[kind].find((one) => one.step === step) ?? null
}

/** Steps that the program alone takes: no page offers a form for them. */
export const clockSteps: readonly string[] = [
  'receive',
  'open-second-road',
  'open-court-road',
  'move-to-second-instance',
  'follow-second-instance',
  're-date',
]
