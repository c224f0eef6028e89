/** The draft is withdrawn: nothing is decided, so nothing is asked. */
import { z } from 'zod'
import { action } from '../../platform/actions/action.ts'
import { longText } from '../../platform/input.ts'
import { consultation } from './consultation.ts'

/** It stays on the page with the reason. */
export const withdrawConsultation = action({
  noun: consultation,
  step: 'withdraw',
  input: z.object({ end_note: longText(4000) }),
  decide: ({ input, moment }) => ({ change: { end_note: input.end_note, ended_on: moment.on } }),
})
