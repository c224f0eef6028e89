/** At the superior: the denouncer disagrees with a conclusion, or the lower unit is overdue. */
import { z } from 'zod'
import { choice, longText, text } from '../../platform/input.ts'
import { clockColumns } from '../calendars/clock.ts'
import { sealedStep } from './sealed-step.ts'

/** Twenty days to review, from the day of receipt. */
export const reviewFurther = sealedStep({
  step: 'review-further',
  form: z.object({ why: choice(['disagrees', 'overdue']), earlier: text(300), note: longText(2000) }),
  answers: ({ why }) => ({ why }),
  decide: ({ record, facts, moment, answers: { why } }) => ({
    change: {
      further_on: moment.on,
      further_why: why,
      ...clockColumns({ rule: 'denunciation.further', start: record.received_on.toString() }, facts),
    },
  }),
})
