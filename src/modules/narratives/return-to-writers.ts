/** The head gives the text back, with what is to be mended. */
import { z } from 'zod'
import { action } from '../../platform/actions/action.ts'
import { longText } from '../../platform/input.ts'
import { narrative } from './narrative.ts'

/** The reason stands in the history. */
export const returnToWriters = action({
  noun: narrative,
  step: 'return-to-writers',
  input: z.object({ reason: longText(1000) }),
  decide: () => ({ change: {} }),
})
