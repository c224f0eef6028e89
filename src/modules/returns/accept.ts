/** `accept`: who receives the form has looked at the figures and takes them. */
import { z } from 'zod'
import { action } from '../../platform/actions/action.ts'
import { unitReturn } from './unit-return.ts'

/** Accepts a return. */
export const accept = action({
  noun: unitReturn,
  step: 'accept',
  input: z.object({}),
  decide: ({ moment }) => ({ change: { accepted_on: moment.on } }),
})
