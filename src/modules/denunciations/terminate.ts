/** The settling ends without a conclusion, on a ground of the law. */
import { z } from 'zod'
import { terminationGrounds } from '../../law/denunciation-terms.ts'
import { choice, longText } from '../../platform/input.ts'
import { noClock, settledPosting } from './denunciation.ts'
import { denouncer, office, subjectOf } from './letter-words.ts'
import { sealedStep } from './sealed-step.ts'

/** Final. A withdrawal ends it only when it is whole, confirmed and without a sign that it must go on. */
export const terminate = sealedStep({
  step: 'terminate',
  form: z.object({ ground: choice(terminationGrounds), note: longText(2000) }),
  answers: ({ ground }) => ({ ends_for: ground }),
  letters: ({ note }, about) => [
    {
      type: 'QUYẾT ĐỊNH',
      about: 'Về việc đình chỉ giải quyết tố cáo',
      to: [subjectOf(about)],
      paragraphs: ['Xét căn cứ tại Điều 33, Điều 34 Luật Tố cáo,'],
      orders: [`Đình chỉ giải quyết tố cáo. Lý do: ${note}`],
    },
    {
      to_denouncer: true,
      type: 'THÔNG BÁO',
      about: 'Về việc đình chỉ giải quyết tố cáo',
      to: [denouncer(about)],
      paragraphs: [`${office(about)} đã đình chỉ giải quyết tố cáo của Ông/Bà. Lý do: ${note}`],
    },
  ],
  decide: ({ record, moment, answers: { ends_for } }) => ({
    change: { ended_on: moment.on, ...noClock },
    postings: [settledPosting(record, moment.on, ends_for === 'withdrawn' ? 'withdrawn' : 'terminated')],
  }),
})
