/** The paper that follows a request by telephone has come. */
import { z } from 'zod'
import { day } from '../../platform/input.ts'
import { moved } from './protection.ts'
import { sealedStep } from './sealed-step.ts'

/** An urgent request is worked on before its paper comes. */
export const confirmProtection = sealedStep({
  step: 'confirm-protection',
  form: z.object({ paper_on: day() }),
  answers: ({ paper_on }) => ({ paper_on }),
  decide: ({ record, answers: { paper_on } }) => ({
    change: moved(record.protection, { in_writing_on: paper_on.toString() }),
  }),
})
