/** No more opinions are taken: the last day has passed. */
import { z } from 'zod'
import { action } from '../../platform/actions/action.ts'
import { consultation } from './consultation.ts'

/** What came on paper within the days may still be written down afterwards. */
export const closeConsultation = action({
  noun: consultation,
  step: 'close',
  input: z.object({}),
  decide: ({ moment }) => ({ change: { closed_on: moment.on } }),
})
