/** The measures of protection are changed or added to. */
import { z } from 'zod'
import { longText, text } from '../../platform/input.ts'
import { denouncer } from './letter-words.ts'
import { measuresField, measuresInWords, moved, someMeasures } from './protection.ts'
import { sealedStep } from './sealed-step.ts'

/** The decision goes to whom it protects and to who carries it out, nobody else. */
export const changeProtection = sealedStep({
  step: 'change-protection',
  form: z.object({ measures: measuresField, by_whom: text(300), detail: longText(4000) }),
  answers: ({ measures }) => {
    someMeasures(measures)
    return {}
  },
  letters: ({ measures, by_whom, detail }, about) => [
    {
      to_denouncer: true,
      type: 'QUYẾT ĐỊNH',
      about: 'Về việc thay đổi, bổ sung biện pháp bảo vệ',
      to: [denouncer(about), by_whom],
      paragraphs: ['Xét đề nghị áp dụng biện pháp bảo vệ và kết quả xác minh,'],
      orders: [
        `Thay đổi, bổ sung biện pháp bảo vệ: ${measuresInWords(measures)}. ${detail}`,
        `${by_whom} thực hiện Quyết định này.`,
      ],
    },
  ],
  decide: ({ record }) => ({ change: moved(record.protection, { stage: 'in-force' }) }),
})
