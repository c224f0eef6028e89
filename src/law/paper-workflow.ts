/**
 * Papers for a meeting (tham luận): topics given out to units or called openly, papers on their way to the volume (kỷ yếu).
 * No law fixes these steps; authors' rights over what they wrote are those of the Law on Intellectual Property.
 */
import type { Workflow } from './law.ts'

export type TopicState = 'commissioned' | 'ended'
/** `organiser`: an officer of a unit that organises the meeting. */
export type TopicStanding = 'organiser'
export type TopicCondition = 'due-day-of-papers-is-ahead' | 'somebody-is-asked-for-a-paper'

export type PaperState = 'received' | 'in-editing' | 'accepted' | 'chosen' | 'declined' | 'withdrawn'
/** `author`: who opened the paper with its code; `author-unit`: an officer of a unit it comes from. */
export type PaperStanding = 'organiser' | 'author' | 'author-unit' | 'reviewer'
export type PaperCondition =
  | 'call-takes-papers'
  | 'unit-sends-its-own-paper'
  | 'own-review-is-not-handed-in'
  | 'both-reviews-are-handed-in'
  | 'nobody-reviews-yet'

export type VolumeState = 'prepared' | 'published'
/** `head`: head or deputy head of the unit that prepares the meeting. */
export type VolumeStanding = 'organiser' | 'head'
export type VolumeCondition = 'a-paper-is-accepted' | 'volume-is-made-of-the-papers-as-they-are'

/** States in which a topic may rest for good. */
export const topicFinals = ['ended'] as const satisfies TopicState[]
/** States in which a paper may rest for good: accepted ones stand in the volume, presented or not. */
export const paperFinals = ['accepted', 'chosen', 'declined', 'withdrawn'] as const satisfies PaperState[]
/** States in which a volume may rest for good. */
export const volumeFinals = ['prepared', 'published'] as const satisfies VolumeState[]

/** Marks a reviewer gives, the best first. */
export const reviewMarks = ['accept', 'accept-with-changes', 'decline'] as const
export type ReviewMark = (typeof reviewMarks)[number]

const own = { cite: 'NĐ 30/2020', unverified: 'own-reading' } as const
const authors = { cite: 'Luật SHTT Đ19, Đ20', unverified: 'own-reading' } as const
const sides = ['author', 'author-unit', 'organiser'] as const
const open = ['received', 'in-editing'] as const

export const topicWorkflow = {
  commission: {
    from: [],
    to: 'commissioned',
    by: ['organiser'],
    needs: ['due-day-of-papers-is-ahead', 'somebody-is-asked-for-a-paper'],
    ...own,
  },
  correct: {
    from: ['commissioned', 'ended'],
    to: 'same',
    by: ['organiser'],
    needs: ['due-day-of-papers-is-ahead', 'somebody-is-asked-for-a-paper'],
    ...own,
  },
  end: { from: ['commissioned'], to: 'ended', by: ['organiser'], needs: [], ...own },
} as const satisfies Workflow<TopicState, TopicStanding, TopicCondition>

export const paperWorkflow = {
  submit: { from: [], to: 'received', by: ['author'], needs: ['call-takes-papers'], ...authors },
  'hand-in': {
    from: [],
    to: 'received',
    by: ['organiser', 'author-unit'],
    needs: ['unit-sends-its-own-paper'],
    ...own,
  },
  'add-version': { from: open, to: 'same', by: sides, needs: [], ...authors },
  'ask-for-changes': {
    from: ['received', 'in-editing', 'accepted'],
    to: 'in-editing',
    by: ['organiser'],
    needs: [],
    ...own,
  },
  'name-reviewers': { from: open, to: 'same', by: ['organiser'], needs: ['nobody-reviews-yet'], ...own },
  review: { from: open, to: 'same', by: ['reviewer'], needs: ['own-review-is-not-handed-in'], ...own },
  accept: { from: open, to: 'accepted', by: ['organiser'], needs: ['both-reviews-are-handed-in'], ...own },
  decline: { from: open, to: 'declined', by: ['organiser'], needs: [], ...own },
  choose: { from: ['accepted', 'chosen'], to: 'chosen', by: ['organiser'], needs: [], ...own },
  'leave-out': { from: ['chosen'], to: 'accepted', by: ['organiser'], needs: [], ...own },
  withdraw: {
    from: ['received', 'in-editing', 'accepted', 'chosen'],
    to: 'withdrawn',
    by: sides,
    needs: [],
    ...authors,
  },
  correct: {
    from: ['received', 'in-editing', 'accepted', 'chosen', 'declined', 'withdrawn'],
    to: 'same',
    by: ['organiser'],
    needs: [],
    ...own,
  },
} as const satisfies Workflow<PaperState, PaperStanding, PaperCondition>

export const volumeWorkflow = {
  begin: { from: [], to: 'prepared', by: ['organiser'], needs: ['a-paper-is-accepted'], ...own },
  correct: { from: ['prepared', 'published'], to: 'same', by: ['organiser'], needs: [], ...own },
  make: { from: ['prepared', 'published'], to: 'same', by: ['organiser'], needs: ['a-paper-is-accepted'], ...own },
  publish: {
    from: ['prepared', 'published'],
    to: 'published',
    by: ['head'],
    needs: ['volume-is-made-of-the-papers-as-they-are'],
    ...authors,
  },
  'take-off': { from: ['published'], to: 'prepared', by: ['head'], needs: [], ...own },
} as const satisfies Workflow<VolumeState, VolumeStanding, VolumeCondition>
