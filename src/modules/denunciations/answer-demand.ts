/** The lower unit tells the superior why it is overdue, and when it will be done. */
import { z } from 'zod'
import { day, longText, text } from '../../platform/input.ts'
import { inWords, office } from './letter-words.ts'
import { sealedStep } from './sealed-step.ts'

/** Five working days from the demand. */
export const answerDemand = sealedStep({
  step: 'answer-demand',
  form: z.object({ receiver: text(300), demanded_on: day(), reasons: longText(4000) }),
  answers: () => ({}),
  letters: ({ receiver, demanded_on, reasons }, about) => [
    {
      type: 'BÁO CÁO',
      about: 'Việc giải quyết tố cáo quá thời hạn',
      to: [receiver],
      paragraphs: [`Theo yêu cầu ${inWords(demanded_on)}, ${office(about)} báo cáo như sau:`, reasons],
    },
  ],
  decide: () => ({ change: {} }),
})
