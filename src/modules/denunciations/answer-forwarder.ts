/** The body, deputy or press that forwarded it is told what became of it. */
import { z } from 'zod'
import { longText, text } from '../../platform/input.ts'
import { inWords, office } from './letter-words.ts'
import { sealedStep } from './sealed-step.ts'

/** The letter says nothing of the denouncer. */
export const answerForwarder = sealedStep({
  step: 'answer-forwarder',
  form: z.object({ receiver: text(300), answer: longText() }),
  answers: () => ({}),
  letters: ({ receiver, answer }, about) => [
    {
      type: 'CÔNG VĂN',
      about: 'Về kết quả xử lý thông tin được chuyển đến',
      to: [receiver],
      paragraphs: [
        `Về thông tin đã chuyển đến ngày ${inWords(about.record.received_on).slice(5)}, ${office(about)} trả lời như sau:`,
        answer,
      ],
    },
  ],
  decide: () => ({ change: {} }),
})
