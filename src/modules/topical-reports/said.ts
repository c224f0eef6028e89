/** How hours, answers and refusals are said on the pages of topical reports. */
import { number, shortDay } from '../../ui/parts/format.ts'
import { type Language, words } from '../../ui/words/words.ts'
import { dayAndHour } from './hours.ts'
import type { Answer, Question } from './question.ts'

/** `17:00 20/11/2026`. */
export function hourSaid(at: Temporal.Instant): string {
  const { day, hour } = dayAndHour(at)
  return `${hour} ${shortDay(day)}`
}

/** An answer in words; a figure with its measure. Null where there is none. */
export function answerSaid(question: Question, answer: Answer | undefined, language: Language): string | null {
  const { 'topical-reports': topical } = words(language)
  if (answer === undefined) return null
  if (typeof answer === 'boolean') return answer ? topical.yes : topical.no
  if (typeof answer === 'number') return [number(answer, language), question.measure].filter(Boolean).join(' ')
  return question.kind === 'day' ? shortDay(Temporal.PlainDate.from(answer)) : answer
}

/** The sentence of a lawful no. */
export function noSentence(language: Language, code: string, cite: string): string {
  const { 'topical-reports': topical, law } = words(language)
  const known: Readonly<Record<string, string>> = { ...law.refusals, ...law.conditions, ...topical.refusals }
  return known[code] ?? topical.not_now(cite)
}
