/** What a conclusion is followed by, as counted: figures in money, land and people, never whom. */
import type { DenunciationResult } from '../../law/denunciation-terms.ts'
import type { PostingWanted } from '../../platform/actions/action.ts'
import { idFrom } from '../../platform/uuid.ts'
import { type Effects, effectPostings } from '../petitions/effects.ts'
import type { DenunciationRow } from './denunciation.ts'

const about = (row: DenunciationRow, on_day: Temporal.PlainDate) => ({
  on_day,
  kind: 'denunciation',
  case_id: idFrom(row.id, 'case'),
})

/** What was found, and that the conclusion is to be carried out unless nothing was found. */
export function owedPostings(
  row: DenunciationRow,
  on: Temporal.PlainDate,
  result: DenunciationResult,
  typed: Effects,
): PostingWanted[] {
  const found = effectPostings(typed, { ...about(row, on), fact: 'settlement-effect' })
  if (result === 'wrong') return found
  return [
    ...found,
    { ...about(row, on), fact: 'enforcement-owed' },
    ...effectPostings(typed, { ...about(row, on), fact: 'effect-owed' }),
  ]
}

/** Carried out, with what was done. A conclusion before this was counted was never owed, and is not done either. */
export function donePostings(row: DenunciationRow, on: Temporal.PlainDate, typed: Effects): PostingWanted[] {
  const done = effectPostings(typed, { ...about(row, on), fact: 'effect-done' })
  return row.outcome === 'wrong' ? done : [...done, { ...about(row, on), fact: 'enforcement-done' }]
}

/** In time or late, by the day the settling was due; null where no limit ran. */
export function inTime(row: Pick<DenunciationRow, 'due_on'>, on: Temporal.PlainDate): boolean | null {
  return row.due_on === null ? null : Temporal.PlainDate.compare(on, row.due_on) <= 0
}
