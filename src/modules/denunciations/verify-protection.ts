/** Whether protection is needed is checked. */
import { z } from 'zod'
import { longText } from '../../platform/input.ts'
import { moved } from './protection.ts'
import { sealedStep } from './sealed-step.ts'

/** What was found lies sealed. */
export const verifyProtection = sealedStep({
  step: 'verify-protection',
  form: z.object({ findings: longText(4000) }),
  answers: () => ({}),
  decide: ({ record }) => ({ change: moved(record.protection, { stage: 'verified' }) }),
})
