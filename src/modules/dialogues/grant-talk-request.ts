/** Enough voters ask: the dialogue is owed. It is planned as one on request. */
import { z } from 'zod'
import { action } from '../../platform/actions/action.ts'
import { talkRequest } from './talk-request.ts'

/** Nothing is weighed here: with the number reached the head has no choice. */
export const grantTalkRequest = action({
  noun: talkRequest,
  step: 'grant',
  input: z.object({}),
  decide: ({ moment }) => ({ change: { ended_on: moment.on } }),
})
