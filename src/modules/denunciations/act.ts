/** The settler acts on the conclusion: what is ordered, asked for, mended. */
import { z } from 'zod'
import { longText } from '../../platform/input.ts'
import { clockColumns } from '../calendars/clock.ts'
import { inWords, linesOf, subjectOf } from './letter-words.ts'
import { sealedStep } from './sealed-step.ts'

/** `measures`: one a line. The result is reported within five working days. */
export const act = sealedStep({
  step: 'act',
  form: z.object({ measures: longText(4000) }),
  answers: () => ({}),
  letters: ({ measures }, about) => [
    {
      type: 'QUYẾT ĐỊNH',
      about: 'Về việc xử lý theo kết luận nội dung tố cáo',
      to: [],
      paragraphs: [
        `Xét kết luận nội dung tố cáo ban hành ${inWords(about.record.concluded_on)} đối với ${subjectOf(about)},`,
      ],
      orders: linesOf(measures),
    },
  ],
  decide: ({ facts, moment }) => ({
    change: {
      acted_on: moment.on,
      ...clockColumns({ rule: 'denunciation.report-result', start: moment.on.toString() }, facts),
    },
  }),
})
