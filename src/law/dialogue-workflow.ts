/** A dialogue with the people (đối thoại): planned, announced in time, held, its results published; and one question put to it. */
import type { Workflow } from './law.ts'

export type DialogueState = 'planned' | 'announced' | 'held' | 'published' | 'answered' | 'cancelled'

/** `preparer`: clerk, handler or reception officer of the unit. `head`: its head or deputy. `clock`: the program. */
export type DialogueStanding = 'preparer' | 'head' | 'clock'

export type DialogueCondition =
  | 'notice-is-in-time'
  | 'dialogue-day-has-come'
  | 'dialogue-day-has-not-passed'
  | 'every-question-is-sorted'
  | 'every-asker-is-answered'
  | 'none-of-it-names-a-person'
  | 'published-words-name-nobody'

/** States in which a dialogue may rest for good. */
export const dialogueFinals = ['answered', 'cancelled'] as const satisfies DialogueState[]

const local = { cite: 'Luật TCCQĐP 72/2025 Đ43', unverified: 'press-only' } as const
// The law fixes notice, holding and publication; the steps between are the office's own work.
const own = { cite: 'Luật TCCQĐP 72/2025 Đ43', unverified: 'own-reading' } as const
const both = ['preparer', 'head'] as const

export const dialogueWorkflow = {
  plan: { from: [], to: 'planned', by: both, needs: ['none-of-it-names-a-person'], ...own },
  'change-plan': { from: ['planned'], to: 'same', by: both, needs: ['none-of-it-names-a-person'], ...own },
  announce: {
    from: ['planned'],
    to: 'announced',
    by: ['head'],
    needs: ['notice-is-in-time'],
    within: 'dialogue.notice',
    ...local,
  },
  // A day that moves is announced anew, in time; the old day stays on the page.
  move: {
    from: ['announced'],
    to: 'same',
    by: ['head'],
    needs: ['dialogue-day-has-not-passed', 'none-of-it-names-a-person', 'notice-is-in-time'],
    within: 'dialogue.notice',
    ...own,
  },
  cancel: {
    from: ['planned', 'announced'],
    to: 'cancelled',
    by: ['head'],
    needs: ['none-of-it-names-a-person'],
    ...own,
  },
  'print-slips': { from: ['announced'], to: 'same', by: both, needs: [], ...own },
  'name-group': {
    from: ['announced', 'held', 'published'],
    to: 'same',
    by: both,
    needs: ['none-of-it-names-a-person'],
    ...own,
  },
  'answer-group': {
    from: ['announced', 'held', 'published'],
    to: 'same',
    by: both,
    needs: ['none-of-it-names-a-person'],
    ...own,
  },
  'write-minutes': { from: ['announced', 'held'], to: 'same', by: both, needs: ['dialogue-day-has-come'], ...own },
  hold: { from: ['announced'], to: 'held', by: both, needs: ['dialogue-day-has-come'], ...local },
  'note-promise': {
    from: ['held', 'published', 'answered'],
    to: 'same',
    by: both,
    needs: ['none-of-it-names-a-person'],
    ...own,
  },
  'drop-promise': { from: ['held'], to: 'same', by: both, needs: [], ...own },
  'publish-results': {
    from: ['held'],
    to: 'published',
    by: ['head'],
    needs: ['every-question-is-sorted', 'none-of-it-names-a-person', 'published-words-name-nobody'],
    within: 'dialogue.publish',
    ...local,
  },
  'send-to-villages': {
    from: ['published', 'answered'],
    to: 'same',
    by: both,
    needs: [],
    within: 'dialogue.publish',
    ...local,
  },
  close: { from: ['published'], to: 'answered', by: both, needs: ['every-asker-is-answered'], ...own },
  correct: {
    from: ['planned', 'announced', 'held', 'published', 'answered', 'cancelled'],
    to: 'same',
    by: both,
    needs: ['none-of-it-names-a-person'],
    cite: 'NĐ 30/2020 Đ18',
    unverified: 'own-reading',
  },
} as const satisfies Workflow<DialogueState, DialogueStanding, DialogueCondition>

/** A step of a dialogue. */
export type DialogueStep = keyof typeof dialogueWorkflow

export type DialogueQuestionState =
  | 'asked'
  | 'signed-up'
  | 'grouped'
  | 'answered'
  | 'set-aside'
  | 'handed-to-petitions'
  | 'withdrawn'

/** `public`: somebody at the portal. `asker`: who opened the question with its code. */
export type DialogueQuestionStanding = 'public' | 'asker' | 'preparer' | 'head' | 'clock'

export type DialogueQuestionCondition =
  | 'its-group-has-an-answer'
  | 'dialogue-is-on-its-way'
  | 'none-of-it-names-a-person'
  | 'the-office-wrote-it-down'

/** States in which a question may rest for good. */
export const dialogueQuestionFinals = [
  'signed-up',
  'answered',
  'set-aside',
  'handed-to-petitions',
  'withdrawn',
] as const satisfies DialogueQuestionState[]

export const dialogueQuestionWorkflow = {
  ask: { from: [], to: 'asked', by: ['public'], needs: [], ...local },
  'sign-up': { from: [], to: 'signed-up', by: ['public', 'preparer', 'head'], needs: [], ...own },
  // On paper, by telephone, through the head of a village, or spoken in the room.
  record: { from: [], to: 'asked', by: both, needs: [], ...local },
  group: { from: ['asked', 'grouped'], to: 'grouped', by: both, needs: ['dialogue-is-on-its-way'], ...own },
  'set-aside': {
    from: ['asked', 'grouped'],
    to: 'set-aside',
    by: both,
    needs: ['none-of-it-names-a-person'],
    ...own,
  },
  'hand-to-petitions': {
    from: ['asked', 'grouped'],
    to: 'handed-to-petitions',
    by: both,
    needs: [],
    cite: 'LTCD 2013 Đ25',
    unverified: 'own-reading',
  },
  answer: {
    from: ['grouped'],
    to: 'answered',
    by: ['preparer', 'head', 'clock'],
    needs: ['its-group-has-an-answer'],
    ...own,
  },
  'note-told': {
    from: ['asked', 'grouped', 'signed-up', 'set-aside'],
    to: 'same',
    by: ['preparer', 'head', 'clock'],
    needs: [],
    ...own,
  },
  withdraw: { from: ['asked', 'grouped', 'signed-up'], to: 'withdrawn', by: ['asker', ...both], needs: [], ...own },
  // What somebody typed at the portal is their own word: they take it back and ask anew.
  correct: {
    from: ['asked', 'grouped', 'signed-up', 'set-aside', 'handed-to-petitions', 'answered', 'withdrawn'],
    to: 'same',
    by: both,
    needs: ['the-office-wrote-it-down'],
    cite: 'NĐ 30/2020 Đ18',
    unverified: 'own-reading',
  },
} as const satisfies Workflow<DialogueQuestionState, DialogueQuestionStanding, DialogueQuestionCondition>

/** A step of a question. */
export type DialogueQuestionStep = keyof typeof dialogueQuestionWorkflow
