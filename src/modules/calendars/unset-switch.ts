/** Gives a rule back to the book's default. */
import { z } from 'zod'
import { action } from '../../platform/actions/action.ts'
import { text } from '../../platform/input.ts'
import { lawSwitch, ruleOf } from './law-switch.ts'
import { reDateJob } from './re-date.ts'

/** The row stays in the history. */
export const unsetSwitch = action({
  noun: lawSwitch,
  step: 'unset-switch',
  input: z.object({ reason: text(500) }),
  decide: ({ record, id }) => ({
    change: {},
    jobs: [reDateJob('switch-unset', id)],
    ...(record ? { cite: ruleOf(record.switch).cite } : {}),
  }),
})
