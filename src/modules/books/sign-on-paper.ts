/** From this day on the unit's letters wait for a signature on paper and for their paper number. */
import { z } from 'zod'
import { action } from '../../platform/actions/action.ts'
import { WrongInput } from '../../platform/actions/errors.ts'
import { day } from '../../platform/input.ts'
import { paperSigning } from './paper-signing.ts'

/** Letters that were issued before are left as they are. */
export const signOnPaper = action({
  noun: paperSigning,
  step: 'sign-on-paper',
  input: z.object({ from_on: day() }),
  decide({ input, moment }) {
    if (Temporal.PlainDate.compare(input.from_on, moment.on) < 0)
      throw new WrongInput([{ field: 'from_on', code: 'day-has-passed' }])
    return { change: { from_on: input.from_on } }
  },
})
