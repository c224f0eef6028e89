/** How a workflow is written down, and the one function that says whether a step is open. */
import type { LimitId } from './time-limits.ts'

/** Why a row of the book bears the mark "to be checked". */
export type Unverified =
  | 'unofficial-transcription' // read only in an unofficial transcription, not yet compared with the Gazette
  | 'press-only' // known only from press and portal pages
  | 'recalled' // from practice, the text was not seen
  | 'own-reading' // the law is silent or unclear: our reading
  | 'not-found' // looked for, no source

/** One row of a workflow: a step somebody may take on a record. */
export interface Step<State extends string, Standing extends string, Condition extends string> {
  /** States in which the step may be taken; empty for the step that creates the record. */
  from: readonly State[]
  /** The state afterwards; `same` for a step that changes none. */
  to: State | 'same'
  /** Standings any of which may take it. */
  by: readonly Standing[]
  /** Conditions that must all hold. */
  needs: readonly Condition[]
  /** Instrument and article, e.g. `LKN 2011 Đ27`. */
  cite: string
  /** First day on which the step exists in law (ISO day); absent: always. */
  in_force_from?: string
  /** First day on which it no longer exists. */
  in_force_until?: string
  /** The time limit within which the step is due, where there is one. */
  within?: LimitId
  /** The limits that take its place by what the case is: another instance, another matter. */
  or_within?: readonly LimitId[]
  /** Set where the source could not be verified: the page shows "to be checked". */
  unverified?: Unverified
}

/** A proceeding as a table: step name → row. */
export type Workflow<State extends string, Standing extends string, Condition extends string> = Readonly<
  Record<string, Step<State, Standing, Condition>>
>

/** What `answer` needs to know of a record, its viewer and the day. */
export interface Situation {
  /** Current state; null while the record does not exist. */
  state: string | null
  standings: readonly string[]
  holds: (condition: string) => boolean
  /** The day by whose law the step is judged. */
  on: Temporal.PlainDate
}

/** Open, or why not. `code` is a key of the refusal sentences. */
export type Answer =
  | { open: true; cite: string }
  | {
      open: false
      code: string
      cite: string
      kind: 'standing' | 'state' | 'condition' | 'not-in-force' | 'unknown-step'
    }

/**
 * May this step be taken now? Standing is judged before state, so that a stranger learns nothing from a refusal.
 * Codes: `not-yours`, `not-in-this-state`, `not-in-force`, `unknown-step`, or the name of the condition that fails.
 */
export function answer(workflow: Workflow<string, string, string>, step: string, situation: Situation): Answer {
  const row = Object.hasOwn(workflow, step) ? workflow[step] : undefined
  if (!row) return { open: false, code: 'unknown-step', cite: '', kind: 'unknown-step' }
  const no = (kind: 'standing' | 'state' | 'condition' | 'not-in-force', code: string): Answer => ({
    open: false,
    code,
    cite: row.cite,
    kind,
  })
  if (!row.by.some((standing) => situation.standings.includes(standing))) return no('standing', 'not-yours')
  if (!inForce(row, situation.on)) return no('not-in-force', 'not-in-force')
  const stateFits = situation.state === null ? row.from.length === 0 : row.from.includes(situation.state)
  if (!stateFits) return no('state', 'not-in-this-state')
  const failing = row.needs.find((condition) => !situation.holds(condition))
  if (failing !== undefined) return no('condition', failing)
  return { open: true, cite: row.cite }
}

/** Is this row of the book in force on that day? (`in_force_until` is the first day without it.) */
export function inForce(row: { in_force_from?: string; in_force_until?: string }, on: Temporal.PlainDate): boolean {
  const day = on.toString()
  return (!row.in_force_from || row.in_force_from <= day) && (!row.in_force_until || day < row.in_force_until)
}
