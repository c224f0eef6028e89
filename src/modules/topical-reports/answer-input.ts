/** What every step of an answer takes, and what it writes. */
import { z } from 'zod'
import type { Situation } from '../../platform/actions/action.ts'
import { agree } from '../../platform/input.ts'
import { nowOf } from './hours.ts'
import { type Answers, answerMax, questionsMax, readAnswers } from './question.ts'
import type { TopicalAnswerFacts, TopicalAnswerRow } from './topical-answer.ts'

/** Answers as typed, by question; read against the questions as they are asked now. */
export const answersInput = {
  answers: z
    .record(z.string().regex(/^q\d{1,3}$/), z.string().max(4 * answerMax))
    .refine((given) => Object.keys(given).length <= 4 * questionsMax)
    .meta({ field: 'hidden' }),
  names_no_person: agree(),
}

const answersSchema = z.object(answersInput)

type Decided = Situation<TopicalAnswerRow, TopicalAnswerFacts, z.output<typeof answersSchema>>

/** The answers of an input; throws every fault at its field. */
export function answersOf({ facts, input }: Pick<Decided, 'facts' | 'input'>, complete: boolean): Answers {
  const { answers, names_no_person } = input
  return readAnswers(facts.call?.questions ?? [], answers, { complete, names_no_person })
}

/** What handing in writes, whoever does it. */
export function handedIn({
  facts,
  viewer,
  moment,
  record,
}: Pick<Situation<TopicalAnswerRow, TopicalAnswerFacts, unknown>, 'facts' | 'viewer' | 'moment' | 'record'>) {
  return {
    handed_in_at: record!.handed_in_at ?? nowOf(moment),
    answered_by: viewer.name,
    by_stand_in: !facts.is_staffed,
  }
}
