/** `report-nothing`: the unit has nothing to report, which is an answer and neither empty nor zero. */
import { z } from 'zod'
import { action } from '../../platform/actions/action.ts'
import { handedIn } from './answer-input.ts'
import { topicalAnswer } from './topical-answer.ts'

/** Hands that in. */
export const reportNothing = action({
  noun: topicalAnswer,
  step: 'report-nothing',
  input: z.object({}),
  decide: (situation) => ({ change: { answers: {}, nothing: true, ...handedIn(situation) } }),
})
