/** Slips are printed for those who will come: each has a code that counts one, once, and is nobody's. */
import { z } from 'zod'
import { action } from '../../platform/actions/action.ts'
import { count } from '../../platform/input.ts'
import { dialogue } from './dialogue.ts'
import { slipsMax, standing } from './fields.ts'

/** Never fewer than before: what was handed out stays good. */
export const printSlips = action({
  noun: dialogue,
  step: 'print-slips',
  input: z.object({ slips: count(1, slipsMax) }),
  decide: ({ record, input }) => ({ change: { slips: Math.max(standing(record).slips, input.slips) } }),
})
