/**
 * How long the law gives, and from when. A change in the law adds a row; no row is edited or removed. The row that
 * applies is the one in force on the day the clock started (for notices counted back: on the day of the event).
 */
import { denunciationLimits } from './denunciation-limits.ts'
import { disciplineLimits } from './discipline-limits.ts'
import type { Unverified } from './law.ts'
import type { SwitchId } from './switches.ts'

/** What makes a limit longer than its ordinary length. */
export type Variant = 'complex' | 'specially-complex' | 'remote' | 'remote+complex' | 'several-places'

/** One row of the table of time limits. */
export interface TimeLimit {
  id: string
  /** First day in force (ISO day). */
  from: string
  /** First day no longer in force; null while it stands. */
  until: string | null
  length: number
  unit: 'day' | 'working-day'
  /** Lengths that replace `length` where the case is of that kind. */
  variants?: Partial<Record<Variant, number>>
  /** `before`: the notice is counted back from the event. Absent: counted on from the start. */
  counted?: 'before'
  /** Whose limit: an agency must act, or a citizen may act, until then. */
  for: 'agency' | 'citizen'
  cite: string
  /** Since when, and by which article, a suspension (or an obstacle) stops this clock; absent: the law knows none. */
  suspendable?: { from: string; cite: string }
  /** The row counts only while this switch is on. */
  switch?: SwitchId
  /** Set where an office may set a number of its own: no national rule was found. */
  local?: true
  unverified?: Unverified
}

const complaintSuspension = { from: '2026-07-01', cite: 'NĐ 155/2026 Đ12 (Đ28b), Đ22' }
const obstacle = { from: '2012-07-01', cite: 'LKN 2011 Đ9' }

/** All time limits of the book, in force and past. */
export const timeLimits = [
  // Complaints (khiếu nại)
  {
    id: 'complaint.file-first',
    from: '2012-07-01',
    until: null,
    length: 90,
    unit: 'day',
    for: 'citizen',
    suspendable: obstacle,
    cite: 'LKN 2011 Đ9',
  },
  {
    id: 'complaint.accept',
    from: '2012-07-01',
    until: '2026-07-01',
    length: 10,
    unit: 'day',
    for: 'agency',
    cite: 'LKN 2011 Đ27, Đ36',
  },
  {
    id: 'complaint.accept',
    from: '2026-07-01',
    until: null,
    length: 7,
    unit: 'working-day',
    for: 'agency',
    cite: 'NĐ 155/2026 Đ10',
    switch: 'complaint.accept-in-working-days',
    unverified: 'unofficial-transcription',
  },
  {
    id: 'complaint.settle-first',
    from: '2012-07-01',
    until: null,
    length: 30,
    variants: { complex: 45, remote: 45, 'remote+complex': 60 },
    unit: 'day',
    for: 'agency',
    suspendable: complaintSuspension,
    cite: 'LKN 2011 Đ28',
  },
  {
    id: 'complaint.settle-second',
    from: '2012-07-01',
    until: null,
    length: 45,
    variants: { complex: 60, remote: 60, 'remote+complex': 70 },
    unit: 'day',
    for: 'agency',
    suspendable: complaintSuspension,
    cite: 'LKN 2011 Đ37',
  },
  {
    id: 'complaint.send-first',
    from: '2012-07-01',
    until: null,
    length: 3,
    unit: 'working-day',
    for: 'agency',
    cite: 'LKN 2011 Đ32',
  },
  {
    id: 'complaint.send-second',
    from: '2012-07-01',
    until: null,
    length: 7,
    unit: 'day',
    for: 'agency',
    cite: 'LKN 2011 Đ41',
  },
  {
    id: 'complaint.file-second',
    from: '2012-07-01',
    until: null,
    length: 30,
    variants: { remote: 45 },
    unit: 'day',
    for: 'citizen',
    suspendable: obstacle,
    cite: 'LKN 2011 Đ33',
  },
  {
    id: 'complaint.take-effect',
    from: '2012-07-01',
    until: null,
    length: 30,
    variants: { remote: 45 },
    unit: 'day',
    for: 'citizen',
    cite: 'LKN 2011 Đ44',
  },
  {
    id: 'complaint.dialogue-notice',
    from: '2026-07-01',
    until: null,
    length: 5,
    unit: 'day',
    counted: 'before',
    for: 'agency',
    cite: 'LKN 2011 Đ39; NĐ 155/2026 Đ11',
    unverified: 'unofficial-transcription',
  },
  {
    id: 'complaint.suspend-send',
    from: '2026-07-01',
    until: null,
    length: 3,
    unit: 'working-day',
    for: 'agency',
    cite: 'NĐ 155/2026 Đ12 (Đ28a, Đ28b)',
    unverified: 'unofficial-transcription',
  },
  ...denunciationLimits,
  ...disciplineLimits,
  // Petitions (xử lý đơn) and feedback (kiến nghị, phản ánh)
  {
    id: 'petition.classify',
    from: '2021-11-15',
    until: null,
    length: 10,
    unit: 'day',
    for: 'agency',
    cite: 'TT 05/2021',
    unverified: 'recalled',
  },
  {
    id: 'petition.confirm-signature',
    from: '2012-07-01',
    until: null,
    length: 30,
    unit: 'day',
    for: 'citizen',
    cite: 'LKN 2011 Đ11',
    local: true,
    unverified: 'own-reading',
  },
  {
    id: 'petition.left-lying',
    from: '2026-07-01',
    until: null,
    length: 45,
    unit: 'day',
    for: 'agency',
    cite: 'NĐ 154/2026 Đ41.3b',
    unverified: 'unofficial-transcription',
  },
  {
    id: 'petition.keep-shelved',
    from: '2021-11-15',
    until: null,
    length: 365,
    unit: 'day',
    for: 'agency',
    cite: 'TT 05/2021',
    unverified: 'press-only',
  },
  {
    id: 'feedback.transfer',
    from: '2008-03-03',
    until: null,
    length: 5,
    unit: 'working-day',
    for: 'agency',
    cite: 'NĐ 20/2008 Đ9.1d',
  },
  {
    id: 'feedback.answer',
    from: '2012-07-01',
    until: null,
    length: 15,
    unit: 'working-day',
    for: 'agency',
    cite: 'NĐ 20/2008 Đ15',
    local: true,
    unverified: 'not-found',
  },
  {
    id: 'feedback.reopen',
    from: '2012-07-01',
    until: null,
    length: 30,
    unit: 'day',
    for: 'citizen',
    cite: 'NĐ 20/2008 Đ9',
    local: true,
    unverified: 'own-reading',
  },
  // Reception (tiếp công dân)
  {
    id: 'reception.schedule',
    from: '2014-07-01',
    until: null,
    length: 5,
    unit: 'working-day',
    counted: 'before',
    for: 'agency',
    cite: 'LTCD 2013 Đ24.4',
  },
  {
    id: 'reception.outcome',
    from: '2014-07-01',
    until: null,
    length: 10,
    unit: 'working-day',
    for: 'agency',
    cite: 'LTCD 2013 Đ28.1',
  },
  {
    id: 'reception.reply',
    from: '2014-07-01',
    until: null,
    length: 7,
    unit: 'working-day',
    for: 'agency',
    cite: 'LTCD 2013 Đ27.2',
  },
  {
    id: 'reception.relay',
    from: '2014-07-01',
    until: null,
    length: 5,
    unit: 'working-day',
    for: 'agency',
    cite: 'LTCD 2013 Đ28.2',
  },
  {
    id: 'reception.refusal-notice',
    from: '2026-07-01',
    until: null,
    length: 3,
    unit: 'working-day',
    for: 'agency',
    cite: 'NĐ 154/2026 Đ4.2',
    unverified: 'unofficial-transcription',
  },
  {
    id: 'reception.online-notice',
    from: '2026-07-01',
    until: null,
    length: 5,
    unit: 'working-day',
    counted: 'before',
    for: 'agency',
    cite: 'NĐ 154/2026 Đ17–24',
    unverified: 'unofficial-transcription',
  },
  {
    id: 'reception.online-test',
    from: '2026-07-01',
    until: null,
    length: 1,
    unit: 'working-day',
    counted: 'before',
    for: 'agency',
    cite: 'NĐ 154/2026 Đ17–24',
    unverified: 'unofficial-transcription',
  },
  // Dialogue (đối thoại) and mediation (hòa giải ở cơ sở)
  {
    id: 'dialogue.notice',
    from: '2025-07-01',
    until: null,
    length: 7,
    unit: 'day',
    counted: 'before',
    for: 'agency',
    cite: 'Luật TCCQĐP 72/2025 Đ43',
    unverified: 'press-only',
  },
  {
    id: 'dialogue.publish',
    from: '2025-07-01',
    until: null,
    length: 10,
    unit: 'day',
    for: 'agency',
    cite: 'Luật TCCQĐP 72/2025 Đ43',
    unverified: 'press-only',
  },
  // Who lives in a village is told of its conference.
  {
    id: 'dialogue.residents-notice',
    from: '2023-07-01',
    until: null,
    length: 5,
    unit: 'day',
    counted: 'before',
    for: 'agency',
    cite: 'LTHDC 2022 Đ33; NĐ 59/2023',
  },
  // Views before a decision (lấy ý kiến): the people have at least this long.
  {
    id: 'consultation.open',
    from: '2023-07-01',
    until: null,
    length: 20,
    unit: 'day',
    for: 'citizen',
    cite: 'LTHDC 2022 Đ28.2',
  },
  {
    id: 'mediation.start',
    from: '2014-01-01',
    until: null,
    length: 3,
    unit: 'day',
    for: 'agency',
    cite: 'LHGCS 2013 Đ20',
  },
] as const satisfies TimeLimit[]

/** The name of a time limit, as scripts and records write it. */
export type LimitId = (typeof timeLimits)[number]['id']

/** Other names accepted on the command line. */
export const limitAliases: Readonly<Record<string, LimitId>> = { 'complaint.appeal': 'complaint.file-second' }

/** All names, each once, in the order of the book. */
export const limitIds: readonly LimitId[] = [...new Set(timeLimits.map((row) => row.id))]
