/** What a decision's orders make people owe. */
import { z } from 'zod'
import type { ComplaintResult } from '../../law/terms.ts'
import type { PostingWanted } from '../../platform/actions/action.ts'
import type { FieldMeta } from '../../platform/input.ts'
import { effectPostings } from '../petitions/effects.ts'
import type { ComplaintRow } from './complaint.ts'
import type { Obligation } from './side-paths.ts'

/** The number of something owed, chosen from what is not done yet. */
export function chosenObligation() {
  return z
    .string()
    .max(3)
    .meta({ field: 'unit' } satisfies FieldMeta)
}

/** A decision in effect that is to be carried out, and what of it was typed as figures. */
export function owedPostings(row: ComplaintRow, on_day: Temporal.PlainDate): PostingWanted[] {
  if (row.outcome === 'wrong' || row.decision === null) return []
  const about = { on_day, kind: 'complaint', case_id: row.case_id }
  return [
    { ...about, fact: 'enforcement-owed' },
    ...effectPostings(row.decision.effects, { ...about, fact: 'effect-owed' }),
  ]
}

/** Every order is owed from the day of the decision; a complaint found wrong orders nothing to be done. */
export function owedBy(result: ComplaintResult, orders: readonly string[]): readonly Obligation[] | null {
  if (result === 'wrong') return null
  return orders.map((what, at) => ({ id: String(at + 1), what, who: null, by_on: null, done: null }))
}
