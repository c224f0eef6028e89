/** What was done is reported. */
import { z } from 'zod'
import { longText, text } from '../../platform/input.ts'
import { effectFields, effectsIn } from '../petitions/effects.ts'
import { noClock } from './denunciation.ts'
import { donePostings } from './effects.ts'
import { office } from './letter-words.ts'
import { sealedStep } from './sealed-step.ts'

/** The road ends here; a further denunciation is a record of its own at the superior. */
export const reportResult = sealedStep({
  step: 'report-result',
  form: z.object({
    receiver: text(300),
    result: longText(),
    /** What was carried out. */
    ...effectFields(),
  }),
  answers: (typed) => ({ effects: effectsIn(typed) }),
  letters: ({ receiver, result }, about) => [
    {
      type: 'BÁO CÁO',
      about: 'Kết quả xử lý theo kết luận nội dung tố cáo',
      to: [receiver],
      paragraphs: [`${office(about)} báo cáo kết quả xử lý như sau:`, result],
    },
  ],
  decide: ({ record, moment, answers: { effects } }) => ({
    change: { reported_on: moment.on, ended_on: moment.on, ...noClock },
    postings: donePostings(record, moment.on, effects),
  }),
})
