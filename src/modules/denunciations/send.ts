/** The subject and the body that manages them get the conclusion; the denouncer gets a notice of it. */
import { z } from 'zod'
import { longText, text } from '../../platform/input.ts'
import { clockColumns } from '../calendars/clock.ts'
import { denouncer, inWords, office, subjectOf } from './letter-words.ts'
import { sealedStep } from './sealed-step.ts'

/** `notice`: what the denouncer may know of the conclusion. */
export const send = sealedStep({
  step: 'send',
  form: z.object({ managing_body: text(300), notice: longText(4000) }),
  answers: () => ({}),
  letters: ({ managing_body, notice }, about) => [
    {
      to_denouncer: true,
      type: 'THÔNG BÁO',
      about: 'Về kết luận nội dung tố cáo',
      to: [denouncer(about)],
      paragraphs: [
        `${office(about)} đã ban hành kết luận nội dung tố cáo ${inWords(about.record.concluded_on)}. ${notice}`,
        'Nếu có căn cứ cho rằng việc giải quyết không đúng pháp luật, Ông/Bà có quyền tố cáo tiếp đến người đứng đầu cơ quan cấp trên trực tiếp.',
      ],
    },
    {
      type: 'CÔNG VĂN',
      about: 'Về việc gửi kết luận nội dung tố cáo',
      to: [subjectOf(about), managing_body],
      paragraphs: [
        `${office(about)} gửi kèm kết luận nội dung tố cáo ban hành ${inWords(about.record.concluded_on)} để thực hiện theo Điều 35, Điều 36 Luật Tố cáo.`,
      ],
    },
  ],
  decide: ({ record, facts, moment }) => ({
    change: {
      sent_on: moment.on,
      ...clockColumns(
        { rule: 'denunciation.act-on-conclusion', start: (record.concluded_on ?? moment.on).toString() },
        facts,
      ),
    },
  }),
})
