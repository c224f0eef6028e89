/** Of the acceptance the denouncer gets a notice; the subject gets the content alone. */
import { z } from 'zod'
import { longText } from '../../platform/input.ts'
import { denouncer, inWords, office, receivedFromYou, subjectOf, typedAt } from './letter-words.ts'
import { sealedStep } from './sealed-step.ts'

/** Both letters are written at once, so that neither is forgotten. `content` where the subject gets other words. */
export const notifyAcceptance = sealedStep({
  step: 'notify-acceptance',
  form: z.object({ content: longText(4000).optional() }),
  answers: () => ({}),
  letters: ({ content }, about) => [
    {
      to_denouncer: true,
      type: 'THÔNG BÁO',
      about: 'Về việc thụ lý tố cáo',
      to: [denouncer(about)],
      paragraphs: [
        receivedFromYou(about),
        `Tố cáo của Ông/Bà đã được thụ lý giải quyết từ ${inWords(about.record.accepted_on)}. Nội dung thụ lý: ${typedAt(about, 'accept', 'content')}`,
        about.record.due_on ? `Thời hạn giải quyết đến hết ${inWords(about.record.due_on)}.` : '',
        'Họ tên, địa chỉ và thông tin khác làm lộ danh tính của Ông/Bà được giữ bí mật. Ông/Bà có quyền đề nghị áp dụng biện pháp bảo vệ.',
      ],
    },
    {
      type: 'THÔNG BÁO',
      about: 'Về nội dung tố cáo đã thụ lý',
      to: [subjectOf(about)],
      paragraphs: [
        `${office(about)} đã thụ lý giải quyết tố cáo có nội dung liên quan đến Ông/Bà. Nội dung: ${content ?? typedAt(about, 'accept', 'content')}`,
        'Ông/Bà có quyền và nghĩa vụ giải trình bằng văn bản, cung cấp thông tin, tài liệu liên quan đến nội dung trên.',
      ],
    },
  ],
  decide: ({ moment }) => ({ change: { notified_on: moment.on } }),
})
