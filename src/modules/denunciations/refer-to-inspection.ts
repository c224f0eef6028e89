/** Unsigned information with a clear person, concrete evidence and a basis to check goes to the inspection; it is no denunciation. */
import { z } from 'zod'
import { agree, longText, text } from '../../platform/input.ts'
import { noClock, processedPosting } from './denunciation.ts'
import { office } from './letter-words.ts'
import { sealedStep } from './sealed-step.ts'

/** Final here: the inspection works by its own rules. */
export const referToInspection = sealedStep({
  step: 'refer-to-inspection',
  form: z.object({
    receiver: text(300),
    content: longText(),
    person_is_clear: agree(),
    evidence_is_concrete: agree(),
    can_be_checked: agree(),
  }),
  answers: (typed) => ({ conditions_met: typed.person_is_clear && typed.evidence_is_concrete && typed.can_be_checked }),
  letters: ({ receiver, content }, about) => [
    {
      type: 'CÔNG VĂN',
      about: 'Về việc chuyển thông tin có nội dung tố cáo',
      to: [receiver],
      paragraphs: [
        `${office(about)} nhận được thông tin có nội dung tố cáo không rõ người gửi, có nội dung rõ ràng về người vi phạm, có chứng cứ cụ thể và có cơ sở để kiểm tra (khoản 2 Điều 25 Luật Tố cáo):`,
        content,
        'Đề nghị xem xét để thanh tra, kiểm tra theo thẩm quyền.',
      ],
    },
  ],
  decide: ({ record, moment }) => ({
    change: {
      eligible: true,
      processed_on: moment.on,
      processed_by_step: 'refer-to-inspection',
      ended_on: moment.on,
      ...noClock,
    },
    postings: [processedPosting(record, moment.on, { stage: 'transfer', eligible: true, kind: 'tip' })],
  }),
})
