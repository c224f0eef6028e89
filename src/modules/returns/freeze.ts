/** `freeze`: the figures are final: from now on they change only by a new version with its reason. */
import { z } from 'zod'
import { action } from '../../platform/actions/action.ts'
import { unitReturn } from './unit-return.ts'

/** Freezes an accepted return. */
export const freeze = action({
  noun: unitReturn,
  step: 'freeze',
  input: z.object({}),
  decide: ({ moment }) => ({ change: { frozen_on: moment.on } }),
})
