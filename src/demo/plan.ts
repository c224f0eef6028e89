/** The plan of the demonstration: every step of eighteen months, worked out before anything is written. Pure. */
import type { AnyAction } from '../platform/actions/action.ts'
import { readTrackingCode } from '../platform/tracking-code.ts'
import { momentOf } from './days.ts'
import { type Office, officeOf } from './offices.ts'
import { chanceOf, idAt } from './random.ts'

/** Who takes a step: an officer by sign-in name, a citizen with the records their code opens, or the clock. */
export type Actor = { officer: string } | { citizen: readonly string[] } | 'clock'

/** Register numbers already given, by record. */
export type Numbers = ReadonlyMap<string, number>

/** One step of the plan. */
export interface Step {
  on: Temporal.PlainDate
  /** Minutes after 08:00. */
  minute: number
  /** Key of the office or added body whose register it is. */
  unit: string
  actor: Actor
  action: AnyAction
  record: string
  /** A function where it names a number that is only given then. */
  input: Readonly<Record<string, unknown>> | ((numbers: Numbers) => Readonly<Record<string, unknown>>)
}

/** Ids of the units by key, `country` among them. */
export type UnitIds = ReadonlyMap<string, string>

/** The growing plan. */
export interface Plan {
  readonly steps: Step[]
  /** The business day: nothing is later. */
  readonly until: Temporal.PlainDate
  readonly units: UnitIds
  /** Tracking codes that a visitor may try, with what they open. */
  readonly codes: { code: string; what: string }[]
  /** Serial of the next record, for ids. */
  serial: number
}

/** An empty plan. */
export function newPlan(until: Temporal.PlainDate, units: UnitIds): Plan {
  return { steps: [], until, units, codes: [], serial: 0 }
}

/** The id of a unit in the tree. */
export function unitIdOf(plan: Plan, key: string): string {
  const id = plan.units.get(key)
  if (!id) throw new Error(`no unit ${key}`)
  return id
}

/** A thread of steps that follow one another; it ends at the first that would be after the business day. */
export interface Story {
  plan: Plan
  /** Day of the last step. */
  on: Temporal.PlainDate
  minute: number
  /** True once a step was left out: nothing of this story follows any more. */
  over: boolean
}

/** Begins a thread. */
export function storyOf(plan: Plan, on: Temporal.PlainDate, minute = 30): Story {
  return { plan, on, minute, over: false }
}

/** A thread that goes on beside another from the same moment. */
export function fork(story: Story): Story {
  return { ...story }
}

/** Adds a step on a day that is not before the last one; false where it falls behind the end. */
export function take(story: Story, on: Temporal.PlainDate, step: Omit<Step, 'on' | 'minute'>): boolean {
  const day = Temporal.PlainDate.compare(on, story.on) < 0 ? story.on : on
  const office = story.plan.units.has(step.unit) ? step.unit : ''
  // The clock goes on with what an abolished office left.
  const until = step.actor === 'clock' ? null : officeUntil(office)
  if (story.over || Temporal.PlainDate.compare(day, story.plan.until) > 0 || (until && day.toString() >= until)) {
    story.over = true
    return false
  }
  story.minute = day.equals(story.on) ? story.minute + 4 : 20 + (story.plan.steps.length % 37) * 9
  story.on = day
  story.plan.steps.push({ ...step, on: day, minute: story.minute })
  return true
}

function officeUntil(key: string): string | null {
  return key.includes('.') || key === 'country' || key === '' ? null : officeOf(key).until
}

/** The next record's id, ordered by its moment. */
export function newId(plan: Plan, on: Temporal.PlainDate, label: string): string {
  plan.serial += 1
  return idAt(momentOf(on, 0).at, `${label}/${plan.serial}`)
}

const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'

/** The unit part of an office's codes in the demonstration. */
export function prefixOf(key: string): string {
  const chance = chanceOf(`prefix/${key}`)
  return [0, 0, 0].map(() => alphabet[chance.int(0, 31)]).join('')
}

/** A tracking code that follows from its label, with its check character. */
export function codeOf(key: string, label: string): string {
  const chance = chanceOf(`code/${label}`)
  const body = prefixOf(key) + Array.from({ length: 12 }, () => alphabet[chance.int(0, 31)]).join('')
  const found = [...alphabet].map((check) => readTrackingCode(body + check)).find((read) => read !== null)
  if (!found) throw new Error('no check character')
  return found.code
}

/** Steps in the order in which they are performed: by day, then minute, each record's in its own order. */
export function inOrder(plan: Plan): Step[] {
  return plan.steps
    .map((step, index) => ({ step, index }))
    .sort(
      (a, b) => Temporal.PlainDate.compare(a.step.on, b.step.on) || a.step.minute - b.step.minute || a.index - b.index,
    )
    .map(({ step }) => step)
}

/** The state each record of the plan ends in, by kind, as its workflow says. */
export function statesOf(plan: Plan): Map<string, { kind: string; state: string }> {
  const states = new Map<string, { kind: string; state: string }>()
  for (const { action, record } of inOrder(plan)) {
    const to = action.noun.workflow[action.step]?.to
    if (to && to !== 'same') states.set(record, { kind: action.noun.kind, state: to })
  }
  return states
}

/** The office a story plays in. */
export type Place = Pick<Office, 'key' | 'region' | 'remote' | 'name'>
