/** A hold: the record is kept on after its time, until a day, on a ground that lies sealed with it. */
import { z } from 'zod'
import { WrongInput } from '../../platform/actions/errors.ts'
import { day, longText } from '../../platform/input.ts'
import { sealedStep } from './sealed-step.ts'

/** A second hold takes the place of the first. */
export const hold = sealedStep({
  step: 'hold',
  form: z.object({ ground: longText(2000), until: day() }),
  answers: ({ until }, { moment }) => {
    if (Temporal.PlainDate.compare(until, moment.on) <= 0)
      throw new WrongInput([{ field: 'until', code: 'day-must-be-later' }])
    return { until: until.toString() }
  },
  decide: ({ answers }) => ({ change: { hold_until: Temporal.PlainDate.from(answers.until) } }),
})

/** The ground is gone before its day. */
export const releaseHold = sealedStep({
  step: 'release-hold',
  form: z.object({ reason: longText(2000) }),
  answers: () => ({}),
  decide: () => ({ change: { hold_until: null } }),
})
