/** Ends a body: from this day on it is not in the tree; its past stays. */
import { z } from 'zod'
import { action } from '../../platform/actions/action.ts'
import { day } from '../../platform/input.ts'
import { body, changed } from './body.ts'

/** `until_on` is the first day without it. */
export const endBodyAction = action({
  noun: body,
  step: 'end-body',
  input: z.object({ until_on: day({ year_min: 2025 }) }),
  decide: ({ input, unit_id, id }) => changed(unit_id, id, { until_on: input.until_on }),
})
