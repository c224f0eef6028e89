/** What came in, added up: a question's sum, bounds, yeses, choices and texts, for all units or for one group. Pure. */
import type { Answers, Question } from './question.ts'

/** One unit's answer as the roll-up reads it. */
export interface UnitAnswer {
  unit_id: string
  id: string
  name: string
  code: string | null
  /** The province it stands in on the day of the round; the unit itself where it is one or stands in none. */
  group_id: string
  group_name: string
  group_code: string | null
  state: string
  answers: Answers
  nothing: boolean
  handed_in_at: Temporal.Instant | null
  answered_by: string | null
  by_stand_in: boolean
  version: number
  reminded: boolean
}

/** How many were asked, have answered, said that there is nothing, and came after the hour. */
export interface Tally {
  asked: number
  answered: number
  nothing: number
  late: number
}

/** One question added up. */
export interface QuestionSum {
  question: Question
  /** Units that answered this question. */
  answered: number
  sum: number | null
  least: number | null
  most: number | null
  yes: number
  no: number
  /** By option, in the order of the question. */
  choices: readonly { option: string; units: number }[]
  texts: number
}

/** Has it been handed in? What is only kept at the unit counts for nothing. */
export const isIn = (one: UnitAnswer): boolean => one.state === 'handed-in'

/** Did it come after the hour? */
export const isLate = (one: UnitAnswer, due_at: Temporal.Instant): boolean =>
  one.handed_in_at !== null && Temporal.Instant.compare(one.handed_in_at, due_at) > 0

/** Counts of units. */
export function tally(rows: readonly UnitAnswer[], due_at: Temporal.Instant): Tally {
  return {
    asked: rows.length,
    answered: rows.filter(isIn).length,
    nothing: rows.filter((one) => isIn(one) && one.nothing).length,
    late: rows.filter((one) => isIn(one) && isLate(one, due_at)).length,
  }
}

/** Units whose answer to a question was handed in. */
export function behind(rows: readonly UnitAnswer[], question: Pick<Question, 'id'>): UnitAnswer[] {
  return rows.filter((one) => isIn(one) && one.answers[question.id] !== undefined)
}

/** Adds up one question. */
export function sumOf(rows: readonly UnitAnswer[], question: Question): QuestionSum {
  const given = behind(rows, question).map((one) => one.answers[question.id]!)
  const figures = given.filter((one) => typeof one === 'number')
  // Two places after the comma are kept: added as whole hundredths, so that nothing is lost on the way.
  const hundredths = figures.reduce((sum, one) => sum + Math.round(one * 100), 0)
  return {
    question,
    answered: given.length,
    sum: figures.length === 0 ? null : hundredths / 100,
    least: figures.length === 0 ? null : figures.reduce((a, b) => Math.min(a, b)),
    most: figures.length === 0 ? null : figures.reduce((a, b) => Math.max(a, b)),
    yes: given.filter((one) => one === true).length,
    no: given.filter((one) => one === false).length,
    choices: question.options.map((option) => ({ option, units: given.filter((one) => one === option).length })),
    texts: question.kind === 'text' ? given.length : 0,
  }
}

/** Units of one province, or the bodies that stand in none, each its own. */
export interface Group {
  id: string
  name: string
  code: string | null
  rows: readonly UnitAnswer[]
}

/** The rows by province, in the order of the codes. */
export function groupsOf(rows: readonly UnitAnswer[]): Group[] {
  const groups = new Map<string, UnitAnswer[]>()
  for (const one of rows) groups.set(one.group_id, [...(groups.get(one.group_id) ?? []), one])
  return [...groups.values()]
    .map((own) => ({ id: own[0]!.group_id, name: own[0]!.group_name, code: own[0]!.group_code, rows: own }))
    .sort((a, b) => (a.code ?? '~').localeCompare(b.code ?? '~') || a.name.localeCompare(b.name, 'vi'))
}
