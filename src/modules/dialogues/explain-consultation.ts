/** The explanation (giải trình, tiếp thu): what was taken, what not, and why; published beside what became of each opinion. */
import { z } from 'zod'
import { action } from '../../platform/actions/action.ts'
import { WrongInput } from '../../platform/actions/errors.ts'
import { longText } from '../../platform/input.ts'
import { consultation } from './consultation.ts'

/** Where the decision differs from what most said, it says why. */
export const explainConsultation = action({
  noun: consultation,
  step: 'explain',
  input: z.object({ explanation: longText(), otherwise: longText().optional() }),
  decide({ facts, input, moment }) {
    // More than half of the people wanted it otherwise: then the reason is owed (LTHDC 2022 Đ28).
    if (facts.not_taken * 2 > facts.people && input.otherwise === undefined)
      throw new WrongInput([{ field: 'otherwise', code: 'most-wanted-otherwise' }])
    return { change: { explanation: input.explanation, otherwise: input.otherwise ?? null, explained_on: moment.on } }
  },
})
