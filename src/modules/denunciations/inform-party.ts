/** The case concerns a member of the Party: the competent Party body is told. */
import { z } from 'zod'
import { longText, text } from '../../platform/input.ts'
import { office } from './letter-words.ts'
import { sealedStep } from './sealed-step.ts'

/** The letter says nothing of the denouncer. */
export const informParty = sealedStep({
  step: 'inform-party',
  form: z.object({ receiver: text(300), content: longText() }),
  answers: () => ({}),
  letters: ({ receiver, content }, about) => [
    {
      type: 'CÔNG VĂN',
      about: 'Về việc thông tin đảng viên bị tố cáo',
      to: [receiver],
      paragraphs: [`${office(about)} thông tin để tổ chức Đảng có thẩm quyền xem xét:`, content],
    },
  ],
  decide: () => ({ change: {} }),
})
