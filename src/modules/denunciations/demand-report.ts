/** The superior asks the lower unit why it is overdue; the answer is due in five working days. */
import { z } from 'zod'
import { due } from '../../law/due.ts'
import { longText, text, unitId } from '../../platform/input.ts'
import type { Counting } from '../calendars/counting.ts'
import { issuerName } from '../notices/wording.ts'
import { inWords, office } from './letter-words.ts'
import { sealedStep } from './sealed-step.ts'

/**
 * The demand says nothing of the denouncer: the lower unit finds its file by its own number. With the unit chosen it also
 * goes there sealed, to those who take in and settle and are none of them concerned, and the answer comes back the same way.
 */
export const demandReport = sealedStep({
  step: 'demand-report',
  form: z.object({
    receiver: text(300),
    receiver_unit_id: unitId().optional(),
    file: text(100),
    questions: longText(2000),
  }),
  answers: () => ({}),
  letters: ({ receiver, file, questions }, about) => [
    {
      type: 'CÔNG VĂN',
      about: 'Về việc báo cáo tố cáo quá thời hạn giải quyết',
      to: [receiver],
      paragraphs: [
        `${office(about)} yêu cầu báo cáo về việc giải quyết hồ sơ số ${file} đã quá thời hạn: ${questions}`,
        `Báo cáo gửi trước khi hết ${inWords(answerBy(about.moment.on, about.facts))} (Điều 38 Luật Tố cáo).`,
      ],
    },
  ],
  word: ({ receiver_unit_id, file, questions }, { moment, facts, letterhead }) =>
    receiver_unit_id === undefined
      ? null
      : {
          kind: 'demand',
          to_unit_id: receiver_unit_id,
          title: `Yêu cầu báo cáo hồ sơ riêng số ${file} đã quá thời hạn`,
          paragraphs: [`${issuerName(letterhead.issuer)} yêu cầu báo cáo (Điều 38 Luật Tố cáo):`, questions],
          answer_by: answerBy(moment.on, facts),
        },
  word_needs: 'receiver_unit_id',
  decide: ({ facts, moment }) => {
    const answer_by = answerBy(moment.on, facts).toString()
    return { change: { demand: { on: moment.on.toString(), answer_by, answered_on: null } } }
  },
})

function answerBy(start: Temporal.PlainDate, facts: Counting): Temporal.PlainDate {
  return due('denunciation.answer-demand', { start, ...facts }).due
}
