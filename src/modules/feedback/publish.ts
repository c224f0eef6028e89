/** The public version goes to the wall of answers, after the petitioner's leave. */
import { z } from 'zod'
import { action } from '../../platform/actions/action.ts'
import { WrongInput } from '../../platform/actions/errors.ts'
import { mustAgree } from '../../platform/input.ts'
import { feedback } from './feedback.ts'
import { personalData } from './personal-data.ts'

/** Refused while the text still holds a name of the file, a telephone or identity number, or a plot of land. */
export const publish = action({
  noun: feedback,
  step: 'publish',
  input: z.object({ names_nobody: mustAgree() }),
  decide({ record, moment, facts }) {
    if (!record!.public_answer || !record!.public_question)
      throw new WrongInput([{ field: 'names_nobody', code: 'no-public-version' }])
    const found = personalData(`${record!.public_question}\n${record!.public_answer}`, [facts.petition.petitioner_name])
    if (found) throw new WrongInput([{ field: 'names_nobody', code: 'names-somebody', params: { found } }])
    return { change: { published_on: moment.on } }
  },
})
