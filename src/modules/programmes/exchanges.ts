/** Six months after six months of a joint programme: which of its organisers told the others what came of its part. */
import type { ProgrammeRow } from './programme.ts'

/** Six months counted from the day of issue. */
export interface SixMonths {
  from_on: Temporal.PlainDate
  /** Its last day. */
  until_on: Temporal.PlainDate
  /** No longer running on the day asked about. */
  over: boolean
  /** The day on which each organiser told first. */
  told: ReadonlyMap<string, Temporal.PlainDate>
}

const shownMax = 4

/** Those that had begun by the day and by the programme's end, the latest first; none of a draft. */
export function sixMonthsOf(
  row: Pick<ProgrammeRow, 'issued_on' | 'until_on' | 'ended_on' | 'exchanges'>,
  on: Temporal.PlainDate,
): SixMonths[] {
  const found: SixMonths[] = []
  if (row.issued_on === null) return found
  const last = [row.until_on, row.ended_on, on]
    .filter((day) => day !== null)
    .reduce((one, other) => (Temporal.PlainDate.compare(one, other) <= 0 ? one : other))
  for (let no = 0; ; no += 1) {
    const from_on = row.issued_on.add({ months: 6 * no })
    if (Temporal.PlainDate.compare(from_on, last) > 0) break
    const until_on = row.issued_on.add({ months: 6 * (no + 1) }).subtract({ days: 1 })
    const told = new Map<string, Temporal.PlainDate>()
    for (const one of row.exchanges)
      if (one.on >= from_on.toString() && one.on <= until_on.toString() && !told.has(one.unit_id))
        told.set(one.unit_id, Temporal.PlainDate.from(one.on))
    found.unshift({ from_on, until_on, over: Temporal.PlainDate.compare(until_on, on) < 0, told })
  }
  return found.slice(0, shownMax)
}
