/** `review`: a reviewer's mark and words; read by the organisers alone, passed on to authors without a name. */
import { z } from 'zod'
import { reviewMarks } from '../../law/paper-workflow.ts'
import { action } from '../../platform/actions/action.ts'
import { choice, longText } from '../../platform/input.ts'
import { paper } from './paper.ts'

/** Handed in once. */
export const reviewPaper = action({
  noun: paper,
  step: 'review',
  input: z.object({ mark: choice(reviewMarks), text: longText(8000) }),
  decide: ({ record, input, viewer, moment }) => ({
    change: {
      reviews: record!.reviews.map((one) =>
        one.account_id === viewer.account_id ? { ...one, ...input, on: moment.on.toString() } : one,
      ),
    },
  }),
})
