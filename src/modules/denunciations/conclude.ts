/** The settler concludes: right, partly right, wrong, or knowingly false. */
import { z } from 'zod'
import { denunciationResults } from '../../law/denunciation-terms.ts'
import { choice, longText } from '../../platform/input.ts'
import { clockColumns } from '../calendars/clock.ts'
import { effectFields, effectsIn } from '../petitions/effects.ts'
import { settledPosting } from './denunciation.ts'
import { inTime, owedPostings } from './effects.ts'
import { inWords, subjectOf, typedAt } from './letter-words.ts'
import { sealedStep } from './sealed-step.ts'

const found = {
  right: 'Tố cáo đúng.',
  'partly-right': 'Tố cáo có nội dung đúng, có nội dung sai.',
  wrong: 'Tố cáo sai.',
  'knowingly-false': 'Tố cáo sai; có căn cứ cho rằng người tố cáo cố ý tố cáo sai sự thật.',
} as const

/** The conclusion holds nothing of the denouncer. A late one is lawful and late. */
export const conclude = sealedStep({
  step: 'conclude',
  form: z.object({
    result: choice(denunciationResults),
    findings: longText(),
    conclusion: longText(),
    measures: longText(4000),
    /** Counted in the forms of results: figures, nothing of whom. */
    ...effectFields(),
  }),
  answers: (typed) => ({ result: typed.result, effects: effectsIn(typed) }),
  letters: ({ result, findings, conclusion, measures }, about) => [
    {
      type: 'KẾT LUẬN',
      about: `Nội dung tố cáo đối với ${subjectOf(about)}`,
      to: [],
      paragraphs: [
        `Tố cáo được thụ lý từ ${inWords(about.record.accepted_on)}. Nội dung thụ lý: ${typedAt(about, 'accept', 'content')}`,
        `Kết quả xác minh: ${findings}`,
        `Kết luận: ${found[result]} ${conclusion}`,
        `Biện pháp xử lý, kiến nghị: ${measures}`,
      ],
    },
  ],
  decide: ({ record, facts, moment, answers: { result, effects } }) => ({
    change: {
      outcome: result,
      concluded_on: moment.on,
      ...clockColumns({ rule: 'denunciation.send-conclusion', start: moment.on.toString() }, facts),
    },
    postings: [
      settledPosting(record, moment.on, result, inTime(record, moment.on)),
      ...owedPostings(record, moment.on, result, effects),
    ],
  }),
})
