/** The denouncer wishes to take all or a part back, in writing. Nothing ends before it is confirmed in private. */
import { z } from 'zod'
import { longText, text, yesNo } from '../../platform/input.ts'
import { sealedStep } from './sealed-step.ts'

/** Which part lies sealed; the record knows all or part. */
export const withdraw = sealedStep({
  step: 'withdraw',
  form: z.object({ whole: yesNo(), part: text(1000).optional(), reason: longText(2000) }),
  answers: ({ whole }) => ({ whole }),
  decide: ({ moment, answers: { whole } }) => ({
    change: { withdrawal: { on: moment.on.toString(), whole, confirmed_on: null, goes_on: false } },
  }),
})
