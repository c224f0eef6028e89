/** The head says what is done at once about what was put before them. */
import { z } from 'zod'
import { action } from '../../platform/actions/action.ts'
import { longText } from '../../platform/input.ts'
import { petition } from './petition.ts'

/** Takes the alert from above the worklists. */
export const answerAlert = action({
  noun: petition,
  step: 'answer-alert',
  input: z.object({ ordered: longText(2000) }),
  decide: ({ record, input, moment }) => ({
    change: { alert: { ...record!.alert!, answered_on: moment.on.toString(), ordered: input.ordered } },
  }),
})
