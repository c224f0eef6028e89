/** `void`: a return that was begun by mistake is given up; its reason stays. */
import { z } from 'zod'
import { action } from '../../platform/actions/action.ts'
import { longText } from '../../platform/input.ts'
import { unitReturn } from './unit-return.ts'

/** Gives up a return that was not handed in. */
export const voidReturn = action({
  noun: unitReturn,
  step: 'void',
  input: z.object({ reason: longText(1000) }),
  decide: ({ input, record }) => ({
    // The reason of a correction says what was wrong with the version before; it is not written over.
    change: record!.reason === null ? { reason: input.reason } : {},
  }),
})
