/**
 * A due date with its reasons. The day of the event is not counted (BLDS 2015 Đ147.2); days of a suspension are not
 * counted and the rest goes on, never from zero; a last day that is a rest day ends with the next working day
 * (BLDS 2015 Đ148.5). A notice is counted back from its event, and a rest day rolls earlier.
 */
import {
  type Calendar,
  type CalendarDay,
  calendarSource,
  calendarSpan,
  calendarWith,
  type DayWhy,
  type HolidayId,
  publishedCalendar,
  workingDaysBetween,
} from './calendar.ts'
import type { CalendarStatus } from './calendar-years.ts'
import type { Unverified } from './law.ts'
import { isOn, type SwitchSettings } from './switches.ts'
import { type LimitId, limitIds, type TimeLimit, timeLimits, type Variant } from './time-limits.ts'

/** Days on which a clock stands still: `from` is the first day not counted, `to` the last. */
export interface Suspension {
  from: Temporal.PlainDate
  to: Temporal.PlainDate
}

/** What a due date depends on, besides its rule. */
export interface DueQuestion {
  /** The day the clock started; for notices counted back, the day of the event. */
  start: Temporal.PlainDate
  /** Remote area (vùng sâu, vùng xa, đi lại khó khăn). */
  remote?: boolean
  complexity?: 'complex' | 'specially-complex'
  several_places?: boolean
  suspensions?: readonly Suspension[]
  calendar?: Calendar
  switches?: SwitchSettings
}

/** Why a run of days was counted or not. */
export type ReasonWhy = DayWhy | 'start' | 'day' | 'suspended' | 'obstacle' | 'rolled-to' | 'rolled-back-to'

/** A run of days of one kind; `reached` is how many days of the limit are used up at its end. */
export interface Reason {
  from: Temporal.PlainDate
  to: Temporal.PlainDate
  days: number
  counted: boolean
  why: ReasonWhy
  cite: string
  reached: number
  holiday?: HolidayId
  label?: string
}

/** Something the reader should know besides the count. */
export type DueNote =
  | 'suspension-unknown-to-this-limit'
  | 'suspension-before-the-law-knew-it'
  | 'calendar-to-be-checked'

/** A due date, with everything that led to it. */
export interface DueAnswer {
  rule: LimitId
  start: Temporal.PlainDate
  /** Before rolling over rest days: warnings count to it. */
  nominal: Temporal.PlainDate
  /** After rolling: overdue begins the day after. */
  due: Temporal.PlainDate
  length: number
  unit: TimeLimit['unit']
  reasons: readonly Reason[]
  notes: readonly DueNote[]
  /** The row that was applied. */
  row: TimeLimit
  calendar: {
    name: string
    years: readonly { year: number; status: CalendarStatus; source: string }[]
    /** Rows of the office that lie between start and due. */
    overrides: readonly { on: Temporal.PlainDate; working: boolean; label: string; cite: string }[]
  }
  unverified?: Unverified
}

/** The book cannot answer: the sentence says what is wrong and what would be right. */
export class DueError extends Error {
  readonly code: 'unknown-rule' | 'not-in-force' | 'suspension' | 'calendar'

  constructor(code: DueError['code'], message: string) {
    super(message)
    this.name = 'DueError'
    this.code = code
  }
}

/** When is it due, and why? Throws a `DueError` where the book has no answer. */
export function due(rule: LimitId, question: DueQuestion): DueAnswer {
  const row = rowInForce(rule, question.start, question.switches)
  const suspensions = question.suspensions ?? []
  checkSuspensions(row, question.start, suspensions)
  const calendar = question.calendar ?? (question.switches ? calendarWith([], question.switches) : publishedCalendar)
  const length = lengthFor(row, question)
  try {
    const counted = count(row, length, question.start, suspensions, calendar)
    return answerFrom(rule, row, length, question, counted, calendar)
  } catch (error) {
    if (error instanceof RangeError) throw new DueError('calendar', error.message)
    throw error
  }
}

/** The row of this rule in force on that day. Throws a `DueError` where there is none. */
export function rowInForce(rule: LimitId, on: Temporal.PlainDate, settings?: SwitchSettings): TimeLimit {
  const rows: readonly TimeLimit[] = timeLimits
  const mine = rows.filter((row) => row.id === rule)
  if (mine.length === 0) {
    throw new DueError('unknown-rule', `there is no rule ${rule}: the book has ${limitIds.join(', ')}`)
  }
  const day = on.toString()
  const applicable = mine.filter((row) => row.from <= day && (!row.switch || isOn(row.switch, settings)))
  const latest = applicable.at(-1)
  const ended = latest?.until && latest.until <= day
  // A row that was replaced goes on while the row that replaced it is switched off.
  const successorIsOff = mine.some((row) => row.from === latest?.until && row.switch && !isOn(row.switch, settings))
  if (latest && (!ended || successorIsOff)) return latest
  const spans = mine.map((row) => (row.until ? `${row.from} to ${row.until}` : `since ${row.from}`)).join(', ')
  throw new DueError('not-in-force', `${rule} was not in force on ${day}: it is in force ${spans}`)
}

/** The variants that a rule knows on any day: which flags mean something for it. */
export function variantsOf(rule: LimitId): Variant[] {
  const rows: readonly TimeLimit[] = timeLimits
  return [...new Set(rows.filter((row) => row.id === rule).flatMap((row) => variantNames(row)))]
}

/** Has the due day passed without the step? Overdue begins the day after `due`. */
export function isOverdue(answer: Pick<DueAnswer, 'due'>, on: Temporal.PlainDate): boolean {
  return Temporal.PlainDate.compare(on, answer.due) > 0
}

/** Is it due within so many working days, counted to `nominal`, and not yet overdue? */
export function dueSoon(
  answer: Pick<DueAnswer, 'due' | 'nominal'>,
  on: Temporal.PlainDate,
  working_days = 3,
  calendar: Calendar = publishedCalendar,
): boolean {
  return !isOverdue(answer, on) && workingDaysBetween(on, answer.nominal, calendar) <= working_days
}

/** The length that fits this case: the longest of the variants that hold for it. */
function lengthFor(row: TimeLimit, question: DueQuestion): number {
  const holding: Variant[] = []
  if (question.complexity) holding.push('complex')
  if (question.complexity === 'specially-complex') holding.push('specially-complex')
  if (question.remote) holding.push('remote')
  if (question.remote && question.complexity) holding.push('remote+complex')
  if (question.several_places) holding.push('several-places')
  return Math.max(row.length, ...holding.map((variant) => row.variants?.[variant] ?? 0))
}

function variantNames(row: TimeLimit): Variant[] {
  const all: Variant[] = ['complex', 'specially-complex', 'remote', 'remote+complex', 'several-places']
  return all.filter((variant) => row.variants?.[variant] !== undefined)
}

function checkSuspensions(row: TimeLimit, start: Temporal.PlainDate, suspensions: readonly Suspension[]): void {
  if (suspensions.length > 0 && row.counted === 'before') {
    throw new DueError(
      'suspension',
      `${row.id} is counted back from the event and cannot be suspended: leave the suspension out`,
    )
  }
  for (const { from, to } of suspensions) {
    if (Temporal.PlainDate.compare(to, from) < 0) {
      throw new DueError(
        'suspension',
        `the suspension ${from}..${to} ends before it begins: write its first day, then its last`,
      )
    }
    if (Temporal.PlainDate.compare(from, start) < 0) {
      throw new DueError(
        'suspension',
        `the suspension ${from}..${to} begins before the clock started on ${start}: it can begin on ${start} at the earliest`,
      )
    }
  }
}

interface Counted {
  nominal: Temporal.PlainDate
  due: Temporal.PlainDate
  reasons: Reason[]
}

function count(
  row: TimeLimit,
  length: number,
  start: Temporal.PlainDate,
  suspensions: readonly Suspension[],
  calendar: Calendar,
): Counted {
  const step = row.counted === 'before' ? -1 : 1
  const reasons = runs()
  reasons.add(start, { counted: false, why: 'start', cite: 'BLDS 2015 Đ147.2' }, 0)
  let day = start
  let reached = 0
  while (reached < length) {
    day = nextDay(day, step)
    const reason = reasonFor(row, day, suspensions, calendar)
    if (reason.counted) reached += 1
    reasons.add(day, reason, reached)
  }
  const nominal = day
  while (!calendar.day(day).working) {
    day = nextDay(day, step)
    const found = calendar.day(day)
    const rolled = { counted: false, why: step > 0 ? 'rolled-to' : 'rolled-back-to', cite: 'BLDS 2015 Đ148.5' } as const
    reasons.add(day, found.working ? rolled : { ...asReason(found), counted: false }, reached)
  }
  return { nominal, due: day, reasons: reasons.list }
}

function reasonFor(
  row: TimeLimit,
  on: Temporal.PlainDate,
  suspensions: readonly Suspension[],
  calendar: Calendar,
): DayReason {
  if (suspensions.some(({ from, to }) => between(on, from, to))) {
    // A citizen's time bar stands still for an obstacle (LKN 2011 Đ9), an agency's limit for a suspension.
    const why = row.for === 'citizen' ? 'obstacle' : 'suspended'
    return { counted: false, why, cite: row.suspendable?.cite ?? row.cite }
  }
  if (row.unit === 'day') return { counted: true, why: 'day', cite: row.cite }
  return asReason(calendar.day(on))
}

type DayReason = Pick<Reason, 'counted' | 'why' | 'cite' | 'holiday' | 'label'>

function asReason(day: CalendarDay): DayReason {
  const reason: DayReason = { counted: day.working, why: day.why, cite: day.cite }
  if (day.holiday) reason.holiday = day.holiday
  if (day.label) reason.label = day.label
  return reason
}

/** Gathers neighbouring days of one kind into one reason. */
function runs(): { list: Reason[]; add: (on: Temporal.PlainDate, reason: DayReason, reached: number) => void } {
  const list: Reason[] = []
  return {
    list,
    add(on, reason, reached) {
      const last = list.at(-1)
      const same =
        last &&
        last.why === reason.why &&
        last.counted === reason.counted &&
        last.holiday === reason.holiday &&
        last.label === reason.label &&
        last.cite === reason.cite
      if (!same) {
        list.push({ from: on, to: on, days: 1, ...reason, reached })
        return
      }
      last.days += 1
      last.reached = reached
      if (Temporal.PlainDate.compare(on, last.from) < 0) last.from = on
      else last.to = on
    },
  }
}

function answerFrom(
  rule: LimitId,
  row: TimeLimit,
  length: number,
  question: DueQuestion,
  counted: Counted,
  calendar: Calendar,
): DueAnswer {
  const { nominal, due: last, reasons } = counted
  const [first, end] = row.counted === 'before' ? [last, question.start] : [question.start, last]
  const years = Array.from({ length: end.year - first.year + 1 }, (_, i) => calendarSource(first.year + i)).filter(
    (year) => year !== null,
  )
  const notes: DueNote[] = []
  const suspensions = question.suspensions ?? []
  if (suspensions.length > 0 && !row.suspendable) notes.push('suspension-unknown-to-this-limit')
  const since = row.suspendable?.from
  if (since && suspensions.some(({ from }) => from.toString() < since)) notes.push('suspension-before-the-law-knew-it')
  if (years.some((year) => year.status !== 'published')) notes.push('calendar-to-be-checked')
  return {
    rule,
    start: question.start,
    nominal,
    due: last,
    length,
    unit: row.unit,
    reasons,
    notes,
    row,
    calendar: { name: calendar.name, years, overrides: calendar.overrides.filter(({ on }) => between(on, first, end)) },
    ...(row.unverified ? { unverified: row.unverified } : {}),
  }
}

function between(on: Temporal.PlainDate, from: Temporal.PlainDate, to: Temporal.PlainDate): boolean {
  return Temporal.PlainDate.compare(on, from) >= 0 && Temporal.PlainDate.compare(on, to) <= 0
}

function nextDay(on: Temporal.PlainDate, step: 1 | -1): Temporal.PlainDate {
  const day = on.add({ days: step })
  if (day.year < calendarSpan.first || day.year > calendarSpan.last) {
    throw new RangeError(
      `no working calendar for ${day.year}: the book has ${calendarSpan.first} to ${calendarSpan.last}`,
    )
  }
  return day
}
