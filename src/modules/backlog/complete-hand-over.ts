/** Nothing lies with the officer any more. */
import { z } from 'zod'
import { action } from '../../platform/actions/action.ts'
import { workHandOver } from './work-hand-over.ts'

/** Refused while any record stays behind. */
export const completeHandOver = action({
  noun: workHandOver,
  step: 'complete-hand-over',
  input: z.object({}),
  decide: ({ moment }) => ({ change: { ended_on: moment.on } }),
})
