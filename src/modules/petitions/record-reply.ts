/** The unit that had the petition reports what became of it. */
import { z } from 'zod'
import { action } from '../../platform/actions/action.ts'
import { agree, text } from '../../platform/input.ts'
import { reason } from './inputs.ts'
import { petition } from './petition.ts'

/** Counts in column 22 of form 01/XLD; papers that come back unsettled are no reply, and count for nothing. */
export const recordReply = action({
  noun: petition,
  step: 'record-reply',
  input: z.object({ from: text(300), text: reason(), handed_back: agree() }),
  decide: ({ record, input: { handed_back, ...said }, moment }) => ({
    change: {
      replies: [...record!.replies, { on: moment.on.toString(), ...said, ...(handed_back ? { handed_back } : {}) }],
    },
    postings: handed_back
      ? []
      : [
          {
            fact: 'reply-received',
            on_day: moment.on,
            kind: record!.kind,
            field: record!.field,
            since_on: record!.processed_on,
            source: record!.source,
          },
        ],
  }),
})
