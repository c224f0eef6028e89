/** The plan did its work: what came of it. */
import { z } from 'zod'
import { action } from '../../platform/actions/action.ts'
import { longText } from '../../platform/input.ts'
import { casePlan } from './case-plan.ts'

/** Says nothing about the record itself, which ends by its own steps. */
export const finishPlan = action({
  noun: casePlan,
  step: 'finish-plan',
  input: z.object({ end_note: longText(2000) }),
  decide: ({ input, moment }) => ({ change: { end_note: input.end_note, ended_on: moment.on } }),
})
