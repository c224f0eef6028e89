/** What commitments leave for figures: said, kept in time or late, replaced, not kept. Being overdue is no event. */
import type { PostingWanted } from '../../platform/actions/action.ts'
import type { CommitmentRow } from './commitment.ts'

/** A commitment counts on the day it was said. */
export function madePosting(
  row: { said_on: Temporal.PlainDate; force: string; origin_kind: string },
  today: Temporal.PlainDate,
): PostingWanted {
  const on_day = Temporal.PlainDate.compare(row.said_on, today) < 0 ? row.said_on : today
  return { fact: 'commitment-made', on_day, kind: row.force, source: row.origin_kind }
}

/** Its end counts on the day of the end; in time is what the last day says. */
export function endPosting(
  fact: 'commitment-kept' | 'commitment-replaced' | 'commitment-not-kept',
  row: Pick<CommitmentRow, 'force' | 'origin_kind' | 'due_on' | 'said_on'>,
  on_day: Temporal.PlainDate,
): PostingWanted {
  const in_time = Temporal.PlainDate.compare(on_day, row.due_on) <= 0
  return { fact, on_day, kind: row.force, source: row.origin_kind, in_time }
}
