/** Too few voters ask: said with the number that is missing, and what the office does all the same. */
import { z } from 'zod'
import { action } from '../../platform/actions/action.ts'
import { longText } from '../../platform/input.ts'
import { talkRequest } from './talk-request.ts'

/** The head may hold a dialogue whenever one is needed; the note says what is done instead. */
export const declineTalkRequest = action({
  noun: talkRequest,
  step: 'decline',
  input: z.object({ end_note: longText(4000) }),
  decide: ({ input, moment }) => ({ change: { end_note: input.end_note, ended_on: moment.on } }),
})
