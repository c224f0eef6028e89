/** The petitioner is not served by the answer: the matter is taken up once more. */
import { z } from 'zod'
import { action } from '../../platform/actions/action.ts'
import { text } from '../../platform/input.ts'
import { clockColumns } from '../calendars/clock.ts'
import { feedback, settledPostings } from './feedback.ts'

/** Once, within 30 days of the answer; a new answer is owed, and the settling is counted back. */
export const reopen = action({
  noun: feedback,
  step: 'reopen',
  input: z.object({ why: text(1000, { field: 'long-text' }) }),
  decide: ({ record, moment, facts }) => ({
    change: {
      reopened: record!.reopened + 1,
      reopened_on: moment.on,
      rating: null,
      rating_note: null,
      ...clockColumns({ rule: 'feedback.answer', start: moment.on.toString() }, facts),
    },
    postings: settledPostings(record!, facts, record!.answered_on!, 'answered', -1, record!.counted?.in_time ?? null),
  }),
})
