/** Everything is counted anew, under a new key and by persons named again; what was counted before stands in the history. */
import { z } from 'zod'
import { action } from '../../platform/actions/action.ts'
import { text } from '../../platform/input.ts'
import { destroyMarksTask } from './destroy-marks.ts'
import { talkRequest } from './talk-request.ts'

const nothing = { counted_on: null, lines: null, repeated: null, struck: null, valid: null, needed: null } as const

/** More sheets came, a slip was lost, or the two did not agree. */
export const countAgain = action({
  noun: talkRequest,
  step: 'count-again',
  input: z.object({ reason: text(500) }),
  decide: ({ unit_id, id }) => ({
    change: { ...nothing, first_counter_id: null, second_counter_id: null, key_check: null, sheets: [] },
    jobs: [{ task: destroyMarksTask, payload: { unit_id, id } }],
  }),
})
