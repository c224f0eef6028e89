/**
 * A complaint, one record an instance (lần đầu, lần hai), from the proposal to accept it until it is settled for good.
 *
 * A suspension and an open second road are facts with dates, not states: the record keeps its place on the road
 * meanwhile. A complaint is never reopened, unless it ended by a forced withdrawal; what follows is a second complaint at
 * the superior.
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
  | 'dialogue-is-held-where-mandatory'
  | 'is-first-instance'
  | 'is-second-instance'
  | 'court-road-is-not-yet-announced'
  | 'complexity-criterion-recorded'
  | 'not-extended-before'
  | 'limit-has-not-passed'
  | 'limit-has-passed'
  | 'second-road-is-not-yet-announced'
  | 'second-road-is-open'
  | 'second-window-has-passed'
  | 'not-withdrawn-yet'
  | 'withdrawal-waits-for-confirmation'
  | 'withdrawn-or-at-court'
  | 'a-withdrawal-stands'
  | 'ended-by-withdrawal'
  | 'is-not-at-court'
  | 'is-at-court'
  | 'no-stay-is-running'
  | 'a-stay-is-running'
  | 'a-decision-waits-to-be-sent'
  | 'joint-petition-is-complete'
  | 'was-not-freely-withdrawn'
  | 'decision-is-enforced'
  | 'no-road-is-open'
  | 'due-date-moves'

/** States in which an instance may rest for good. */
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
    needs: [
      'signature-is-confirmed',
      'within-competence',
      'joint-petition-is-complete',
      'was-not-freely-withdrawn',
      'acceptance-conditions-met',
    ],
    cite: 'LKN 2011 Đ27, Đ36; NĐ 155/2026 Đ10',
    within: 'complaint.accept',
    or_within: ['complaint.discipline-accept'],
  },
  decline: {
    from: ['awaiting-acceptance'],
    to: 'declined',
    by: ['settler'],
    needs: [],
    cite: 'LKN 2011 Đ11, Đ27, Đ36',
    within: 'complaint.accept',
    or_within: ['complaint.discipline-accept'],
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
    cite: 'LKN 2011 Đ30, Đ39; NĐ 155/2026 Đ11',
    within: 'complaint.dialogue-notice',
    unverified: 'unofficial-transcription',
  },
  'hold-dialogue': {
    from: ['verified'],
    to: 'same',
    by: ['settler', 'handler'],
    needs: ['is-not-suspended'],
    cite: 'LKN 2011 Đ30, Đ39; NĐ 155/2026 Đ11.5',
  },
  decide: {
    from: ['verified'],
    to: 'decided',
    by: ['settler'],
    needs: [
      'is-not-suspended',
      'is-not-at-court',
      'dialogue-is-held-where-views-differ',
      'dialogue-is-held-where-mandatory',
    ],
    cite: 'LKN 2011 Đ28, Đ31, Đ37, Đ39, Đ40',
    within: 'complaint.settle-first',
    or_within: ['complaint.settle-second', 'complaint.discipline-settle'],
  },
  send: {
    from: ['decided'],
    to: 'sent',
    by: ['clerk', 'handler', 'settler'],
    needs: [],
    cite: 'LKN 2011 Đ32, Đ41',
    within: 'complaint.send-first',
    or_within: ['complaint.send-second'],
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
    needs: ['is-first-instance', 'limit-has-passed', 'second-road-is-not-yet-announced'],
    cite: 'LKN 2011 Đ33',
  },
  // After the second instance the administrative road is at its end.
  'open-court-road': {
    from: ['accepted', 'verifying', 'verified'],
    to: 'same',
    by: ['clock'],
    needs: ['is-second-instance', 'limit-has-passed', 'court-road-is-not-yet-announced'],
    cite: 'LKN 2011 Đ42',
  },
  'note-second-complaint': {
    from: ['accepted', 'verifying', 'verified', 'decided', 'sent'],
    to: 'at-second-instance',
    by: ['intake', 'handler', 'clerk'],
    needs: ['is-first-instance', 'second-road-is-open'],
    cite: 'LKN 2011 Đ33',
    within: 'complaint.file-second',
    or_within: ['complaint.discipline-file-second', 'complaint.dismissal-file-second'],
  },
  // A second complaint in a register of this program: the first one's record hears of it by itself.
  'move-to-second-instance': {
    from: ['accepted', 'verifying', 'verified', 'decided', 'sent', 'in-effect'],
    to: 'at-second-instance',
    by: ['clock'],
    needs: ['is-first-instance'],
    cite: 'LKN 2011 Đ33, Đ36',
  },
  'follow-second-instance': {
    from: ['accepted', 'verifying', 'verified', 'decided', 'sent', 'in-effect', 'at-second-instance'],
    to: 'same',
    by: ['clock'],
    needs: ['is-first-instance'],
    cite: 'LKN 2011 Đ33, Đ41',
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
    cite: 'LKN 2011 Đ28, Đ37; NĐ 155/2026 Đ3a',
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
    needs: ['withdrawn-or-at-court'],
    cite: 'LKN 2011 Đ10, Đ11.9; NĐ 155/2026 Đ12 (Đ28a)',
    within: 'complaint.suspend-send',
  },
  // A decision to suspend, resume, terminate, or to stay the contested decision goes to both parties.
  'send-stop': {
    from: ['awaiting-acceptance', 'accepted', 'verifying', 'verified', 'decided', 'sent', 'in-effect', 'terminated'],
    to: 'same',
    by: ['clerk', 'handler', 'settler'],
    needs: ['a-decision-waits-to-be-sent'],
    cite: 'NĐ 155/2026 Đ12 (Đ28a, Đ28b); LKN 2011 Đ35',
    within: 'complaint.suspend-send',
    unverified: 'unofficial-transcription',
  },
  // The contested decision waits; the case does not.
  stay: {
    from: ['accepted', 'verifying', 'verified'],
    to: 'same',
    by: ['settler'],
    needs: ['is-not-suspended', 'limit-has-not-passed', 'no-stay-is-running'],
    cite: 'LKN 2011 Đ35',
  },
  'lift-stay': {
    from: ['accepted', 'verifying', 'verified'],
    to: 'same',
    by: ['settler'],
    needs: ['a-stay-is-running'],
    cite: 'LKN 2011 Đ35',
  },
  'note-respondent-visit': {
    from: ['awaiting-acceptance', 'accepted', 'verifying', 'verified', 'terminated'],
    to: 'same',
    by: ['petitioner', 'intake', 'handler', 'verifier', 'settler'],
    needs: [],
    cite: 'LKN 2011 Đ10 (Luật 136/2025)',
    unverified: 'own-reading',
  },
  'annul-withdrawal': {
    from: ['awaiting-acceptance', 'accepted', 'verifying', 'verified'],
    to: 'same',
    by: ['settler', 'handler', 'intake'],
    needs: ['a-withdrawal-stands'],
    cite: 'LKN 2011 Đ10 (Luật 136/2025)',
    unverified: 'press-only',
  },
  // What was withdrawn is not examined again, unless the withdrawal was forced.
  'reopen-coerced': {
    from: ['terminated'],
    to: 'awaiting-acceptance',
    by: ['settler'],
    needs: ['ended-by-withdrawal'],
    cite: 'LKN 2011 Đ10 (Luật 136/2025)',
    in_force_from: '2026-07-01',
    within: 'complaint.accept',
    unverified: 'press-only',
  },
  'note-lawsuit': {
    from: ['awaiting-acceptance', 'accepted', 'verifying', 'verified'],
    to: 'same',
    by: ['petitioner', 'intake', 'handler', 'settler'],
    needs: ['is-not-at-court'],
    cite: 'LKN 2011 Đ7, Đ11.9',
  },
  'close-lawsuit': {
    from: ['awaiting-acceptance', 'accepted', 'verifying', 'verified'],
    to: 'same',
    by: ['petitioner', 'intake', 'handler', 'settler'],
    needs: ['is-at-court'],
    cite: 'LKN 2011 Đ7, Đ11.9',
    unverified: 'own-reading',
  },
  'name-obligation': {
    from: ['decided', 'sent', 'in-effect'],
    to: 'same',
    by: ['handler', 'settler', 'clerk'],
    needs: [],
    cite: 'LKN 2011 Đ45, Đ46',
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

/** A step of a complaint. */
export type ComplaintStep = keyof typeof complaintWorkflow
