/** Somebody brings the petition for its petitioner: the paper, and whether it is notarised or certified. */
import { z } from 'zod'
import { authorisationRule } from '../../law/representation-rules.ts'
import { action } from '../../platform/actions/action.ts'
import { personName, text, yesNo } from '../../platform/input.ts'
import { petition } from './petition.ts'

/** One content, one person. Whether the paper must be certified depends on the day. */
export const recordAuthorisation = action({
  noun: petition,
  step: 'record-authorisation',
  input: z.object({
    authorised_name: personName(),
    authorised_address: text(300),
    paper: text(300),
    certified: yesNo(),
  }),
  decide: ({ input, moment }) => ({
    cite: authorisationRule(moment.on).cite,
    change: {
      authorisation: {
        on: moment.on.toString(),
        name: input.authorised_name,
        address: input.authorised_address,
        paper: input.paper,
        certified: input.certified,
      },
    },
  }),
})
