/** What came of the regulation is told to all on the portal; it names nobody, so it needs nobody's leave. */
import { z } from 'zod'
import { action } from '../../platform/actions/action.ts'
import { WrongInput } from '../../platform/actions/errors.ts'
import { longText } from '../../platform/input.ts'
import { feedback } from './feedback.ts'
import { personalData } from './personal-data.ts'

/** Refused while a text still holds the sender's name, a telephone or identity number, or a plot of land. */
export const publishOutcome = action({
  noun: feedback,
  step: 'publish-outcome',
  input: z.object({ public_outcome: longText(2000) }),
  decide({ record, input, moment, facts }) {
    const regulation = record!.regulation!
    const found = personalData(`${regulation.name}\n${input.public_outcome}`, [facts.petition.petitioner_name])
    if (found) throw new WrongInput([{ field: 'public_outcome', code: 'names-somebody', params: { found } }])
    return {
      change: {
        regulation: { ...regulation, public_outcome: input.public_outcome },
        outcome_published_on: moment.on,
      },
    }
  },
})
