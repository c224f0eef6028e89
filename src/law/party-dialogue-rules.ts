/** What the Party asks of its secretaries besides the law: shown, never counted against anybody, since its text was not seen. */
import type { Unverified } from './law.ts'

/** Dialogues a year that a secretary of a level owes. */
export interface PartyDialogueRule {
  level: 'province' | 'commune'
  times_a_year: number
  from: string
  until: string | null
  cite: string
  unverified: Unverified
}

const rule = { from: '2019-02-18', until: null, cite: 'Quy định 11-QĐi/TW', unverified: 'recalled' } as const

/** The rows; a change adds one. */
export const partyDialogueRules = [
  { level: 'province', times_a_year: 1, ...rule },
  { level: 'commune', times_a_year: 2, ...rule },
] as const satisfies readonly PartyDialogueRule[]
