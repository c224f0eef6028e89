/** Citizen reception (tiếp công dân): the reception day, one visit, and a head's going down to the people. */
import type { Workflow } from './law.ts'

export type ReceptionDayState = 'published' | 'open' | 'closed' | 'concluded'
export type ReceptionDayStanding = 'intake' | 'head' | 'clerk'
export type ReceptionDayCondition = 'its-day-has-come' | 'its-day-has-not-passed' | 'no-visit-is-waiting'

/** A day on which nobody came rests as `closed`, like any other. */
export const receptionDayFinals = ['closed', 'concluded'] as const satisfies ReceptionDayState[]

export const receptionDayWorkflow = {
  publish: {
    from: [],
    to: 'published',
    by: ['head', 'intake', 'clerk'],
    needs: [],
    cite: 'LTCD 2013 Đ24',
    within: 'reception.schedule',
  },
  postpone: {
    from: ['published'],
    to: 'same',
    by: ['head', 'intake', 'clerk'],
    needs: ['its-day-has-not-passed'],
    cite: 'LTCD 2013 Đ24.4',
  },
  open: {
    from: ['published'],
    to: 'open',
    by: ['intake', 'head'],
    needs: ['its-day-has-come'],
    cite: 'LTCD 2013 Đ18, Đ25',
  },
  close: {
    from: ['open'],
    to: 'closed',
    by: ['intake', 'head'],
    needs: ['no-visit-is-waiting'],
    cite: 'LTCD 2013 Đ25',
  },
  conclude: {
    from: ['closed'],
    to: 'concluded',
    by: ['head', 'intake'],
    needs: [],
    cite: 'NĐ 154/2026 Đ25–27',
    unverified: 'unofficial-transcription',
  },
  correct: {
    from: ['published', 'open', 'closed', 'concluded'],
    to: 'same',
    by: ['intake', 'head', 'clerk'],
    needs: [],
    cite: 'NĐ 30/2020 Đ18',
    unverified: 'own-reading',
  },
} as const satisfies Workflow<ReceptionDayState, ReceptionDayStanding, ReceptionDayCondition>

/** A step of a reception day. */
export type ReceptionDayStep = keyof typeof receptionDayWorkflow

export type VisitState =
  | 'booked'
  | 'waiting'
  | 'awaiting-outcome'
  | 'outcome-given'
  | 'refused'
  | 'cancelled'
  | 'missed'
  | 'void'
export type VisitStanding = 'public' | 'visitor' | 'intake' | 'head' | 'clock'
export type VisitCondition =
  | 'reception-day-takes-bookings'
  | 'reception-day-is-open'
  | 'reception-day-is-over'
  | 'is-a-large-group'
  | 'representatives-are-named'
  | 'statement-or-petition-is-recorded'
  | 'refusal-letter-is-owed'
  | 'words-may-be-kept-here'
  | 'untouched-since-import'
  | 'due-date-moves'

/** States in which a visit may rest for good. */
export const visitFinals = ['outcome-given', 'refused', 'cancelled', 'missed', 'void'] as const satisfies VisitState[]

export const visitWorkflow = {
  book: {
    from: [],
    to: 'booked',
    by: ['public', 'intake'],
    needs: ['reception-day-takes-bookings'],
    cite: 'LTCD 2013 Đ7, Đ24',
  },
  cancel: { from: ['booked'], to: 'cancelled', by: ['visitor', 'intake'], needs: [], cite: 'LTCD 2013 Đ7' },
  miss: {
    from: ['booked'],
    to: 'missed',
    by: ['clock', 'intake'],
    needs: ['reception-day-is-over'],
    cite: 'LTCD 2013 Đ24',
    unverified: 'own-reading',
  },
  'check-in': {
    from: ['booked'],
    to: 'waiting',
    by: ['intake'],
    needs: ['reception-day-is-open'],
    cite: 'LTCD 2013 Đ25',
  },
  register: {
    from: [],
    to: 'waiting',
    by: ['intake'],
    needs: ['reception-day-is-open'],
    cite: 'LTCD 2013 Đ25; NĐ 154/2026 Đ12',
  },
  // A row of a book kept before the program: whatever was owed then is not owed anew.
  import: {
    from: [],
    to: 'outcome-given',
    by: ['intake'],
    needs: [],
    cite: 'NĐ 154/2026 mẫu 03/TCD',
    unverified: 'own-reading',
  },
  'undo-import': {
    from: ['outcome-given'],
    to: 'void',
    by: ['intake', 'head'],
    needs: ['untouched-since-import'],
    cite: 'NĐ 30/2020 Đ18',
    unverified: 'own-reading',
  },
  call: { from: ['waiting'], to: 'same', by: ['intake', 'head'], needs: [], cite: 'LTCD 2013 Đ25' },
  refuse: {
    from: ['booked', 'waiting'],
    to: 'refused',
    by: ['intake', 'head'],
    needs: [],
    cite: 'LTCD 2013 Đ9; NĐ 154/2026 Đ4',
  },
  'send-refusal': {
    from: ['refused'],
    to: 'same',
    by: ['intake', 'head'],
    needs: ['refusal-letter-is-owed'],
    cite: 'NĐ 154/2026 Đ4.2',
    in_force_from: '2026-07-01',
    within: 'reception.refusal-notice',
    unverified: 'unofficial-transcription',
  },
  'name-representatives': {
    from: ['waiting'],
    to: 'same',
    by: ['intake'],
    needs: ['is-a-large-group'],
    cite: 'LTCD 2013 Đ29',
  },
  'take-statement': {
    from: ['waiting'],
    to: 'same',
    by: ['intake', 'head'],
    needs: ['words-may-be-kept-here'],
    cite: 'LTCD 2013 Đ25; LTC 2018 Đ23',
  },
  'receive-petition': {
    from: ['waiting', 'awaiting-outcome'],
    to: 'same',
    by: ['intake'],
    needs: ['words-may-be-kept-here'],
    cite: 'LTCD 2013 Đ25; NĐ 154/2026 mẫu 02/TCD',
  },
  end: {
    from: ['waiting'],
    to: 'awaiting-outcome',
    by: ['intake', 'head'],
    needs: ['representatives-are-named', 'statement-or-petition-is-recorded'],
    cite: 'LTCD 2013 Đ25',
  },
  'give-outcome': {
    from: ['awaiting-outcome'],
    to: 'outcome-given',
    by: ['intake', 'head'],
    needs: [],
    cite: 'LTCD 2013 Đ28.1',
    within: 'reception.outcome',
  },
  // The number of the identity paper lies sealed to those who take in; each look has its reason.
  'read-identity': {
    from: ['booked', 'waiting', 'awaiting-outcome', 'outcome-given', 'refused', 'cancelled', 'missed'],
    to: 'same',
    by: ['intake'],
    needs: [],
    cite: 'Luật 91/2025',
    unverified: 'own-reading',
  },
  // The working calendar or a switch changed. What was done before stays lawful; only the day still ahead moves.
  're-date': {
    from: ['awaiting-outcome', 'refused'],
    to: 'same',
    by: ['clock'],
    needs: ['due-date-moves'],
    cite: 'BLDS 2015 Đ147, Đ148; BLLĐ 2019 Đ112',
    unverified: 'own-reading',
  },
  correct: {
    from: ['booked', 'waiting', 'awaiting-outcome', 'outcome-given', 'refused', 'cancelled', 'missed'],
    to: 'same',
    by: ['intake', 'head'],
    needs: [],
    cite: 'NĐ 30/2020 Đ18',
    unverified: 'own-reading',
  },
} as const satisfies Workflow<VisitState, VisitStanding, VisitCondition>

/** A step of a visit. */
export type VisitStep = keyof typeof visitWorkflow

export type FieldVisitState = 'recorded'
export type FieldVisitStanding = 'head' | 'intake' | 'clerk'
export type FieldVisitCondition = never

/** A field visit is recorded after it took place. */
export const fieldVisitFinals = ['recorded'] as const satisfies FieldVisitState[]

export const fieldVisitWorkflow = {
  record: {
    from: [],
    to: 'recorded',
    by: ['head', 'intake', 'clerk'],
    needs: [],
    cite: 'LTCD 2013 Đ18',
    unverified: 'own-reading',
  },
  correct: {
    from: ['recorded'],
    to: 'same',
    by: ['head', 'intake', 'clerk'],
    needs: [],
    cite: 'NĐ 30/2020 Đ18',
    unverified: 'own-reading',
  },
} as const satisfies Workflow<FieldVisitState, FieldVisitStanding, FieldVisitCondition>

/** A step of a head's field visit. */
export type FieldVisitStep = keyof typeof fieldVisitWorkflow
