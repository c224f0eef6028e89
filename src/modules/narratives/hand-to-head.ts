/** The writers are done: the head reads, mends and signs, or returns it. */
import { z } from 'zod'
import { action } from '../../platform/actions/action.ts'
import { narrative } from './narrative.ts'

/** Nothing is asked. */
export const handToHead = action({
  noun: narrative,
  step: 'hand-to-head',
  input: z.object({}),
  decide: () => ({ change: {} }),
})
