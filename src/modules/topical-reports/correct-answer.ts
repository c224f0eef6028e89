/** `correct-answer`: another version of what was handed in, with its reason; the earlier one stays to be read. */
import { z } from 'zod'
import { action } from '../../platform/actions/action.ts'
import { agree, longText } from '../../platform/input.ts'
import { answersInput, answersOf, handedIn } from './answer-input.ts'
import { nowOf } from './hours.ts'
import { topicalAnswer } from './topical-answer.ts'

/** Puts the next version in its place. */
export const correctAnswer = action({
  noun: topicalAnswer,
  step: 'correct-answer',
  input: z.object({ ...answersInput, nothing: agree(), reason: longText(500) }),
  decide(situation) {
    const { record, input, moment } = situation
    const { version, answers, nothing, answered_by, earlier } = record!
    const until = nowOf(moment).toString()
    const before = { version, answers, nothing, until, by: answered_by ?? '', reason: input.reason }
    return {
      change: {
        answers: input.nothing ? {} : answersOf(situation, true),
        nothing: input.nothing,
        version: version + 1,
        earlier: [...earlier, before],
        ...handedIn(situation),
      },
    }
  },
})
