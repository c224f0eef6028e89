/** What the law on reception fixes besides its steps: who may be refused and how, who speaks for many, how often a head receives. */
import type { Unverified } from './law.ts'

/** A ground on which a person may be refused at a reception. */
export interface RefusalGround {
  id: string
  cite: string
  /** First day of the ground (ISO). */
  from: string
  /** First day without it; null: in force. */
  until: string | null
  /** First day from which a letter (mẫu 01/TCD) is owed; null: a word on the spot is enough. */
  letter_from: string | null
  /** The earlier decision and its notice must be named: nobody is refused on hearsay. */
  needs_earlier?: true
  unverified?: Unverified
}

/** The grounds; a change in the law adds a row. */
export const refusalGrounds = [
  { id: 'not-in-control', cite: 'LTCD 2013 Đ9.1', from: '2014-07-01', until: null, letter_from: null },
  { id: 'threatens', cite: 'LTCD 2013 Đ9.2', from: '2014-07-01', until: null, letter_from: null },
  {
    id: 'settled-and-reviewed',
    cite: 'LTCD 2013 Đ9.3; NĐ 154/2026 Đ4.2',
    from: '2014-07-01',
    until: null,
    letter_from: '2026-07-01',
    needs_earlier: true,
    unverified: 'unofficial-transcription',
  },
  { id: 'carries-weapons', cite: 'NĐ 154/2026 Đ4.1a', ...since2026(null) },
  { id: 'refuses-security-check', cite: 'NĐ 154/2026 Đ4.1b', ...since2026(null) },
  { id: 'records-without-leave', cite: 'NĐ 154/2026 Đ4.1c', ...since2026(null) },
  { id: 'stirs-disorder', cite: 'NĐ 154/2026 Đ4.1d', ...since2026(null) },
  { id: 'no-capacity-nor-representative', cite: 'NĐ 154/2026 Đ4.1đ', ...since2026(null) },
  { id: 'representative-without-papers', cite: 'NĐ 154/2026 Đ4.1e', ...since2026(null) },
  { id: 'outside-its-subject', cite: 'NĐ 154/2026 Đ4.1g', ...since2026(null) },
  { id: 'already-answered', cite: 'NĐ 154/2026 Đ4.1h, Đ4.2', ...since2026('2026-07-01'), needs_earlier: true },
  { id: 'final-judgment', cite: 'NĐ 154/2026 Đ4.1i', ...since2026(null) },
  { id: 'pending-elsewhere', cite: 'NĐ 154/2026 Đ4.1k', ...since2026(null) },
] as const satisfies readonly RefusalGround[]

// NĐ 154/2026 was read in an unofficial transcription only.
function since2026(letter_from: string | null) {
  return { from: '2026-07-01', until: null, letter_from, unverified: 'unofficial-transcription' } as const
}

/** The name of a ground of refusal. */
export type RefusalGroundId = (typeof refusalGrounds)[number]['id']

/** All ids, in the order of the guide. */
// The table is not empty, which its mapped type no longer says.
export const refusalGroundIds = refusalGrounds.map((row) => row.id) as [RefusalGroundId, ...RefusalGroundId[]]

/** The grounds in force on that day, with whether a letter is owed. */
export function refusalGroundsOn(on: Temporal.PlainDate): (RefusalGround & { id: RefusalGroundId; letter: boolean })[] {
  const day = on.toString()
  const rows: readonly (RefusalGround & { id: RefusalGroundId })[] = refusalGrounds
  return rows
    .filter((row) => row.from <= day && (row.until === null || day < row.until))
    .map((row) => ({ ...row, letter: row.letter_from !== null && row.letter_from <= day }))
}

/** People present with the same content from which representatives must be named in writing (LTCD 2013 Đ29). */
export const largeGroupFrom = 5

/** How many representatives a group of this size names: 5–10 people 1–2, more than 10 at most 5 (LTCD 2013 Đ29). */
export function representativesOf(people: number): { least: number; most: number; cite: string } | null {
  if (people < largeGroupFrom) return null
  return { least: 1, most: people <= 10 ? 2 : 5, cite: 'LTCD 2013 Đ29' }
}

/** How often a head must receive. */
export interface ReceptionFrequency {
  level: 'country' | 'ministry' | 'province' | 'district' | 'commune' | 'other'
  days: number
  per: 'month' | 'week'
  from: string
  until: string | null
  cite: string
  unverified?: Unverified
}

/** Days of reception a head owes, by level of the body; a change in the law adds a row. */
export const receptionFrequencies = [
  { level: 'province', days: 1, per: 'month', from: '2014-07-01', until: null, cite: 'LTCD 2013 Đ12.5' },
  { level: 'district', days: 2, per: 'month', from: '2014-07-01', until: '2025-07-01', cite: 'LTCD 2013 Đ13.5' },
  { level: 'commune', days: 1, per: 'week', from: '2014-07-01', until: '2026-07-01', cite: 'LTCD 2013 Đ15.2d' },
  {
    level: 'commune',
    days: 1,
    per: 'week',
    from: '2026-07-01',
    until: null,
    cite: 'LTCD 2013 Đ15.2d',
    unverified: 'not-found',
  },
  { level: 'country', days: 1, per: 'month', from: '2014-07-01', until: null, cite: 'LTCD 2013 Đ11.5' },
  { level: 'ministry', days: 1, per: 'month', from: '2014-07-01', until: null, cite: 'LTCD 2013 Đ18.2' },
  { level: 'other', days: 1, per: 'month', from: '2014-07-01', until: null, cite: 'LTCD 2013 Đ18.2' },
] as const satisfies readonly ReceptionFrequency[]

/** The frequency owed at that level on that day; null where no row is in force. */
export function receptionFrequencyOf(level: string, on: Temporal.PlainDate): ReceptionFrequency | null {
  const rows: readonly ReceptionFrequency[] = receptionFrequencies
  const named = rows.some((row) => row.level === level) ? level : 'other'
  const day = on.toString()
  return rows.find((row) => row.level === named && row.from <= day && (row.until === null || day < row.until)) ?? null
}

/** Why a head may receive unscheduled (LTCD 2013 Đ18.3). */
export const unscheduledGrounds = ['heated-or-complex', 'grave-consequences'] as const
