/** Help while deciding on a record's page: the next lawful step with its letter and last day, and what the file still lacks. */
import type { Context } from 'hono'
import { lackingPapers } from '../law/case-file.ts'
import { complaintLimit } from '../law/complaint-limits.ts'
import { DueError, due } from '../law/due.ts'
import type { Unverified } from '../law/law.ts'
import { complaintLacks } from '../modules/complaints/papers.ts'
import { courseOf } from '../modules/complaints/second.ts'
import { feedbackLacks } from '../modules/feedback/papers.ts'
import { petitionLacks } from '../modules/petitions/papers.ts'
import { shortDay } from '../ui/parts/format.ts'
import { recordPath } from '../ui/parts/letter.tsx'
import { useSpeech } from '../ui/parts/speech.tsx'
import type { OfferedStep } from '../ui/parts/steps.tsx'
import { ToBeChecked } from '../ui/parts/text.tsx'
import { words } from '../ui/words/words.ts'
import type { AppEnv } from './env.ts'
import { registerNouns } from './record-kinds.ts'
import type { Loaded } from './records.tsx'
import { letterOf } from './step-letters.ts'

/** Something the file lacks: its name, its article, and the step that brings it where the viewer may take it now. */
export interface LackingPaper {
  paper: string
  cite: string
  unverified?: Unverified | undefined
  step: string
  /** The road does not wait for it. */
  beside: boolean
  /** Null: the step is not open to this viewer now. */
  href: string | null
}

/** The last day of a step, where it is known. */
export interface LastDay {
  on: Temporal.PlainDate
  late: boolean
}

/** What this record's file lacks at its station. `files`: papers that came with it. */
export function lackingIn(loaded: Loaded, steps: readonly OfferedStep[], files: number): LackingPaper[] {
  const { state } = loaded.row
  const lacking =
    loaded.kind === 'petition'
      ? lackingPapers('petition', state, petitionLacks, { row: loaded.row, files })
      : loaded.kind === 'complaint'
        ? lackingPapers('complaint', state, complaintLacks, {
            row: loaded.row,
            files,
            petition: loaded.facts.petition,
          })
        : lackingPapers('feedback', state, feedbackLacks, { row: loaded.row, files })
  return lacking.map(({ paper, row }) => {
    const { cite, unverified, step, beside = false } = row
    if (row.of === 'petition' && loaded.kind !== 'petition') {
      const petition = { unit_id: loaded.row.unit_id, id: loaded.row.petition_id }
      return { paper, cite, unverified, step, beside, href: recordPath('petition', petition) }
    }
    const open = steps.find((one) => one.step === step && one.refusal === null)
    return { paper, cite, unverified, step, beside, href: open?.href ?? null }
  })
}

/**
 * The step that is next: the first one of the road that brings what the file lacks; where the file is complete, the
 * first open step that moves the record on. None where the road waits for somebody else.
 */
export function nextStep(steps: readonly OfferedStep[], lacking: readonly LackingPaper[]): string | null {
  const open = steps.filter((one) => one.refusal === null)
  const waited = lacking.filter((one) => !one.beside)
  const brings = waited.find((one) => open.some(({ step }) => step === one.step))
  if (brings) return brings.step
  return waited.length > 0 ? null : (open.find((one) => one.moves)?.step ?? null)
}

/** The last day of a step: of the clock that runs towards it, or reckoned from the day of the decision. */
export function lastDayOf(c: Context<AppEnv>, loaded: Loaded, step: string): LastDay | null {
  const on = lastDay(loaded, step)
  return on && { on, late: Temporal.PlainDate.compare(c.var.moment.on, on) > 0 }
}

function lastDay(loaded: Loaded, step: string): Temporal.PlainDate | null {
  const { row } = loaded
  const workflow: Readonly<Record<string, { within?: string; or_within?: readonly string[] }>> =
    registerNouns[loaded.kind].workflow
  const { within, or_within = [] } = workflow[step] ?? {}
  if (row.clock && row.due_on && [within, ...or_within].includes(row.clock.rule)) return row.due_on
  if (loaded.kind !== 'complaint' || step !== 'send' || !loaded.row.decided_on) return null
  try {
    const { decided_on: start, remote } = loaded.row
    return due(complaintLimit('send', courseOf(loaded.row)), { start, remote, ...loaded.facts }).due
  } catch (error) {
    if (error instanceof DueError) return null
    throw error
  }
}

/** Adds to each open step its letter and its last day, and puts the next one first. */
export function withLetters(
  c: Context<AppEnv>,
  loaded: Loaded,
  steps: readonly OfferedStep[],
  next: string | null,
): OfferedStep[] {
  const { deciding, notices } = words(c.var.language)
  const kinds: Readonly<Record<string, string>> = notices.kinds
  const told = steps.map((one): OfferedStep => {
    if (one.refusal !== null) return one
    const letter = letterOf(loaded.kind, one.step)
    const last = lastDayOf(c, loaded, one.step)
    const day = last && (last.late ? deciding.next_late : deciding.next_last_day)(shortDay(last.on))
    const notes = [letter && deciding.next_letter(kinds[letter] ?? letter), day].filter((note) => note !== null)
    return { ...one, ...(notes.length > 0 ? { notes } : {}), next: one.step === next }
  })
  return told.toSorted((a, b) => Number(b.next ?? false) - Number(a.next ?? false))
}

/** What the file lacks, each with its article and the step that brings it. */
export function StillLacking(props: { kind: Loaded['kind']; lacking: readonly LackingPaper[] }) {
  const { deciding, law } = words(useSpeech().language)
  const names: Readonly<Record<string, string>> = deciding.papers[props.kind]
  const verbs: Readonly<Record<string, { button: string }>> = { ...law.steps.petition, ...law.steps[props.kind] }
  return (
    <section aria-labelledby="lacks">
      <h2 class="govuk-heading-m" id="lacks">
        {deciding.lacks_heading}
      </h2>
      {props.lacking.length === 0 && <p class="govuk-body">{deciding.lacks_none}</p>}
      {props.lacking.length > 0 && (
        <ul class="govuk-list govuk-list--bullet">
          {props.lacking.map((one) => (
            <li key={one.paper}>
              {names[one.paper] ?? one.paper} <span class="gd-cite">({one.cite})</span>{' '}
              {one.unverified && <ToBeChecked />}
              {one.href && (
                <>
                  {' '}
                  <a class="govuk-link" href={one.href}>
                    {deciding.lacks_by(verbs[one.step]?.button ?? one.step)}
                  </a>
                </>
              )}
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}
