/** Instruments that direct the work (văn bản chỉ đạo), where each derives from, and the sessions in which they are studied (quán triệt). */
import type { Workflow } from './law.ts'

export type InstrumentState = 'recorded' | 'replaced' | 'ended' | 'void'
/** `preparer`: whoever keeps the unit's papers. `head`: its head or deputy. `bound`: either of a unit that it binds. */
export type InstrumentStanding = 'preparer' | 'head' | 'bound'
export type InstrumentCondition =
  | 'issuer-is-named-once'
  | 'instrument-day-is-not-ahead'
  | 'validity-ends-after-it-begins'
  | 'a-theme-names-its-year'
  | 'it-is-the-theme-of-a-year'
  | 'derivation-is-no-circle'

/** States in which an instrument may rest for good. */
export const instrumentFinals = ['replaced', 'ended', 'void'] as const satisfies InstrumentState[]

/** Kinds of instrument; a theme of the year is one that names its year. */
export const instrumentKinds = [
  'directive',
  'resolution',
  'party-conclusion',
  'party-rule',
  'action-programme',
  'scheme',
  'plan',
  'coordination-regulation',
  'joint-programme',
  'theme-of-year',
  'decision',
  'official-letter',
] as const
/** A kind by its id. */
export type InstrumentKind = (typeof instrumentKinds)[number]

/** What an instrument may derive from: another instrument, a paper of a conference, a finding. */
export const sourceKinds = ['instrument', 'paper', 'finding'] as const
/** A kind of source by its id. */
export type SourceKind = (typeof sourceKinds)[number]

// No law fixes these steps: a directive asks that instruments are carried out and followed, the book is the office's own.
const own = { cite: 'Chỉ thị 33/CT-TTg (2021)', unverified: 'own-reading' } as const
const both = ['preparer', 'head'] as const
const days = ['issuer-is-named-once', 'instrument-day-is-not-ahead', 'validity-ends-after-it-begins'] as const

export const instrumentWorkflow = {
  'record-instrument': {
    from: [],
    to: 'recorded',
    by: both,
    needs: [...days, 'a-theme-names-its-year'],
    ...own,
  },
  'bind-units': { from: ['recorded'], to: 'same', by: both, needs: [], ...own },
  derive: { from: ['recorded'], to: 'same', by: both, needs: ['derivation-is-no-circle'], ...own },
  'bind-event': {
    from: ['recorded', 'replaced', 'ended'],
    to: 'same',
    by: ['preparer', 'head', 'bound'],
    needs: ['it-is-the-theme-of-a-year'],
    ...own,
  },
  'release-event': {
    from: ['recorded', 'replaced', 'ended'],
    to: 'same',
    by: ['preparer', 'head', 'bound'],
    needs: ['it-is-the-theme-of-a-year'],
    ...own,
  },
  'attach-text': { from: ['recorded', 'replaced', 'ended'], to: 'same', by: both, needs: [], ...own },
  'replace-instrument': {
    from: ['recorded'],
    to: 'replaced',
    by: both,
    needs: [],
    cite: 'Luật BHVBQPPL 2025',
    unverified: 'own-reading',
  },
  'end-instrument': { from: ['recorded'], to: 'ended', by: both, needs: [], ...own },
  correct: {
    from: ['recorded', 'replaced', 'ended'],
    to: 'same',
    by: both,
    needs: ['instrument-day-is-not-ahead', 'validity-ends-after-it-begins'],
    cite: 'NĐ 30/2020 Đ18',
    unverified: 'own-reading',
  },
  'void-instrument': { from: ['recorded'], to: 'void', by: ['head'], needs: [], ...own },
} as const satisfies Workflow<InstrumentState, InstrumentStanding, InstrumentCondition>

/** A step of an instrument. */
export type InstrumentStep = keyof typeof instrumentWorkflow

export type StudySessionState = 'held' | 'void'
export type StudySessionStanding = 'preparer' | 'head'
export type StudySessionCondition = 'session-day-has-come' | 'question-names-no-person'

/** States in which a study session may rest for good. */
export const studySessionFinals = ['held', 'void'] as const satisfies StudySessionState[]

/** How a session was held. */
export const sessionModes = ['in-person', 'online', 'both', 'read-alone'] as const
/** A mode by its id. */
export type SessionMode = (typeof sessionModes)[number]

export const studySessionWorkflow = {
  'record-session': {
    from: [],
    to: 'held',
    by: both,
    needs: ['session-day-has-come'],
    ...own,
  },
  'note-attendance': { from: ['held'], to: 'same', by: both, needs: [], ...own },
  'note-question': { from: ['held'], to: 'same', by: both, needs: ['question-names-no-person'], ...own },
  correct: {
    from: ['held'],
    to: 'same',
    by: both,
    needs: ['session-day-has-come'],
    cite: 'NĐ 30/2020 Đ18',
    unverified: 'own-reading',
  },
  'void-session': { from: ['held'], to: 'void', by: ['head'], needs: [], ...own },
} as const satisfies Workflow<StudySessionState, StudySessionStanding, StudySessionCondition>

/** A step of a study session. */
export type StudySessionStep = keyof typeof studySessionWorkflow
