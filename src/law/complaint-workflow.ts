/**
 * A complaint at its first instance (khiếu nại lần đầu), from the proposal to accept it until it is settled for good.
 *
 * A suspension and an open second road are facts with dates, not states: the record keeps its place on the road
 * meanwhile. A complaint is never reopened; what follows is a second complaint at the superior.
 */
import type { Workflow } from './law.ts'

export type ComplaintState =
  | 'awaiting-acceptance'
  | 'accepted'
  | 'verifying'
  | 'verified'
  | 'decided'
  | 'sent'
  | 'in-effect'
  | 'settled-for-good'
  | 'declined'
  | 'terminated'
  | 'at-second-instance'

export type ComplaintStanding = 'petitioner' | 'intake' | 'handler' | 'verifier' | 'settler' | 'clerk' | 'clock'

export type ComplaintCondition =
  | 'acceptance-conditions-met'
  | 'within-competence'
  | 'signature-is-confirmed'
  | 'officer-has-this-work'
  | 'is-not-suspended'
  | 'is-suspended'
  | 'dialogue-is-held-where-views-differ'
  | 'complexity-criterion-recorded'
  | 'not-extended-before'
  | 'limit-has-not-passed'
  | 'limit-has-passed'
  | 'second-road-is-not-yet-announced'
  | 'second-road-is-open'
  | 'second-window-has-passed'
  | 'not-withdrawn-yet'
  | 'withdrawal-waits-for-confirmation'
  | 'withdrawal-is-confirmed'
  | 'decision-is-enforced'
  | 'no-road-is-open'
  | 'due-date-moves'

/** States in which a first-instance complaint may rest for good. */
export const complaintFinals = [
  'settled-for-good',
  'declined',
  'terminated',
  'at-second-instance',
] as const satisfies ComplaintState[]

export const complaintWorkflow = {
  propose: {
    from: [],
    to: 'awaiting-acceptance',
    by: ['handler', 'intake', 'settler'],
    needs: [],
    cite: 'TT 05/2021 Đ13',
  },
  accept: {
    from: ['awaiting-acceptance'],
    to: 'accepted',
    by: ['settler'],
    needs: ['signature-is-confirmed', 'within-competence', 'acceptance-conditions-met'],
    cite: 'LKN 2011 Đ27; NĐ 155/2026 Đ10',
    within: 'complaint.accept',
  },
  decline: {
    from: ['awaiting-acceptance'],
    to: 'declined',
    by: ['settler'],
    needs: [],
    cite: 'LKN 2011 Đ11, Đ27',
    within: 'complaint.accept',
  },
  'assign-verification': {
    from: ['accepted', 'verifying'],
    to: 'verifying',
    by: ['settler'],
    needs: ['is-not-suspended'],
    cite: 'LKN 2011 Đ29',
  },
  // Work of an officer who leaves: each record goes to the receiver with an event of its own.
  'hand-over-work': {
    from: ['awaiting-acceptance', 'accepted', 'verifying', 'verified', 'decided', 'sent', 'in-effect'],
    to: 'same',
    by: ['settler'],
    needs: ['officer-has-this-work'],
    cite: 'NĐ 30/2020 Đ31',
    unverified: 'recalled',
  },
  'report-verification': {
    from: ['verifying'],
    to: 'verified',
    by: ['verifier', 'handler'],
    needs: ['is-not-suspended'],
    cite: 'LKN 2011 Đ29.4',
  },
  'call-dialogue': {
    from: ['verified'],
    to: 'same',
    by: ['settler', 'handler'],
    needs: ['is-not-suspended'],
    cite: 'LKN 2011 Đ30; NĐ 155/2026 Đ11',
    within: 'complaint.dialogue-notice',
    unverified: 'unofficial-transcription',
  },
  'hold-dialogue': {
    from: ['verified'],
    to: 'same',
    by: ['settler', 'handler'],
    needs: ['is-not-suspended'],
    cite: 'LKN 2011 Đ30',
  },
  decide: {
    from: ['verified'],
    to: 'decided',
    by: ['settler'],
    needs: ['is-not-suspended', 'dialogue-is-held-where-views-differ'],
    cite: 'LKN 2011 Đ28, Đ31',
    within: 'complaint.settle-first',
  },
  send: {
    from: ['decided'],
    to: 'sent',
    by: ['clerk', 'handler', 'settler'],
    needs: [],
    cite: 'LKN 2011 Đ32',
    within: 'complaint.send-first',
  },
  'record-receipt': {
    from: ['sent', 'in-effect'],
    to: 'same',
    by: ['clerk', 'handler'],
    needs: [],
    cite: 'LKN 2011 Đ33.1',
  },
  'open-second-road': {
    from: ['accepted', 'verifying', 'verified'],
    to: 'same',
    by: ['clock'],
    needs: ['limit-has-passed', 'second-road-is-not-yet-announced'],
    cite: 'LKN 2011 Đ33',
  },
  'note-second-complaint': {
    from: ['accepted', 'verifying', 'verified', 'decided', 'sent'],
    to: 'at-second-instance',
    by: ['intake', 'handler', 'clerk'],
    needs: ['second-road-is-open'],
    cite: 'LKN 2011 Đ33',
    within: 'complaint.file-second',
  },
  'take-effect': {
    from: ['sent'],
    to: 'in-effect',
    by: ['clock', 'settler'],
    needs: ['second-window-has-passed'],
    cite: 'LKN 2011 Đ44',
    within: 'complaint.take-effect',
  },
  enforce: {
    from: ['in-effect'],
    to: 'same',
    by: ['handler', 'settler', 'clerk'],
    needs: [],
    cite: 'LKN 2011 Đ45, Đ46',
  },
  'settle-for-good': {
    from: ['in-effect'],
    to: 'settled-for-good',
    by: ['clock', 'settler', 'handler'],
    needs: ['decision-is-enforced', 'no-road-is-open'],
    cite: 'LKN 2011 Đ44, Đ46',
    unverified: 'own-reading',
  },
  'record-complexity': {
    from: ['accepted', 'verifying', 'verified'],
    to: 'same',
    by: ['handler', 'verifier', 'settler'],
    needs: ['is-not-suspended'],
    cite: 'LKN 2011 Đ28; NĐ 155/2026 Đ3a',
    unverified: 'unofficial-transcription',
  },
  extend: {
    from: ['accepted', 'verifying', 'verified'],
    to: 'same',
    by: ['settler'],
    needs: ['is-not-suspended', 'not-extended-before', 'complexity-criterion-recorded', 'limit-has-not-passed'],
    cite: 'LKN 2011 Đ28; NĐ 155/2026 Đ3a',
    unverified: 'unofficial-transcription',
  },
  suspend: {
    from: ['accepted', 'verifying', 'verified'],
    to: 'same',
    by: ['settler'],
    needs: ['is-not-suspended', 'limit-has-not-passed'],
    cite: 'NĐ 155/2026 Đ12 (Đ28a)',
    in_force_from: '2026-07-01',
    within: 'complaint.suspend-send',
    unverified: 'unofficial-transcription',
  },
  resume: {
    from: ['accepted', 'verifying', 'verified'],
    to: 'same',
    by: ['settler'],
    needs: ['is-suspended'],
    cite: 'NĐ 155/2026 Đ12 (Đ28b)',
    in_force_from: '2026-07-01',
    within: 'complaint.suspend-send',
    unverified: 'unofficial-transcription',
  },
  withdraw: {
    from: ['awaiting-acceptance', 'accepted', 'verifying', 'verified'],
    to: 'same',
    by: ['petitioner', 'intake', 'handler'],
    needs: ['not-withdrawn-yet'],
    cite: 'LKN 2011 Đ10',
  },
  'confirm-withdrawal': {
    from: ['awaiting-acceptance', 'accepted', 'verifying', 'verified'],
    to: 'same',
    by: ['settler', 'handler', 'intake'],
    needs: ['withdrawal-waits-for-confirmation'],
    cite: 'LKN 2011 Đ10 (Luật 136/2025)',
    unverified: 'press-only',
  },
  terminate: {
    from: ['awaiting-acceptance', 'accepted', 'verifying', 'verified'],
    to: 'terminated',
    by: ['settler'],
    needs: ['withdrawal-is-confirmed'],
    cite: 'LKN 2011 Đ10; NĐ 155/2026 Đ12 (Đ28a)',
    within: 'complaint.suspend-send',
  },
  attach: {
    from: ['awaiting-acceptance', 'accepted', 'verifying', 'verified'],
    to: 'same',
    by: ['petitioner', 'intake', 'handler'],
    needs: [],
    cite: 'LKN 2011 Đ12, Đ34',
  },
  // The working calendar or a switch changed. What was done before stays lawful; only the day still ahead moves.
  're-date': {
    from: ['awaiting-acceptance', 'accepted', 'verifying', 'verified'],
    to: 'same',
    by: ['clock'],
    needs: ['due-date-moves'],
    cite: 'BLDS 2015 Đ147, Đ148; BLLĐ 2019 Đ112',
    unverified: 'own-reading',
  },
  correct: {
    from: [
      'awaiting-acceptance',
      'accepted',
      'verifying',
      'verified',
      'decided',
      'sent',
      'in-effect',
      'settled-for-good',
      'declined',
      'terminated',
      'at-second-instance',
    ],
    to: 'same',
    by: ['handler', 'settler'],
    needs: [],
    cite: 'NĐ 30/2020 Đ18',
    unverified: 'own-reading',
  },
} as const satisfies Workflow<ComplaintState, ComplaintStanding, ComplaintCondition>

/** A step of a first-instance complaint. */
export type ComplaintStep = keyof typeof complaintWorkflow
