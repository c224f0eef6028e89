/** Signs of a crime go to the investigation body at once; settling the rest goes on. */
import { z } from 'zod'
import { longText, text } from '../../platform/input.ts'
import { office } from './letter-words.ts'
import { sealedStep } from './sealed-step.ts'

/** The letter says nothing of the denouncer. */
export const referCrime = sealedStep({
  step: 'refer-crime',
  form: z.object({ receiver: text(300), signs: longText() }),
  answers: () => ({}),
  letters: ({ receiver, signs }, about) => [
    {
      type: 'CÔNG VĂN',
      about: 'Về việc chuyển dấu hiệu tội phạm',
      to: [receiver],
      paragraphs: [
        `Trong quá trình giải quyết tố cáo, ${office(about)} thấy có dấu hiệu tội phạm, chuyển đến quý cơ quan để xem xét theo Điều 27 Luật Tố cáo:`,
        signs,
      ],
    },
  ],
  decide: () => ({ change: {} }),
})
