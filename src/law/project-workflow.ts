/**
 * A project in an area: known, announced, started, ended. Its people are asked first (lấy ý kiến) and talked with (đối thoại
 * trước dự án); a start without either needs a recorded exemption. Beside it the consultation and one opinion in it.
 */
import type { Workflow } from './law.ts'

export type ProjectState = 'recorded' | 'announced' | 'started' | 'completed' | 'abandoned'

/** `preparer`: clerk, handler, head or deputy of the unit; what binds is the head's or the deputy's. */
export type ProjectStanding = 'preparer' | 'head'

export type ProjectCondition =
  | 'dialogue-is-held-or-exempt'
  | 'consultation-is-over-or-exempt'
  | 'consultation-is-linked-once'
  | 'none-of-it-names-a-person'

/** States in which a project may rest for good. */
export const projectFinals = ['completed', 'abandoned'] as const satisfies ProjectState[]

/** What of the law asks for an area's views, by kind of project (LTHDC 2022 Đ25). */
export const projectKinds = ['national-or-group-a', 'resettlement', 'environment', 'local-works', 'other'] as const
export type ProjectKind = (typeof projectKinds)[number]

/** What an exemption sets free of. */
export const exemptFrom = ['dialogue', 'consultation-days'] as const
export type ExemptFrom = (typeof exemptFrom)[number]

/** Grounds of an exemption. The law names none for the dialogue: each is our reading and is shown as such. */
export const exemptionGrounds = ['emergency', 'disaster', 'defence-security', 'held-by-another-body', 'other'] as const

// The duty to talk before a project is practice that follows from the consultation; no article was found that fixes it.
const own = { cite: 'LTHDC 2022 Đ25, Đ26', unverified: 'own-reading' } as const
const nobody = ['none-of-it-names-a-person'] as const
const living = ['recorded', 'announced', 'started'] as const

export const projectWorkflow = {
  record: { from: [], to: 'recorded', by: ['preparer'], needs: nobody, ...own },
  'link-consultation': {
    from: ['recorded', 'announced'],
    to: 'same',
    by: ['preparer'],
    needs: ['consultation-is-linked-once'],
    ...own,
  },
  'link-dialogue': { from: ['recorded', 'announced'], to: 'same', by: ['preparer'], needs: [], ...own },
  announce: { from: ['recorded'], to: 'announced', by: ['head'], needs: [], cite: 'LTHDC 2022 Đ11.3' },
  exempt: { from: ['recorded', 'announced'], to: 'same', by: ['head'], needs: nobody, ...own },
  start: {
    from: ['announced'],
    to: 'started',
    by: ['head'],
    needs: ['consultation-is-over-or-exempt', 'dialogue-is-held-or-exempt'],
    cite: 'LTHDC 2022 Đ28.2',
    unverified: 'own-reading',
  },
  'note-talk': { from: ['recorded', 'announced', 'started'], to: 'same', by: ['preparer'], needs: nobody, ...own },
  'note-promise': { from: ['announced', 'started'], to: 'same', by: ['preparer'], needs: nobody, ...own },
  'change-area': { from: living, to: 'same', by: ['head'], needs: nobody, ...own },
  complete: { from: ['started'], to: 'completed', by: ['head'], needs: nobody, ...own },
  abandon: { from: living, to: 'abandoned', by: ['head'], needs: nobody, ...own },
  correct: {
    from: ['recorded', 'announced', 'started', 'completed', 'abandoned'],
    to: 'same',
    by: ['preparer'],
    needs: nobody,
    cite: 'NĐ 30/2020 Đ18',
    unverified: 'own-reading',
  },
} as const satisfies Workflow<ProjectState, ProjectStanding, ProjectCondition>

export type ConsultationState = 'open' | 'closed' | 'explained' | 'withdrawn'
export type ConsultationStanding = 'preparer' | 'head'
export type ConsultationCondition = 'its-last-day-has-passed' | 'every-opinion-is-weighed' | 'none-of-it-names-a-person'

/** States in which a consultation may rest for good. */
export const consultationFinals = ['explained', 'withdrawn'] as const satisfies ConsultationState[]

/** What the people are asked about before it is decided (LTHDC 2022 Đ25), in the order of the article. */
export const consultationMatters = [
  'social-economic-plan',
  'land-use',
  'project-policy',
  'boundaries-and-names',
  'community-decision',
  'construction-planning',
  'democracy-regulation',
  'adverse-decision',
  'other',
] as const
export type ConsultationMatter = (typeof consultationMatters)[number]

export const consultationWorkflow = {
  publish: {
    from: [],
    to: 'open',
    by: ['head'],
    needs: nobody,
    cite: 'LTHDC 2022 Đ28.2',
    within: 'consultation.open',
  },
  extend: { from: ['open'], to: 'same', by: ['head'], needs: [], cite: 'LTHDC 2022 Đ28.2' },
  close: {
    from: ['open'],
    to: 'closed',
    by: ['preparer'],
    needs: ['its-last-day-has-passed'],
    cite: 'LTHDC 2022 Đ28.2',
  },
  explain: {
    from: ['closed'],
    to: 'explained',
    by: ['head'],
    needs: ['every-opinion-is-weighed', 'none-of-it-names-a-person'],
    cite: 'LTHDC 2022 Đ28',
  },
  withdraw: { from: ['open', 'closed'], to: 'withdrawn', by: ['head'], needs: nobody, ...own },
  correct: {
    from: ['open', 'closed', 'explained', 'withdrawn'],
    to: 'same',
    by: ['preparer'],
    needs: nobody,
    cite: 'NĐ 30/2020 Đ18',
    unverified: 'own-reading',
  },
} as const satisfies Workflow<ConsultationState, ConsultationStanding, ConsultationCondition>

export type OpinionState = 'received' | 'weighed'
export type OpinionStanding = 'public' | 'preparer'
export type OpinionCondition =
  | 'consultation-is-open'
  | 'consultation-takes-paper'
  | 'explanation-is-not-published'
  | 'none-of-it-names-a-person'

/** An opinion rests once it is weighed; one of a consultation that was withdrawn rests as it came. */
export const opinionFinals = ['received', 'weighed'] as const satisfies OpinionState[]

/** What became of an opinion. */
export const opinionOutcomes = ['taken', 'taken-in-part', 'not-taken'] as const
export type OpinionOutcome = (typeof opinionOutcomes)[number]

/** How an opinion came that an officer writes down (LTHDC 2022 Đ26). */
export const opinionSources = ['paper', 'meeting', 'hotline', 'front', 'village-head'] as const

export const opinionWorkflow = {
  send: { from: [], to: 'received', by: ['public'], needs: ['consultation-is-open'], cite: 'LTHDC 2022 Đ26' },
  record: { from: [], to: 'received', by: ['preparer'], needs: ['consultation-takes-paper'], cite: 'LTHDC 2022 Đ26' },
  weigh: {
    from: ['received', 'weighed'],
    to: 'weighed',
    by: ['preparer'],
    needs: ['explanation-is-not-published', 'none-of-it-names-a-person'],
    cite: 'LTHDC 2022 Đ28',
  },
  correct: {
    from: ['received', 'weighed'],
    to: 'same',
    by: ['preparer'],
    needs: ['explanation-is-not-published'],
    cite: 'NĐ 30/2020 Đ18',
    unverified: 'own-reading',
  },
} as const satisfies Workflow<OpinionState, OpinionStanding, OpinionCondition>
