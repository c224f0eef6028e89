/** An asker takes a question back, or will not come after all. */
import { z } from 'zod'
import { action } from '../../platform/actions/action.ts'
import { dialogueQuestion } from './dialogue-question.ts'

/** Before it is answered. */
export const withdrawQuestion = action({
  noun: dialogueQuestion,
  step: 'withdraw',
  input: z.object({}),
  decide: ({ record }) => ({
    change: { group_id: null },
    postings:
      record && record.text !== null
        ? [{ fact: 'dialogue-question', on_day: record.asked_on, source: record.origin, sign: -1 as const }]
        : [],
  }),
})
