/**
 * A denunciation (tố cáo) from its sealing to its reported result, and what stands beside: withdrawal, suspension,
 * further denunciation at the superior, protection. Suspensions and protection are facts with dates, not states.
 */
import { clear, deciding, every, running, settling } from './denunciation-shared.ts'
import type { DenunciationCondition, DenunciationStanding, DenunciationState } from './denunciation-terms.ts'
import { endSteps } from './end-steps.ts'
import { keySteps } from './key-steps.ts'
import type { Workflow } from './law.ts'
import { protectionSteps } from './protection-steps.ts'
import { tipSteps } from './tip-steps.ts'

export const denunciationWorkflow = {
  seal: {
    from: [],
    to: 'sealed',
    by: ['intake'],
    needs: ['actor-is-clear-of-the-subject', 'sealed-for-lawful-people-only'],
    cite: 'LTC 2018 Đ8, Đ24.1, Đ56',
  },
  // On the portal, sealed in the request to those entitled. The law knows a signed letter and the spoken word (Đ22, Đ23):
  // what came without a signature is accepted only once the sender has signed.
  submit: {
    from: [],
    to: 'sealed',
    by: ['denouncer'],
    needs: ['actor-is-clear-of-the-subject', 'sealed-for-lawful-people-only'],
    cite: 'LTC 2018 Đ8, Đ24.1, Đ56',
    unverified: 'own-reading',
  },
  // A denunciation of a head or deputy goes to the unit above without that head's step: the desk under them gives it away.
  'hand-over': {
    from: [],
    to: 'sealed',
    by: ['desk'],
    needs: ['actor-is-not-the-subject', 'actor-keeps-no-key', 'sealed-for-lawful-people-only'],
    cite: 'LTC 2018 Đ8, Đ12, Đ56',
    unverified: 'own-reading',
  },
  receive: {
    from: [],
    to: 'sealed',
    by: ['sender'],
    needs: ['actor-is-clear-of-the-subject', 'sealed-for-lawful-people-only'],
    cite: 'LTC 2018 Đ24.2',
  },
  read: {
    from: every,
    to: 'same',
    by: ['intake', 'settler', 'verifier', 'custodian', 'reader'],
    needs: clear,
    cite: 'LTC 2018 Đ56',
  },
  // The denouncer's channel: no law asks for it, it carries what the law lets both sides say (Đ9).
  'write-to-denouncer': {
    from: every,
    to: 'same',
    by: deciding,
    needs: [...clear, 'a-channel-is-open'],
    cite: 'LTC 2018 Đ9, Đ56',
    unverified: 'own-reading',
  },
  'write-from-denouncer': {
    from: every,
    to: 'same',
    by: ['denouncer'],
    needs: ['actor-is-clear-of-the-subject', 'a-channel-is-open'],
    cite: 'LTC 2018 Đ9, Đ47',
    unverified: 'own-reading',
  },
  // A scan without what gives the denouncer away, for the verifier.
  'redact-copy': {
    from: running,
    to: 'same',
    by: deciding,
    needs: clear,
    cite: 'LTC 2018 Đ31, Đ56',
  },
  'read-extract': {
    from: every,
    to: 'same',
    by: ['verifier'],
    needs: ['actor-is-clear-of-the-subject', 'actor-holds-the-extract'],
    cite: 'LTC 2018 Đ31, Đ56',
  },
  // Identity and conditions are checked; where that takes several places there are ten working days.
  check: {
    from: ['sealed'],
    to: 'same',
    by: deciding,
    needs: clear,
    cite: 'LTC 2018 Đ24.1',
    within: 'denunciation.process',
  },
  transfer: {
    from: ['sealed', 'under-review'],
    to: 'transferred',
    by: deciding,
    needs: [...clear, 'outside-competence', 'not-transferred-before'],
    cite: 'LTC 2018 Đ24.2; TT 05/2021 Đ14.1',
    within: 'denunciation.transfer',
  },
  accept: {
    from: ['sealed', 'under-review'],
    to: 'accepted',
    by: ['settler'],
    needs: [...clear, 'sender-is-named', 'acceptance-conditions-met', 'new-evidence-where-settled-before'],
    cite: 'LTC 2018 Đ29.1, Đ37',
    within: 'denunciation.process',
  },
  decline: {
    from: ['sealed'],
    to: 'declined',
    by: ['settler'],
    needs: [...clear, 'sender-is-named'],
    cite: 'LTC 2018 Đ24.1, Đ29',
    within: 'denunciation.process',
  },
  shelve: {
    from: ['sealed'],
    to: 'shelved',
    by: deciding,
    needs: [...clear, 'shelving-ground-is-there'],
    cite: 'LTC 2018 Đ24.3, Đ25.1',
    within: 'denunciation.process',
  },
  // Unsigned information has steps of its own.
  ...tipSteps,
  'act-at-once': {
    from: ['sealed'],
    to: 'acted-on',
    by: ['settler'],
    needs: [...clear, 'clear-enough-to-act-at-once'],
    cite: 'LTC 2018 Đ43',
  },
  'notify-acceptance': {
    from: settling,
    to: 'same',
    by: deciding,
    needs: [...clear, 'acceptance-is-not-told-yet'],
    cite: 'LTC 2018 Đ29.3',
    within: 'denunciation.notify',
  },
  'assign-verification': {
    from: ['accepted', 'verifying'],
    to: 'verifying',
    by: ['settler'],
    needs: [...clear, 'is-not-suspended', 'verifier-is-lawful'],
    cite: 'LTC 2018 Đ31, Đ56',
  },
  'report-verification': {
    from: ['verifying'],
    to: 'verified',
    by: ['verifier'],
    needs: ['actor-is-clear-of-the-subject', 'actor-holds-the-extract', 'is-not-suspended'],
    cite: 'LTC 2018 Đ31',
  },
  conclude: {
    from: ['verified'],
    to: 'concluded',
    by: ['settler'],
    needs: [...clear, 'is-not-suspended'],
    cite: 'LTC 2018 Đ35',
    within: 'denunciation.settle',
  },
  send: {
    from: ['concluded'],
    to: 'sent',
    by: deciding,
    needs: clear,
    cite: 'LTC 2018 Đ35.3',
    within: 'denunciation.send-conclusion',
  },
  act: {
    from: ['sent'],
    to: 'acted-on',
    by: ['settler'],
    needs: clear,
    cite: 'LTC 2018 Đ36',
    within: 'denunciation.act-on-conclusion',
  },
  'report-result': {
    from: ['acted-on'],
    to: 'reported',
    by: deciding,
    needs: clear,
    cite: 'LTC 2018 Đ36',
    within: 'denunciation.report-result',
  },
  publish: {
    from: ['sent', 'acted-on', 'reported'],
    to: 'same',
    by: deciding,
    needs: [...clear, 'conclusion-is-not-public-yet'],
    cite: 'LTC 2018 Đ40',
    within: 'denunciation.publish',
  },
  extend: {
    from: settling,
    to: 'same',
    by: ['settler'],
    needs: [...clear, 'is-not-suspended', 'limit-has-not-passed', 'an-extension-is-left', 'criteria-are-enough'],
    cite: 'LTC 2018 Đ30; NĐ 31/2019 Đ3',
    within: 'denunciation.settle',
  },
  suspend: {
    from: settling,
    to: 'same',
    by: ['settler'],
    needs: [...clear, 'is-not-suspended', 'limit-has-not-passed'],
    cite: 'LTC 2018 Đ34.1',
    within: 'denunciation.suspend-send',
  },
  resume: {
    from: settling,
    to: 'same',
    by: ['settler'],
    needs: [...clear, 'is-suspended'],
    cite: 'LTC 2018 Đ34.2',
    within: 'denunciation.suspend-send',
  },
  withdraw: {
    from: ['sealed', 'under-review', ...settling],
    to: 'same',
    by: deciding,
    needs: [...clear, 'withdrawal-is-not-noted-yet'],
    cite: 'LTC 2018 Đ33; NĐ 156/2026',
    unverified: 'unofficial-transcription',
  },
  'confirm-withdrawal': {
    from: ['sealed', 'under-review', ...settling],
    to: 'same',
    by: deciding,
    needs: [...clear, 'withdrawal-waits-for-confirmation'],
    cite: 'LTC 2018 Đ33.3',
    unverified: 'own-reading',
  },
  // Whether a withdrawal follows a contact by the subject is worked out while the file lies open, and told to the unit above.
  'note-contact': {
    from: ['sealed', 'under-review', ...settling],
    to: 'same',
    by: deciding,
    needs: clear,
    cite: 'LTC 2018 Đ33.3',
    unverified: 'own-reading',
  },
  terminate: {
    from: settling,
    to: 'terminated',
    by: ['settler'],
    needs: [...clear, 'a-ground-ends-it'],
    cite: 'LTC 2018 Đ33, Đ34.3',
    within: 'denunciation.suspend-send',
  },
  // At the superior, to whom the denouncer turned after a conclusion or after the limit had passed.
  'review-further': {
    from: ['sealed'],
    to: 'under-review',
    by: deciding,
    needs: clear,
    cite: 'LTC 2018 Đ37',
    within: 'denunciation.further',
  },
  'close-review': {
    from: ['under-review'],
    to: 'review-closed',
    by: ['settler'],
    needs: clear,
    cite: 'LTC 2018 Đ37',
    within: 'denunciation.further',
  },
  'demand-report': {
    from: ['under-review'],
    to: 'same',
    by: ['settler'],
    needs: [...clear, 'no-demand-is-open'],
    cite: 'LTC 2018 Đ38',
    within: 'denunciation.demand',
  },
  'record-reply': {
    from: ['under-review'],
    to: 'same',
    by: deciding,
    needs: [...clear, 'a-demand-is-open'],
    cite: 'LTC 2018 Đ38',
    within: 'denunciation.answer-demand',
  },
  // The same where the lower unit's answer comes sealed: the clock closes the demand and opens nothing.
  'receive-reply': {
    from: ['under-review'],
    to: 'same',
    by: ['clock'],
    needs: ['actor-is-clear-of-the-subject', 'a-demand-is-open'],
    cite: 'LTC 2018 Đ38',
    unverified: 'own-reading',
  },
  // At the subordinate, whom the superior asked why it is overdue.
  'answer-demand': {
    from: ['sealed', ...settling],
    to: 'same',
    by: deciding,
    needs: clear,
    cite: 'LTC 2018 Đ38',
    within: 'denunciation.answer-demand',
  },
  'answer-forwarder': {
    from: [...settling, 'concluded', 'sent', 'acted-on', 'reported', 'declined', 'shelved', 'terminated'],
    to: 'same',
    by: deciding,
    needs: [...clear, 'came-through-a-forwarder'],
    cite: 'LTC 2018 Đ26',
    within: 'denunciation.answer-forwarder',
  },
  'refer-crime': {
    from: running,
    to: 'same',
    by: deciding,
    needs: clear,
    cite: 'LTC 2018 Đ27',
  },
  'alert-head': {
    from: running,
    to: 'same',
    by: ['intake'],
    needs: clear,
    cite: 'LTC 2018 Đ24',
    unverified: 'own-reading',
  },
  'inform-party': {
    from: running,
    to: 'same',
    by: ['settler'],
    needs: clear,
    cite: 'LTC 2018 Đ12',
    unverified: 'own-reading',
  },
  // Protection has steps of its own.
  ...protectionSteps,
  // The working calendar or a switch changed. The clock opens nothing: it moves a day, and its event keeps no more.
  're-date': {
    from: running,
    to: 'same',
    by: ['clock'],
    needs: ['actor-is-clear-of-the-subject', 'due-date-moves'],
    cite: 'BLDS 2015 Đ147, Đ148; BLLĐ 2019 Đ112',
    unverified: 'own-reading',
  },
  // Keys have steps of their own.
  ...keySteps,
  // Its time, and a slip that was lost.
  ...endSteps,
  correct: { from: every, to: 'same', by: deciding, needs: clear, cite: 'NĐ 30/2020 Đ18', unverified: 'own-reading' },
} as const satisfies Workflow<DenunciationState, DenunciationStanding, DenunciationCondition>

/** A step of a denunciation. */
export type DenunciationStep = keyof typeof denunciationWorkflow
