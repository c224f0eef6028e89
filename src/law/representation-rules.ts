/** How somebody may speak for another in a complaint: what the paper of authorisation needs, by its day. */
import type { Unverified } from './law.ts'

/** What an individual's paper of authorisation needs. */
export interface AuthorisationRule {
  /** Notarised by a notary, or certified by the commune. */
  must_be_certified: boolean
  /** First day in force. */
  from: string
  /** First day no longer in force. */
  until: string | null
  cite: string
  unverified?: Unverified
}

/** Dated rows; a change in the law adds one. The clause of NĐ 155/2026 lapses on 01/01/2027. */
export const authorisationRules: readonly AuthorisationRule[] = [
  { must_be_certified: true, from: '2012-07-01', until: '2026-07-01', cite: 'LKN 2011 Đ12', unverified: 'recalled' },
  {
    must_be_certified: true,
    from: '2026-07-01',
    until: '2027-01-01',
    cite: 'NĐ 155/2026 Đ3',
    unverified: 'unofficial-transcription',
  },
  { must_be_certified: false, from: '2027-01-01', until: null, cite: 'NĐ 155/2026 Đ3', unverified: 'own-reading' },
]

/** The row in force on that day; before the law the first. */
export function authorisationRule(on: Temporal.PlainDate): AuthorisationRule {
  const day = on.toString()
  return (
    authorisationRules.find((row) => row.from <= day && (row.until === null || day < row.until)) ??
    authorisationRules[0]!
  )
}
