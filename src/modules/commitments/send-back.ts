/** It is not done as said: the report goes back with what is missing, and the day runs on as before. */
import { z } from 'zod'
import { action } from '../../platform/actions/action.ts'
import { WrongInput } from '../../platform/actions/errors.ts'
import { longText } from '../../platform/input.ts'
import { commitment } from './commitment.ts'

const timesMax = 50

/** What was reported stands in the history; the next report has its own evidence. */
export const sendBack = action({
  noun: commitment,
  step: 'send-back',
  input: z.object({ missing: longText(1000) }),
  decide({ record, input, viewer, moment }) {
    const { sent_back } = record!
    if (sent_back.length >= timesMax) throw new WrongInput([{ field: 'missing', code: 'too-many-notes' }])
    // Who asked stays unnamed here.
    const by = viewer.account_id === null ? '' : viewer.name
    return {
      change: {
        sent_back: [...sent_back, { on: moment.on.toString(), by, reason: input.missing }],
        evidence: null,
        reported_on: null,
        reported_by: null,
      },
    }
  },
})
