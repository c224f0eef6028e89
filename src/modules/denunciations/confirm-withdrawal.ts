/** The denouncer is asked alone whether it is their own will, and the file whether it must go on all the same. */
import { z } from 'zod'
import { withdrawalSigns } from '../../law/denunciation-terms.ts'
import { choices, longText, mustAgree, yesNo } from '../../platform/input.ts'
import { sealedStep } from './sealed-step.ts'

/** Signs of a violation, of coercion, bribery or slander: it is settled all the same (LTC 2018 Đ33.3). */
export const confirmWithdrawal = sealedStep({
  step: 'confirm-withdrawal',
  form: z.object({
    without_subject: mustAgree(),
    own_will: yesNo(),
    signs: choices(withdrawalSigns).optional(),
    note: longText(2000),
  }),
  answers: ({ own_will, signs = [] }) => ({ goes_on: !own_will || signs.length > 0 }),
  decide: ({ record, moment, answers: { goes_on } }) => ({
    change: { withdrawal: { ...record.withdrawal!, confirmed_on: moment.on.toString(), goes_on } },
  }),
})
