/** The superior asks the lower unit why it is overdue; the answer is due in five working days. */
import { z } from 'zod'
import { due } from '../../law/due.ts'
import { longText, text } from '../../platform/input.ts'
import { inWords, office } from './letter-words.ts'
import { sealedStep } from './sealed-step.ts'

/** The demand says nothing of the denouncer: the lower unit finds its file by its own number. */
export const demandReport = sealedStep({
  step: 'demand-report',
  form: z.object({ receiver: text(300), file: text(100), questions: longText(2000) }),
  answers: () => ({}),
  letters: ({ receiver, file, questions }, about) => [
    {
      type: 'CÔNG VĂN',
      about: 'Về việc báo cáo tố cáo quá thời hạn giải quyết',
      to: [receiver],
      paragraphs: [
        `${office(about)} yêu cầu báo cáo về việc giải quyết hồ sơ số ${file} đã quá thời hạn: ${questions}`,
        `Báo cáo gửi trước khi hết ${inWords(due('denunciation.answer-demand', { start: about.moment.on, ...about.facts }).due)} (Điều 38 Luật Tố cáo).`,
      ],
    },
  ],
  decide: ({ facts, moment }) => {
    const answer_by = due('denunciation.answer-demand', { start: moment.on, ...facts }).due.toString()
    return { change: { demand: { on: moment.on.toString(), answer_by, answered_on: null } } }
  },
})
