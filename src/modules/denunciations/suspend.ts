/** The settling clock stands still, on a ground of the law. */
import { z } from 'zod'
import { denunciationSuspensionGrounds } from '../../law/denunciation-terms.ts'
import { choice, longText } from '../../platform/input.ts'
import { denouncer, office, subjectOf } from './letter-words.ts'
import { sealedStep } from './sealed-step.ts'

/** The day of the decision still counts; the next is the first that does not. While it lasts there is no due day. */
export const suspend = sealedStep({
  step: 'suspend',
  form: z.object({ ground: choice(denunciationSuspensionGrounds), note: longText(2000) }),
  answers: () => ({}),
  letters: ({ note }, about) => [
    {
      type: 'QUYẾT ĐỊNH',
      about: 'Về việc tạm đình chỉ giải quyết tố cáo',
      to: [subjectOf(about)],
      paragraphs: ['Xét căn cứ tại Điều 34 Luật Tố cáo,'],
      orders: [
        `Tạm đình chỉ giải quyết tố cáo. Lý do: ${note}`,
        'Thời gian tạm đình chỉ không tính vào thời hạn giải quyết.',
      ],
    },
    {
      to_denouncer: true,
      type: 'THÔNG BÁO',
      about: 'Về việc tạm đình chỉ giải quyết tố cáo',
      to: [denouncer(about)],
      paragraphs: [`${office(about)} đã tạm đình chỉ giải quyết tố cáo của Ông/Bà. Lý do: ${note}`],
    },
  ],
  decide: ({ record, moment }) => ({
    change: {
      suspensions: [...record.suspensions, { from: moment.on.add({ days: 1 }).toString(), to: null }],
      nominal_on: null,
      due_on: null,
    },
  }),
})
