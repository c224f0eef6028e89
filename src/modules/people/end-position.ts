/** Ends a position: `until_on` is the first day without it. */
import { z } from 'zod'
import { action } from '../../platform/actions/action.ts'
import { day } from '../../platform/input.ts'
import { position } from './position.ts'

/** May be told ahead: what somebody holds is read from the days. */
export const endPosition = action({
  noun: position,
  step: 'end-position',
  input: z.object({ until_on: day() }),
  decide: ({ input }) => ({ change: { until_on: input.until_on } }),
})
