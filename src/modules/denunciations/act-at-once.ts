/** The fast track: clear content, concrete evidence and a basis, so the settler acts at once. */
import { z } from 'zod'
import { agree, longText } from '../../platform/input.ts'
import { clockColumns } from '../calendars/clock.ts'
import { processedPosting, settledPosting } from './denunciation.ts'
import { linesOf, subjectOf } from './letter-words.ts'
import { sealedStep } from './sealed-step.ts'

/** `measures`: one a line. What was done is reported as after a conclusion. */
export const actAtOnce = sealedStep({
  step: 'act-at-once',
  form: z.object({
    content_is_clear: agree(),
    evidence_is_concrete: agree(),
    has_basis: agree(),
    findings: longText(),
    measures: longText(4000),
  }),
  answers: (typed) => ({ conditions_met: typed.content_is_clear && typed.evidence_is_concrete && typed.has_basis }),
  letters: ({ findings, measures }, about) => [
    {
      type: 'QUYẾT ĐỊNH',
      about: 'Về việc xử lý hành vi vi phạm theo trình tự rút gọn',
      to: [],
      paragraphs: [`Đối với ${subjectOf(about)}:`, findings],
      orders: linesOf(measures),
    },
  ],
  decide: ({ record, facts, moment }) => ({
    change: {
      eligible: true,
      processed_on: moment.on,
      processed_by_step: 'act-at-once',
      accepted_on: moment.on,
      acted_on: moment.on,
      outcome: 'right',
      ...clockColumns({ rule: 'denunciation.report-result', start: moment.on.toString() }, facts),
    },
    postings: [
      processedPosting(record, moment.on, { stage: 'propose-acceptance', eligible: true }),
      settledPosting({ ...record, processed_on: moment.on }, moment.on, 'right'),
    ],
  }),
})
