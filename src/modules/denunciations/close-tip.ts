/** What the inspection found has been acted on: the file of unsigned information is closed. */
import { z } from 'zod'
import { longText } from '../../platform/input.ts'
import { noClock } from './denunciation.ts'
import { sealedStep } from './sealed-step.ts'

/** Final. Nobody is written to: there is no sender to tell. */
export const closeTip = sealedStep({
  step: 'close-tip',
  form: z.object({ note: longText(2000) }),
  answers: () => ({}),
  decide: ({ moment }) => ({ change: { ended_on: moment.on, ...noClock } }),
})
