/** The lower unit’s report has come. */
import { z } from 'zod'
import { day, longText } from '../../platform/input.ts'
import { sealedStep } from './sealed-step.ts'

/** What it says lies sealed; its day is kept. */
export const recordReply = sealedStep({
  step: 'record-reply',
  form: z.object({ replied_on: day(), reply: longText() }),
  answers: ({ replied_on }) => ({ replied_on }),
  decide: ({ record, answers: { replied_on } }) => ({
    change: { demand: { ...record.demand!, answered_on: replied_on.toString() } },
  }),
})
