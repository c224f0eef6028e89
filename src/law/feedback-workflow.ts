/** A recommendation or an observation (kiến nghị, phản ánh), from its acceptance to the answer, rating and closing. */
import type { Workflow } from './law.ts'

export type FeedbackState =
  | 'awaiting-assignment'
  | 'assigned'
  | 'drafted'
  | 'answered'
  | 'closed'
  | 'transferred'
  | 'withdrawn'

export type FeedbackStanding = 'petitioner' | 'intake' | 'handler' | 'head' | 'settler' | 'clock'

export type FeedbackCondition =
  | 'due-date-moves'
  | 'officer-has-this-work'
  | 'outside-competence'
  | 'not-transferred-before'
  | 'publication-is-allowed'
  | 'publication-is-not-yet-allowed'
  | 'publication-is-not-yet-refused'
  | 'not-published-yet'
  | 'not-rated-yet'
  | 'reopened-less-than-once'
  | 'reopening-window-is-open'
  | 'reopening-is-no-longer-possible'

/** States in which feedback may rest for good. */
export const feedbackFinals = ['closed', 'transferred', 'withdrawn'] as const satisfies FeedbackState[]

export const feedbackWorkflow = {
  propose: {
    from: [],
    to: 'awaiting-assignment',
    by: ['handler', 'intake', 'head'],
    needs: [],
    cite: 'TT 05/2021; NĐ 20/2008 Đ9',
    unverified: 'recalled',
  },
  assign: {
    from: ['awaiting-assignment', 'assigned'],
    to: 'assigned',
    by: ['head', 'settler', 'intake'],
    needs: [],
    cite: 'NĐ 20/2008 Đ9',
  },
  // Work of an officer who leaves: each record goes to the receiver with an event of its own.
  'hand-over-work': {
    from: ['awaiting-assignment', 'assigned', 'drafted', 'answered'],
    to: 'same',
    by: ['head'],
    needs: ['officer-has-this-work'],
    cite: 'NĐ 30/2020 Đ31',
    unverified: 'recalled',
  },
  'draft-answer': {
    from: ['assigned', 'drafted'],
    to: 'drafted',
    by: ['handler'],
    needs: [],
    cite: 'NĐ 20/2008 Đ14',
  },
  answer: {
    from: ['drafted'],
    to: 'answered',
    by: ['settler', 'head'],
    needs: [],
    cite: 'NĐ 20/2008 Đ15',
    within: 'feedback.answer',
  },
  'allow-publication': {
    from: ['awaiting-assignment', 'assigned', 'drafted', 'answered', 'closed'],
    to: 'same',
    by: ['petitioner'],
    needs: ['publication-is-not-yet-allowed'],
    cite: 'Luật 91/2025; NĐ 20/2008 Đ19',
    unverified: 'own-reading',
  },
  'refuse-publication': {
    from: ['awaiting-assignment', 'assigned', 'drafted', 'answered', 'closed'],
    to: 'same',
    by: ['petitioner'],
    needs: ['publication-is-not-yet-refused'],
    cite: 'Luật 91/2025',
    unverified: 'own-reading',
  },
  publish: {
    from: ['answered', 'closed'],
    to: 'same',
    by: ['handler', 'head', 'settler'],
    needs: ['publication-is-allowed', 'not-published-yet'],
    cite: 'NĐ 20/2008 Đ19',
  },
  rate: {
    from: ['answered', 'closed'],
    to: 'same',
    by: ['petitioner'],
    needs: ['not-rated-yet'],
    cite: 'QĐ 766/QĐ-TTg 2022',
    unverified: 'own-reading',
  },
  reopen: {
    from: ['answered'],
    to: 'assigned',
    by: ['petitioner'],
    needs: ['reopened-less-than-once', 'reopening-window-is-open'],
    cite: 'NĐ 20/2008 Đ9',
    within: 'feedback.reopen',
    unverified: 'own-reading',
  },
  close: {
    from: ['answered'],
    to: 'closed',
    by: ['clock', 'handler', 'head'],
    needs: ['reopening-is-no-longer-possible'],
    cite: 'NĐ 20/2008 Đ15',
    unverified: 'own-reading',
  },
  transfer: {
    from: ['awaiting-assignment', 'assigned', 'drafted'],
    to: 'transferred',
    by: ['handler', 'intake', 'head'],
    needs: ['outside-competence', 'not-transferred-before'],
    cite: 'NĐ 20/2008 Đ9.1d',
    within: 'feedback.transfer',
  },
  attach: {
    from: ['awaiting-assignment', 'assigned', 'drafted'],
    to: 'same',
    by: ['petitioner', 'intake', 'handler'],
    needs: [],
    cite: 'NĐ 20/2008 Đ7',
  },
  withdraw: {
    from: ['awaiting-assignment', 'assigned', 'drafted'],
    to: 'withdrawn',
    by: ['petitioner', 'intake'],
    needs: [],
    cite: 'TT 05/2021',
    unverified: 'own-reading',
  },
  // The working calendar or a switch changed. What was done before stays lawful; only the day still ahead moves.
  're-date': {
    from: ['awaiting-assignment', 'assigned', 'drafted'],
    to: 'same',
    by: ['clock'],
    needs: ['due-date-moves'],
    cite: 'BLDS 2015 Đ147, Đ148; BLLĐ 2019 Đ112',
    unverified: 'own-reading',
  },
  correct: {
    from: ['awaiting-assignment', 'assigned', 'drafted', 'answered', 'closed', 'transferred', 'withdrawn'],
    to: 'same',
    by: ['handler', 'head', 'settler'],
    needs: [],
    cite: 'NĐ 30/2020 Đ18',
    unverified: 'own-reading',
  },
} as const satisfies Workflow<FeedbackState, FeedbackStanding, FeedbackCondition>

/** A step of a recommendation or an observation. */
export type FeedbackStep = keyof typeof feedbackWorkflow
