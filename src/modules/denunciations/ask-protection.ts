/** Protection is asked for: in writing, or by telephone where it is urgent. */
import { z } from 'zod'
import { longText, text, yesNo } from '../../platform/input.ts'
import { measuresField, someMeasures } from './protection.ts'
import { sealedStep } from './sealed-step.ts'

/** Whom it protects, against what and how lies sealed. */
export const askProtection = sealedStep({
  step: 'ask-protection',
  form: z.object({ by_phone: yesNo(), who: text(300), danger: longText(4000), measures: measuresField }),
  answers: ({ by_phone, measures }) => {
    someMeasures(measures)
    return { by_phone }
  },
  decide: ({ moment, answers: { by_phone } }) => ({
    change: {
      protection: {
        stage: 'asked',
        asked_on: moment.on.toString(),
        in_writing_on: by_phone ? null : moment.on.toString(),
        decided_on: null,
        ended_on: null,
      },
    },
  }),
})
