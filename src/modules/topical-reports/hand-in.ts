/** `hand-in`: the unit answers; what is left empty stays empty and is not zero. */
import { z } from 'zod'
import { action } from '../../platform/actions/action.ts'
import { WrongInput } from '../../platform/actions/errors.ts'
import { answersInput, answersOf, handedIn } from './answer-input.ts'
import { topicalAnswer } from './topical-answer.ts'

/** Hands it in. */
export const handIn = action({
  noun: topicalAnswer,
  step: 'hand-in',
  input: z.object(answersInput),
  decide(situation) {
    const answers = answersOf(situation, true)
    // Who has nothing to tell says so by a step of its own.
    if (Object.keys(answers).length === 0) throw new WrongInput([{ field: '', code: 'nothing-is-answered' }])
    return { change: { answers, nothing: false, ...handedIn(situation) } }
  },
})
