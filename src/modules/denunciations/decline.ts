/** It is not accepted, on a ground of the law; the denouncer is told why at once. */
import { z } from 'zod'
import { denunciationDeclineGrounds } from '../../law/denunciation-terms.ts'
import { choice, longText } from '../../platform/input.ts'
import { noClock, processedPosting } from './denunciation.ts'
import { denouncer, office, receivedFromYou } from './letter-words.ts'
import { sealedStep } from './sealed-step.ts'

/** Final. */
export const decline = sealedStep({
  step: 'decline',
  form: z.object({ ground: choice(denunciationDeclineGrounds), explanation: longText(4000) }),
  answers: ({ ground }) => ({ eligible: ground !== 'form-not-met' }),
  letters: ({ explanation }, about) => [
    {
      to_denouncer: true,
      type: 'THÔNG BÁO',
      about: 'Về việc không thụ lý tố cáo',
      to: [denouncer(about)],
      paragraphs: [
        receivedFromYou(about),
        `Sau khi xem xét, ${office(about)} không thụ lý tố cáo vì lý do sau: ${explanation}`,
        `${office(about)} thông báo để Ông/Bà biết.`,
      ],
    },
  ],
  decide: ({ record, moment, answers: { eligible } }) => ({
    change: { eligible, processed_on: moment.on, processed_by_step: 'decline', ended_on: moment.on, ...noClock },
    postings: [processedPosting(record, moment.on, { stage: 'decline', eligible })],
  }),
})
