/** `take-off`: the head takes an officer off the list; from the next look on the figures are closed to them. */
import { z } from 'zod'
import { action } from '../../platform/actions/action.ts'
import { namedPosition } from './named-position.ts'

/** Takes an officer off the list. */
export const takeOff = action({
  noun: namedPosition,
  step: 'take-off',
  input: z.object({}),
  decide: ({ moment }) => ({ change: { until_on: moment.on } }),
})
