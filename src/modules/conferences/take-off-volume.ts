/** `take-off`: the volume is no longer public, with the reason. */
import { z } from 'zod'
import { action } from '../../platform/actions/action.ts'
import { longText } from '../../platform/input.ts'
import { volume } from './volume.ts'

/** Whoever took a copy has it. */
export const takeOffVolume = action({
  noun: volume,
  step: 'take-off',
  input: z.object({ reason: longText(2000) }),
  decide: () => ({ change: { published_on: null, published_print: null } }),
})
