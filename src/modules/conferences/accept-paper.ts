/** `accept`: the paper stands in the volume, presented or not. */
import { z } from 'zod'
import { action } from '../../platform/actions/action.ts'
import { longText } from '../../platform/input.ts'
import { paper } from './paper.ts'

/** Where it is reviewed blind, both reviews are in. */
export const acceptPaper = action({
  noun: paper,
  step: 'accept',
  input: z.object({ note: longText(4000).optional() }),
  decide: ({ input, moment }) => ({ change: { decided_on: moment.on, decision_note: input.note ?? null } }),
})
