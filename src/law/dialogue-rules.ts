/** Kinds of dialogue and conference with the people: who owes how many, how long before they are announced, how soon published. */
import { inForce, type Unverified } from './law.ts'
import type { LimitId } from './time-limits.ts'

/** Every kind. `within-complaint` is a step of a complaint and no record here; the two conferences may use the same record. */
export const dialogueKinds = [
  'periodic',
  'on-request',
  'before-project',
  'adverse-decision',
  'within-complaint',
  'front-conference',
  'residents-conference',
] as const
export type DialogueKind = (typeof dialogueKinds)[number]

/** Kinds that are planned as a dialogue of a unit. */
export const plannedKinds = [
  'periodic',
  'on-request',
  'before-project',
  'adverse-decision',
  'front-conference',
  'residents-conference',
] as const satisfies readonly DialogueKind[]

/** What the law asks of a kind, from a day on. */
export interface DialogueDuty {
  kind: DialogueKind
  /** First day, and first day without it (ISO). */
  from: string
  until: string | null
  /** How many a year are owed whatever happens; null: when its occasion comes. */
  times_a_year: number | null
  /** Levels whose unit owes it. */
  levels: readonly ('province' | 'commune' | 'village')[]
  /** How long before its day it is announced; null: the text fixes none. */
  notice: LimitId | null
  /** How soon its results are published; null: the text fixes none of its own. */
  publish: LimitId | null
  cite: string
  unverified?: Unverified
}

const local = { from: '2025-07-01', until: null, cite: 'Luật TCCQĐP 72/2025 Đ43', unverified: 'press-only' } as const
const grassroots = { from: '2023-07-01', until: null } as const

/** The duties, each with its article. */
export const dialogueDuties: readonly DialogueDuty[] = [
  {
    kind: 'periodic',
    times_a_year: 1,
    levels: ['province', 'commune'],
    notice: 'dialogue.notice',
    publish: 'dialogue.publish',
    ...local,
  },
  {
    kind: 'on-request',
    times_a_year: null,
    levels: ['province', 'commune'],
    notice: 'dialogue.notice',
    publish: 'dialogue.publish',
    ...local,
  },
  // What must be talked over before it is decided stands in LTHDC 2022 Đ25; that the days of Đ43 bind it too is our reading.
  {
    kind: 'before-project',
    times_a_year: null,
    levels: ['province', 'commune'],
    notice: 'dialogue.notice',
    publish: 'dialogue.publish',
    ...local,
    cite: 'LTHDC 2022 Đ25, Đ26; Luật TCCQĐP 72/2025 Đ43',
    unverified: 'own-reading',
  },
  {
    kind: 'adverse-decision',
    times_a_year: null,
    levels: ['commune'],
    notice: null,
    publish: null,
    ...grassroots,
    cite: 'LTHDC 2022 Đ27',
  },
  {
    kind: 'within-complaint',
    from: '2012-07-01',
    until: null,
    times_a_year: null,
    levels: ['province', 'commune'],
    notice: 'complaint.dialogue-notice',
    publish: null,
    cite: 'LKN 2011 Đ30',
  },
  {
    kind: 'front-conference',
    times_a_year: 1,
    levels: ['commune'],
    notice: null,
    publish: null,
    ...grassroots,
    cite: 'LTHDC 2022 Đ32',
  },
  {
    kind: 'residents-conference',
    times_a_year: 1,
    levels: ['village'],
    notice: 'dialogue.residents-notice',
    publish: null,
    ...grassroots,
    cite: 'LTHDC 2022 Đ33; NĐ 59/2023',
  },
]

/** What binds a kind on a day; null before its law. */
export function dutyOn(kind: DialogueKind, on: Temporal.PlainDate): DialogueDuty | null {
  return (
    dialogueDuties.find((row) => {
      const until = row.until === null ? {} : { in_force_until: row.until }
      return row.kind === kind && inForce({ in_force_from: row.from, ...until }, on)
    }) ?? null
  )
}

/** How a dialogue is held. */
export const dialogueModes = ['in-person', 'online', 'both'] as const
export type DialogueMode = (typeof dialogueModes)[number]

/** How a question came. */
export const questionOrigins = ['portal', 'paper', 'phone', 'village-head', 'room'] as const
export type QuestionOrigin = (typeof questionOrigins)[number]

/** How an asker was told: `code-page` is the page that their code opens. */
export const tellings = ['code-page', 'notice', 'room', 'letter', 'phone', 'village-head'] as const
export type Telling = (typeof tellings)[number]

/** Parts of the minutes; each is written by one person at a time. */
export const minutesParts = ['opening', 'questions', 'replies', 'closing'] as const
export type MinutesPart = (typeof minutesParts)[number]
