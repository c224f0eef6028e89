/** Corrects the ground written beside a switch; the event keeps both values and the reason. */
import { z } from 'zod'
import { action } from '../../platform/actions/action.ts'
import { text } from '../../platform/input.ts'
import { lawSwitch, ruleOf } from './law-switch.ts'

/** On or off stays: a wrong one is unset and set anew. */
export const correctSwitch = action({
  noun: lawSwitch,
  step: 'correct-switch',
  input: z.object({ ground: text(500), reason: text(500) }),
  decide: ({ record, input }) => ({
    change: { ground: input.ground },
    ...(record ? { cite: ruleOf(record.switch).cite } : {}),
  }),
})
