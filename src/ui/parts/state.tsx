/** How a record stands in time, always by colour, word and shape; and the due date with the way to its reasons. */
import type { ComponentChildren } from 'preact'
import { longDay, shortDay } from './format.ts'
import { useSpeech } from './speech.tsx'
import { ToBeChecked } from './text.tsx'

/** How a record stands towards its due date. */
export type DueState = 'on-time' | 'due-soon' | 'overdue' | 'suspended' | 'settled'

/** Working days left at which a due date is called soon. */
export const dueSoonDays = 3

/** The state that follows from the working days left; negative: days past the due date. */
export function stateOfDue(days_left: number): DueState {
  if (days_left < 0) return 'overdue'
  return days_left <= dueSoonDays ? 'due-soon' : 'on-time'
}

const shapes: Readonly<Record<DueState, ComponentChildren>> = {
  'on-time': <circle cx="8" cy="8" r="6" />,
  'due-soon': (
    <>
      <circle cx="8" cy="8" r="5.5" fill="none" stroke="currentColor" stroke-width="1.5" />
      <path d="M8 2a6 6 0 0 0 0 12z" />
    </>
  ),
  overdue: <path d="M8 1.5 15 14H1z" />,
  suspended: <path d="M4 2h3v12H4zM9 2h3v12H9z" />,
  settled: <path d="m2 8.5 2-2 2.7 2.7L12.3 3l1.9 1.8-7.4 8.4z" />,
}

/** The shape alone: ● on time, ◐ due soon, ▲ overdue, ‖ suspended, ✓ settled. Never without its word beside it. */
export function StateShape(props: { state: DueState }) {
  return (
    <svg
      class="gd-shape"
      viewBox="0 0 16 16"
      width="16"
      height="16"
      aria-hidden="true"
      focusable="false"
      fill="currentColor"
    >
      {shapes[props.state]}
    </svg>
  )
}

/** A state as shape, colour and word; `children` replaces the usual word. */
export function State(props: { state: DueState; children?: ComponentChildren }) {
  const { frame } = useSpeech()
  return (
    <span class={`gd-state gd-state--${props.state}`}>
      <StateShape state={props.state} />
      <span>{props.children ?? frame.states[props.state]}</span>
    </span>
  )
}

/** A due date with the working days left and the link to its reasons. */
export function DueDate(props: {
  on: Temporal.PlainDate
  /** Working days left; negative when past; null when nothing is counted (suspended, settled). */
  days_left: number | null
  /** The page with the reasons; every due date has one. */
  why: string
  /** Where the clock stands still or has ended. */
  state?: 'suspended' | 'settled'
  /** In a table: the date is short and is itself the link. */
  compact?: boolean
  /** The rule it follows from could not be verified: it bears the mark. */
  to_be_checked?: boolean
}) {
  const { language, face, frame } = useSpeech()
  const day = face === 'portal' && !props.compact ? longDay(props.on, language) : shortDay(props.on)
  const state = props.state ?? (props.days_left === null ? null : stateOfDue(props.days_left))
  const left = props.days_left === null ? null : daysLeft(props.days_left, frame.due)
  const time = <time dateTime={props.on.toString()}>{day}</time>
  return (
    <span class={`gd-due${state ? ` gd-state--${state}` : ''}`}>
      {state && <StateShape state={state} />}
      {props.compact ? (
        <a class="govuk-link gd-due__day" href={props.why} aria-label={frame.due.why_of(day)}>
          {time}
        </a>
      ) : (
        <span class="gd-due__day">{time}</span>
      )}
      <span class="gd-due__left">
        {props.state ? frame.states[props.state] : left && (face === 'portal' ? `(${left})` : `· ${left}`)}
      </span>
      {props.to_be_checked && <> {props.compact ? <span title={frame.to_be_checked}>†</span> : <ToBeChecked />}</>}
      {!props.compact && (
        <a class="govuk-link gd-due__why" href={props.why}>
          {frame.due.why}
        </a>
      )}
    </span>
  )
}

function daysLeft(days: number, due: { days_left: (days: number) => string; days_over: (days: number) => string }) {
  return days < 0 ? due.days_over(-days) : due.days_left(days)
}
