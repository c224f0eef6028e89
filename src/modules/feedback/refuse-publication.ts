/** The petitioner does not want the answer published; what is published disappears from the wall. */
import { z } from 'zod'
import { action } from '../../platform/actions/action.ts'
import { feedback } from './feedback.ts'

/** May be said at any time. */
export const refusePublication = action({
  noun: feedback,
  step: 'refuse-publication',
  input: z.object({}),
  decide: () => ({ change: { publication: 'refused' as const, published_on: null } }),
})
