/** The unit that had the petition reports what became of it. */
import { z } from 'zod'
import { action } from '../../platform/actions/action.ts'
import { text } from '../../platform/input.ts'
import { reason } from './inputs.ts'
import { petition } from './petition.ts'

/** Counts in column 22 of form 01/XLD. */
export const recordReply = action({
  noun: petition,
  step: 'record-reply',
  input: z.object({ from: text(300), text: reason() }),
  decide: ({ record, input, moment }) => ({
    change: { replies: [...record!.replies, { on: moment.on.toString(), ...input }] },
    postings: [
      {
        fact: 'reply-received',
        on_day: moment.on,
        kind: record!.kind,
        field: record!.field,
        since_on: record!.processed_on,
      },
    ],
  }),
})
