/** A recommendation or an observation (kiến nghị, phản ánh), from its acceptance to the answer, rating and closing. */
import type { Workflow } from './law.ts'

export type FeedbackState =
  | 'awaiting-assignment'
  | 'assigned'
  | 'kept-for-study'
  | 'reviewed'
  | 'decided'
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
  | 'is-not-marked-yet'
  | 'is-about-a-regulation'
  | 'sender-gave-name-address-phone'
  | 'is-in-vietnamese'
  | 'came-by-a-channel-of-the-decree'
  | 'regulation-is-decided'
  | 'outcome-fits-the-issuer'
  | 'outcome-is-not-public-yet'

/** What a regulation is reviewed by (NĐ 20/2008 Đ14). */
export const regulationCriteria = [
  'necessity',
  'reasonable-and-lawful',
  'simplicity',
  'feasibility',
  'consistency',
  'treaty-conformity',
] as const
export type RegulationCriterion = (typeof regulationCriteria)[number]

/** Whose regulation it is. */
export const regulationIssuers = ['own', 'superior', 'another'] as const
export type RegulationIssuer = (typeof regulationIssuers)[number]

/** What is decided after the review. */
export const regulationOutcomes = ['amend-or-repeal', 'propose-to-superior', 'issue-new', 'keep-as-it-is'] as const
export type RegulationOutcome = (typeof regulationOutcomes)[number]

/** States in which feedback may rest for good. */
export const feedbackFinals = ['closed', 'transferred', 'withdrawn'] as const satisfies FeedbackState[]

/** Open, and not answered yet. */
const unanswered = ['awaiting-assignment', 'assigned', 'kept-for-study', 'reviewed', 'decided', 'drafted'] as const

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
    from: [...unanswered, 'answered'],
    to: 'same',
    by: ['head'],
    needs: ['officer-has-this-work'],
    cite: 'NĐ 30/2020 Đ31',
    unverified: 'recalled',
  },
  // About a regulation: who asks to change one must say who they are, in Vietnamese, by a way that the decree names.
  'mark-regulation': {
    from: ['awaiting-assignment', 'assigned', 'drafted'],
    to: 'same',
    by: ['intake', 'handler', 'head'],
    needs: [
      'is-not-marked-yet',
      'sender-gave-name-address-phone',
      'is-in-vietnamese',
      'came-by-a-channel-of-the-decree',
    ],
    cite: 'NĐ 20/2008 Đ7',
  },
  // Not enough ground yet: collected with others of its kind and looked at again on a day of the office's own.
  'keep-for-study': {
    from: ['assigned', 'reviewed'],
    to: 'kept-for-study',
    by: ['handler', 'head'],
    needs: ['is-about-a-regulation'],
    cite: 'NĐ 20/2008 Đ14',
  },
  'review-regulation': {
    from: ['assigned', 'kept-for-study', 'reviewed'],
    to: 'reviewed',
    by: ['handler', 'head'],
    needs: ['is-about-a-regulation'],
    cite: 'NĐ 20/2008 Đ14',
  },
  'decide-on-regulation': {
    from: ['reviewed'],
    to: 'decided',
    by: ['settler', 'head'],
    needs: ['is-about-a-regulation', 'outcome-fits-the-issuer'],
    cite: 'NĐ 20/2008 Đ14, Đ15',
  },
  'publish-outcome': {
    from: ['decided', 'drafted', 'answered', 'closed'],
    to: 'same',
    by: ['handler', 'head', 'settler'],
    needs: ['is-about-a-regulation', 'regulation-is-decided', 'outcome-is-not-public-yet'],
    cite: 'NĐ 20/2008 Đ19',
  },
  'draft-answer': {
    from: ['assigned', 'decided', 'drafted'],
    to: 'drafted',
    by: ['handler'],
    needs: ['regulation-is-decided'],
    cite: 'NĐ 20/2008 Đ14',
  },
  answer: {
    from: ['drafted'],
    to: 'answered',
    by: ['settler', 'head'],
    needs: ['regulation-is-decided'],
    cite: 'NĐ 20/2008 Đ15',
    within: 'feedback.answer',
  },
  'allow-publication': {
    from: [...unanswered, 'answered', 'closed'],
    to: 'same',
    by: ['petitioner'],
    needs: ['publication-is-not-yet-allowed'],
    cite: 'Luật 91/2025; NĐ 20/2008 Đ19',
    unverified: 'own-reading',
  },
  'refuse-publication': {
    from: [...unanswered, 'answered', 'closed'],
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
    from: ['awaiting-assignment', 'assigned', 'kept-for-study', 'drafted'],
    to: 'transferred',
    by: ['handler', 'intake', 'head'],
    needs: ['outside-competence', 'not-transferred-before'],
    cite: 'NĐ 20/2008 Đ9.1d',
    within: 'feedback.transfer',
  },
  attach: {
    from: unanswered,
    to: 'same',
    by: ['petitioner', 'intake', 'handler'],
    needs: [],
    cite: 'NĐ 20/2008 Đ7',
  },
  withdraw: {
    from: unanswered,
    to: 'withdrawn',
    by: ['petitioner', 'intake'],
    needs: [],
    cite: 'TT 05/2021',
    unverified: 'own-reading',
  },
  // The working calendar or a switch changed. What was done before stays lawful; only the day still ahead moves.
  're-date': {
    from: unanswered,
    to: 'same',
    by: ['clock'],
    needs: ['due-date-moves'],
    cite: 'BLDS 2015 Đ147, Đ148; BLLĐ 2019 Đ112',
    unverified: 'own-reading',
  },
  correct: {
    from: [...unanswered, 'answered', 'closed', 'transferred', 'withdrawn'],
    to: 'same',
    by: ['handler', 'head', 'settler'],
    needs: [],
    cite: 'NĐ 30/2020 Đ18',
    unverified: 'own-reading',
  },
} as const satisfies Workflow<FeedbackState, FeedbackStanding, FeedbackCondition>

/** A step of a recommendation or an observation. */
export type FeedbackStep = keyof typeof feedbackWorkflow
