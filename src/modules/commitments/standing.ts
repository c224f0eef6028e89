/** How a commitment stands on a day: worked out from its state and its days, never stored. */
import type { CommitmentRow } from './commitment.ts'

/** How it stands. Lateness is computed from days; a recommendation is never overdue, it is unanswered. */
export type HowItStands =
  | 'running'
  | 'overdue'
  | 'unanswered'
  | 'reported'
  | 'kept'
  | 'kept-late'
  | 'replaced'
  | 'not-kept'

/** What the answer rests on. */
export type Dated = Pick<CommitmentRow, 'force' | 'due_on' | 'kept_on'> & { state: string }

/** How it stands on that day. */
export function howItStands(row: Dated, on: Temporal.PlainDate): HowItStands {
  const late = (day: Temporal.PlainDate) => Temporal.PlainDate.compare(day, row.due_on) > 0
  if (row.state === 'kept') return row.kept_on && late(row.kept_on) ? 'kept-late' : 'kept'
  if (row.state === 'replaced' || row.state === 'not-kept' || row.state === 'reported') return row.state
  if (!late(on)) return 'running'
  return row.force === 'ordered' ? 'overdue' : 'unanswered'
}
