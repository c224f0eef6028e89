/** What was written down wrongly is mended; owner and day change by another plan only. */
import { z } from 'zod'
import { action } from '../../platform/actions/action.ts'
import { choice, longText } from '../../platform/input.ts'
import { casePlan } from './case-plan.ts'
import { causes } from './terms.ts'

/** Cause and steps, with the reason. */
export const correctPlan = action({
  noun: casePlan,
  step: 'correct-plan',
  input: z.object({ cause: choice(causes), steps: longText(4000), reason: longText(1000) }),
  decide: ({ input }) => ({ change: { cause: input.cause, steps: input.steps } }),
})
