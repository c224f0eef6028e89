/** Which letter a step of the open registers writes: what the record's page offers as next, and what a draft shows. */
import type { LetterKind } from '../modules/notices/letter-data.ts'
import type { RecordKind } from './record-kinds.ts'

/** By kind of record and step; a test compares it with what the steps' own files write. */
export const stepLetters = {
  petition: {
    'propose-acceptance': 'proposal',
    decline: 'decline',
    guide: 'guidance',
    'guide-unsigned': 'confirm-signature',
    transfer: 'transfer',
    'hand-back': 'hand-back',
    urge: 'urge',
    'reply-to-sender': 'case-reply',
    'alert-head': 'alert',
    'refer-crime': 'crime-referral',
    'refer-to-party': 'party-referral',
  },
  complaint: {
    accept: 'acceptance',
    decline: 'decline',
    'assign-verification': 'verification-order',
    'report-verification': 'verification-report',
    'call-dialogue': 'dialogue-notice',
    'hold-dialogue': 'dialogue-minutes',
    decide: 'decision',
    extend: 'extension',
    'open-second-road': 'second-road',
    'open-court-road': 'court-road',
    suspend: 'suspension',
    resume: 'resumption',
    terminate: 'termination',
    stay: 'stay',
    'lift-stay': 'stay-lifted',
  },
  feedback: {
    answer: 'answer',
    transfer: 'transfer',
    'keep-for-study': 'answer',
    'decide-on-regulation': 'propose-change',
  },
} as const satisfies Readonly<Record<RecordKind, Readonly<Record<string, LetterKind>>>>

/** The letter of a step, null where it writes none. */
export function letterOf(kind: RecordKind, step: string): LetterKind | null {
  const letters: Readonly<Record<string, LetterKind>> = stepLetters[kind]
  return Object.hasOwn(letters, step) ? (letters[step] ?? null) : null
}
