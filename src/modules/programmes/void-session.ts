/** `void-session`: the session did not take place, or was entered twice. */
import { z } from 'zod'
import { action } from '../../platform/actions/action.ts'
import { reason } from '../petitions/inputs.ts'
import { sessionPosting, studySession } from './study-session.ts'

/** Its figures are taken back. */
export const voidSession = action({
  noun: studySession,
  step: 'void-session',
  input: z.object({ reason: reason() }),
  decide: ({ record }) => ({ change: {}, postings: [sessionPosting(record!, -1)] }),
})
