/**
 * A meeting of several bodies (hội thảo, hội nghị, giao ban, họp mặt), from its plan to what its conclusion binds. No law
 * fixes these steps; that letters are numbered and signed by the head is NĐ 30/2020.
 */
import type { Workflow } from './law.ts'

export type MeetingState = 'planned' | 'invited' | 'held' | 'concluded' | 'closed' | 'cancelled'

/**
 * `organiser`: an officer who prepares it, of any organising unit; `head`: who signs for the unit that prepares it;
 * `guest`: an officer of an invited unit; `room`: somebody who opened the page of a room by its code.
 */
export type MeetingStanding = 'organiser' | 'head' | 'guest' | 'room'

export type MeetingCondition =
  | 'head-moves-what-is-announced'
  | 'somebody-waits-for-an-invitation'
  | 'guest-speaks-for-own-unit'
  | 'day-of-the-meeting-has-come'
  | 'programme-is-not-empty'
  | 'programme-is-given-out-again'
  | 'conclusion-is-written'
  | 'what-is-published-names-nobody'
  | 'nothing-waits-for-a-conclusion'

/** States in which a meeting may rest for good. */
export const meetingFinals = ['closed', 'cancelled'] as const satisfies MeetingState[]

/** What kind of meeting it is: hội thảo, hội nghị, giao ban, họp mặt. */
export const meetingKinds = ['workshop', 'conference', 'briefing', 'reunion'] as const
export type MeetingKind = (typeof meetingKinds)[number]

/** Where it is held. */
export const meetingModes = ['in-person', 'online', 'both'] as const
export type MeetingMode = (typeof meetingModes)[number]

/** What stands on a programme. */
export const itemKinds = ['opening', 'report', 'paper', 'speech', 'discussion', 'break', 'closing'] as const
export type ItemKind = (typeof itemKinds)[number]

/** What a meeting finds: kết quả, hạn chế, nguyên nhân, giải pháp, kiến nghị. */
export const findingKinds = ['result', 'limit', 'cause', 'remedy', 'proposal'] as const
export type FindingKind = (typeof findingKinds)[number]

const own = { cite: 'NĐ 30/2020', unverified: 'own-reading' } as const
const team = ['organiser', 'head'] as const
const before = ['planned', 'invited'] as const
const open = ['planned', 'invited', 'held'] as const

export const meetingWorkflow = {
  plan: { from: [], to: 'planned', by: team, needs: [], ...own },
  correct: {
    from: ['planned', 'invited', 'held', 'concluded', 'closed', 'cancelled'],
    to: 'same',
    by: team,
    needs: ['what-is-published-names-nobody'],
    ...own,
  },
  move: { from: before, to: 'same', by: team, needs: ['head-moves-what-is-announced'], ...own },
  cancel: { from: before, to: 'cancelled', by: ['head'], needs: [], ...own },
  'name-host': { from: open, to: 'same', by: team, needs: [], ...own },
  'drop-host': { from: open, to: 'same', by: team, needs: [], ...own },
  'add-room': { from: open, to: 'same', by: team, needs: [], ...own },
  'drop-room': { from: before, to: 'same', by: team, needs: [], ...own },
  'list-guests': { from: before, to: 'same', by: team, needs: [], ...own },
  'drop-guest': { from: before, to: 'same', by: team, needs: [], ...own },
  invite: {
    from: before,
    to: 'invited',
    by: ['head'],
    needs: ['somebody-waits-for-an-invitation'],
    cite: 'NĐ 30/2020 Phụ lục III',
    unverified: 'own-reading',
  },
  'answer-invitation': {
    from: ['invited'],
    to: 'same',
    by: ['guest', ...team],
    needs: ['guest-speaks-for-own-unit'],
    ...own,
  },
  'add-item': { from: before, to: 'same', by: team, needs: [], ...own },
  'drop-item': { from: before, to: 'same', by: team, needs: [], ...own },
  'issue-programme': { from: before, to: 'same', by: ['head'], needs: ['programme-is-not-empty'], ...own },
  'note-attendance': {
    from: ['invited', 'held'],
    to: 'same',
    by: [...team, 'guest', 'room'],
    needs: ['day-of-the-meeting-has-come', 'guest-speaks-for-own-unit'],
    ...own,
  },
  'report-room': {
    from: ['invited', 'held'],
    to: 'same',
    by: [...team, 'guest', 'room'],
    needs: ['day-of-the-meeting-has-come', 'guest-speaks-for-own-unit'],
    ...own,
  },
  hold: {
    from: ['invited'],
    to: 'held',
    by: team,
    needs: ['day-of-the-meeting-has-come', 'programme-is-given-out-again'],
    ...own,
  },
  'record-speech': {
    from: ['invited', 'held', 'concluded'],
    to: 'same',
    by: team,
    needs: ['day-of-the-meeting-has-come'],
    ...own,
  },
  'drop-speech': { from: ['invited', 'held'], to: 'same', by: team, needs: [], ...own },
  'write-finding': { from: ['held'], to: 'same', by: team, needs: [], ...own },
  'drop-finding': { from: ['held'], to: 'same', by: team, needs: [], ...own },
  'write-conclusion': { from: ['held'], to: 'same', by: team, needs: [], ...own },
  'note-promise': {
    from: ['held', 'concluded'],
    to: 'same',
    by: team,
    needs: ['what-is-published-names-nobody'],
    ...own,
  },
  'drop-promise': { from: ['held'], to: 'same', by: team, needs: [], ...own },
  conclude: {
    from: ['held'],
    to: 'concluded',
    by: ['head'],
    needs: ['conclusion-is-written', 'what-is-published-names-nobody'],
    cite: 'NĐ 30/2020 Đ13',
    unverified: 'own-reading',
  },
  close: {
    from: ['held', 'concluded'],
    to: 'closed',
    by: ['head'],
    needs: ['nothing-waits-for-a-conclusion'],
    ...own,
  },
} as const satisfies Workflow<MeetingState, MeetingStanding, MeetingCondition>

/** A step of a meeting. */
export type MeetingStep = keyof typeof meetingWorkflow
