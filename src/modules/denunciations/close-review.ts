/** The superior does not settle it again: it was settled lawfully, belongs elsewhere, or the lower unit answered. */
import { z } from 'zod'
import { reviewOutcomes } from '../../law/denunciation-terms.ts'
import { choice, longText } from '../../platform/input.ts'
import { noClock, processedPosting, settledPosting } from './denunciation.ts'
import { denouncer, office, receivedFromYou } from './letter-words.ts'
import { sealedStep } from './sealed-step.ts'

/** Final; the denouncer is told why. */
export const closeReview = sealedStep({
  step: 'close-review',
  form: z.object({ outcome: choice(reviewOutcomes), reason: longText(4000) }),
  answers: () => ({}),
  letters: ({ reason }, about) => [
    {
      to_denouncer: true,
      type: 'THÔNG BÁO',
      about: 'Về việc xem xét tố cáo tiếp',
      to: [denouncer(about)],
      paragraphs: [receivedFromYou(about), `Sau khi xem xét, ${office(about)} không giải quyết lại. Lý do: ${reason}`],
    },
  ],
  decide: ({ record, moment }) => ({
    change: {
      eligible: true,
      processed_on: moment.on,
      processed_by_step: 'close-review',
      ended_on: moment.on,
      ...noClock,
    },
    postings: [
      processedPosting(record, moment.on, { stage: 'answer', eligible: true }),
      settledPosting({ ...record, processed_on: moment.on }, moment.on, 'not-settled-again'),
    ],
  }),
})
