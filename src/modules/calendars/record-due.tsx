/** How a record stands towards its due date. */
import { workingDaysBetween } from '../../law/calendar.ts'
import { isOverdue } from '../../law/due.ts'
import { useSpeech } from '../../ui/parts/speech.tsx'
import { DueDate, State } from '../../ui/parts/state.tsx'
import { words } from '../../ui/words/words.ts'
import { type Clock, isToBeChecked } from './clock.ts'
import type { Counting } from './counting.ts'
import { whyPath } from './why.ts'

/** Working days left to the nominal day, or past the due day (negative). */
export function daysLeft(
  dates: { nominal_on: Temporal.PlainDate | null; due_on: Temporal.PlainDate | null },
  on: Temporal.PlainDate,
  counting: Counting,
): number | null {
  if (dates.due_on === null || dates.nominal_on === null) return null
  if (isOverdue({ due: dates.due_on }, on)) return -Math.max(1, workingDaysBetween(dates.due_on, on, counting.calendar))
  return Math.max(0, workingDaysBetween(on, dates.nominal_on, counting.calendar))
}

/** A record's due date with its reasons, or how it stands without one. */
export function RecordDue(props: {
  row: { clock: Clock | null; nominal_on: Temporal.PlainDate | null; due_on: Temporal.PlainDate | null }
  on: Temporal.PlainDate
  counting: Counting
  suspended?: boolean
  settled?: boolean
}) {
  const { row } = props
  const { language } = useSpeech()
  if (props.suspended) return <State state="suspended" />
  if (props.settled || row.due_on === null || row.clock === null) return <State state="settled" />
  return (
    <>
      <DueDate
        on={row.due_on}
        days_left={daysLeft(row, props.on, props.counting)}
        why={whyPath(row.clock)}
        to_be_checked={isToBeChecked(row.clock, props.counting)}
      />
      {row.clock.remote_by && (
        <span class="gd-muted">{words(language).calendars.areas.counted_as(row.clock.remote_by)}</span>
      )}
    </>
  )
}
