/** `decline`: the paper is not taken, with the reason its authors read. */
import { z } from 'zod'
import { action } from '../../platform/actions/action.ts'
import { longText } from '../../platform/input.ts'
import { paper } from './paper.ts'

/** It stays among the received ones. */
export const declinePaper = action({
  noun: paper,
  step: 'decline',
  input: z.object({ note: longText(4000) }),
  decide: ({ input, moment }) => ({ change: { decided_on: moment.on, decision_note: input.note } }),
})
