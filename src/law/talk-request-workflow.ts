/**
 * A dialogue asked for by voters (đối thoại theo yêu cầu): at least a share of a commune's voters sign, two persons count,
 * and nobody can read afterwards who signed.
 */
import type { Unverified, Workflow } from './law.ts'

export type TalkRequestState = 'recorded' | 'counting' | 'counted' | 'granted' | 'declined'

/** `counter` types the numbers of the signers, `second-counter` counts the same sheets by hand. */
export type TalkRequestStanding = 'preparer' | 'head' | 'counter' | 'second-counter'

export type TalkRequestCondition =
  | 'key-is-drawn'
  | 'key-is-not-drawn'
  | 'both-counted-every-sheet'
  | 'enough-voters-ask'
  | 'too-few-voters-ask'
  | 'none-of-it-names-a-person'

/** States in which a request may rest for good. */
export const talkRequestFinals = ['granted', 'declined'] as const satisfies TalkRequestState[]

const law = { cite: 'Luật TCCQĐP 72/2025 Đ43', unverified: 'press-only' } as const
// How signatures are counted is not fixed: our reading.
const own = { cite: 'Luật TCCQĐP 72/2025 Đ43', unverified: 'own-reading' } as const

export const talkRequestWorkflow = {
  record: { from: [], to: 'recorded', by: ['preparer'], needs: ['none-of-it-names-a-person'], ...law },
  'name-counters': { from: ['recorded'], to: 'counting', by: ['head'], needs: [], ...own },
  'draw-key': { from: ['counting'], to: 'same', by: ['counter'], needs: ['key-is-not-drawn'], ...own },
  'enter-sheet': { from: ['counting'], to: 'same', by: ['counter'], needs: ['key-is-drawn'], ...own },
  'check-sheet': { from: ['counting'], to: 'same', by: ['second-counter'], needs: [], ...own },
  'finish-counting': {
    from: ['counting'],
    to: 'counted',
    by: ['counter', 'second-counter'],
    needs: ['both-counted-every-sheet'],
    ...own,
  },
  // More sheets came, a slip was lost, or the two did not agree: everything is counted anew under a new key.
  'count-again': { from: ['counting', 'counted'], to: 'recorded', by: ['head'], needs: [], ...own },
  grant: { from: ['counted'], to: 'granted', by: ['head'], needs: ['enough-voters-ask'], ...law },
  decline: {
    from: ['counted'],
    to: 'declined',
    by: ['head'],
    needs: ['too-few-voters-ask', 'none-of-it-names-a-person'],
    ...law,
  },
  correct: {
    from: ['recorded', 'counting', 'counted', 'granted', 'declined'],
    to: 'same',
    by: ['preparer'],
    needs: ['none-of-it-names-a-person'],
    cite: 'NĐ 30/2020 Đ18',
    unverified: 'own-reading',
  },
} as const satisfies Workflow<TalkRequestState, TalkRequestStanding, TalkRequestCondition>

/** The share of a unit's voters who must ask; a change in the law adds a row. */
export interface VoterShare {
  percent: number
  from: string
  until: string | null
  cite: string
  unverified?: Unverified
}

/** Shares in force and past. */
export const voterShares = [
  { percent: 10, from: '2025-07-01', until: null, cite: 'Luật TCCQĐP 72/2025 Đ43', unverified: 'press-only' },
] as const satisfies readonly VoterShare[]

/** The share asked for on that day; null before the law knew one. */
export function voterShareOn(on: Temporal.PlainDate): VoterShare | null {
  const day = on.toString()
  const rows: readonly VoterShare[] = voterShares
  return rows.find((row) => row.from <= day && (row.until === null || day < row.until)) ?? null
}

/** The least number of voters that is at least so many percent of all: whole numbers alone, nothing is rounded down. */
export function signaturesNeeded(voters: number, { percent }: Pick<VoterShare, 'percent'>): number {
  return Math.floor((voters * percent + 99) / 100)
}
