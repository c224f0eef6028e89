/** Answered, and no longer to be reopened. */
import { z } from 'zod'
import { action } from '../../platform/actions/action.ts'
import { feedback } from './feedback.ts'

/** Taken by the clock when the window has passed. */
export const close = action({
  noun: feedback,
  step: 'close',
  input: z.object({}),
  decide: ({ moment }) => ({ change: { ended_on: moment.on } }),
})
