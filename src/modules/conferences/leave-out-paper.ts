/** `leave-out`: the paper is not presented after all; it stays accepted and in the volume. */
import { z } from 'zod'
import { action } from '../../platform/actions/action.ts'
import { longText } from '../../platform/input.ts'
import { paper } from './paper.ts'

/** With the reason, for the record. */
export const leaveOutPaper = action({
  noun: paper,
  step: 'leave-out',
  input: z.object({ reason: longText(2000) }),
  decide: () => ({ change: { place: null, minutes: null } }),
})
