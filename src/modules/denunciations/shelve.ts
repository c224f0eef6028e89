/** It is kept without processing: sent to several bodies, guided already, or unsigned and not checkable. */
import { z } from 'zod'
import { denunciationShelvingGrounds } from '../../law/denunciation-terms.ts'
import { choice, longText } from '../../platform/input.ts'
import { noClock, processedPosting } from './denunciation.ts'
import { sealedStep } from './sealed-step.ts'

/** Final; it counts as not eligible. */
export const shelve = sealedStep({
  step: 'shelve',
  form: z.object({ ground: choice(denunciationShelvingGrounds), note: longText(2000) }),
  answers: ({ ground }) => ({ unsigned: ground === 'unsigned-and-not-checkable' }),
  decide: ({ record, moment, answers: { unsigned } }) => ({
    change: { eligible: false, processed_on: moment.on, processed_by_step: 'shelve', ended_on: moment.on, ...noClock },
    postings: [
      processedPosting(record, moment.on, { stage: 'shelve', eligible: false, ...(unsigned ? { kind: 'tip' } : {}) }),
    ],
  }),
})
