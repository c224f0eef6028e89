/** Unsigned information is looked at: is the person clear, is the evidence concrete, can it be checked? */
import { z } from 'zod'
import { longText, yesNo } from '../../platform/input.ts'
import { sealedStep } from './sealed-step.ts'

/** Three answers stay in the row; why lies sealed. It may be looked at again. */
export const checkTip = sealedStep({
  step: 'check-tip',
  form: z.object({
    person_is_clear: yesNo(),
    evidence_is_concrete: yesNo(),
    can_be_checked: yesNo(),
    note: longText(2000),
  }),
  answers: ({ note: _, ...found }) => found,
  decide: ({ moment, answers }) => ({ change: { tip: { check: { on: moment.on.toString(), ...answers } } } }),
})
