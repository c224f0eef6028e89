/** The recommendation is about a regulation: it takes the road of the decree, with a review by six criteria. */
import { z } from 'zod'
import { regulationIssuers } from '../../law/feedback-workflow.ts'
import { action } from '../../platform/actions/action.ts'
import { agree, choice, text } from '../../platform/input.ts'
import { feedback } from './feedback.ts'
import { marked } from './regulation.ts'

/** Refused where the sender's name, address or telephone is missing; it is then answered like any other. */
export const markRegulation = action({
  noun: feedback,
  step: 'mark-regulation',
  input: z.object({
    regulation: text(300),
    issuer: choice(regulationIssuers),
    in_vietnamese: agree(),
    dedicated_number: agree(),
  }),
  decide: ({ input, moment }) => ({ change: { regulation: marked(input.regulation, input.issuer, moment.on) } }),
})
