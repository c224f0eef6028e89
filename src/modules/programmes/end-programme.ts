/** `end-programme`, `withdraw-programme`: a programme ends when every goal has its final value and every task has ended. */
import { z } from 'zod'
import { action } from '../../platform/actions/action.ts'
import { longText } from '../../platform/input.ts'
import { reason } from '../petitions/inputs.ts'
import { programme } from './programme.ts'

/** `result`: what came of it. */
export const endProgramme = action({
  noun: programme,
  step: 'end-programme',
  input: z.object({ result: longText(4000) }),
  decide: ({ input, moment }) => ({ change: { result: input.result, ended_on: moment.on } }),
})

/** A draft that will not be issued. */
export const withdrawProgramme = action({
  noun: programme,
  step: 'withdraw-programme',
  input: z.object({ reason: reason() }),
  decide: ({ moment }) => ({ change: { ended_on: moment.on } }),
})
