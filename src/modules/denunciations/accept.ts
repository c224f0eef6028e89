/** The settler accepts: four conditions, and new evidence where it was settled on another road before. */
import { z } from 'zod'
import { due } from '../../law/due.ts'
import { agree, choice, longText, yesNo } from '../../platform/input.ts'
import { clockColumns } from '../calendars/clock.ts'
import { fieldIds } from '../petitions/inputs.ts'
import { processedPosting } from './denunciation.ts'
import { decider, inWords, subjectOf } from './letter-words.ts'
import { sealedStep } from './sealed-step.ts'
import { isUnnamed } from './tells.ts'

/** The settling clock starts. At the superior it says why it is settled there. */
export const accept = sealedStep({
  step: 'accept',
  form: z.object({
    content: longText(4000),
    form_met: agree(),
    has_capacity: agree(),
    within_competence: agree(),
    has_basis: agree(),
    settled_before: yesNo(),
    new_evidence: agree(),
    at_superior: choice(['own-settlement', 'settle-again']).optional(),
    /** Counted in the form of denunciations by field. */
    field: choice(fieldIds).optional(),
  }),
  answers: (typed, { contents }) => ({
    // Unsigned information is no denunciation (LTC 2018 Đ25.1), whatever is ticked.
    conditions_met:
      !isUnnamed(contents.person.name) &&
      typed.form_met &&
      typed.has_capacity &&
      typed.within_competence &&
      typed.has_basis,
    settled_without_new_evidence: typed.settled_before && !typed.new_evidence,
    field: typed.field,
  }),
  letters: ({ content }, about) => [
    {
      type: 'QUYẾT ĐỊNH',
      about: 'Về việc thụ lý tố cáo',
      to: [],
      paragraphs: ['Xét kết quả kiểm tra điều kiện thụ lý theo Điều 29 Luật Tố cáo,'],
      orders: [
        `Thụ lý giải quyết tố cáo đối với ${subjectOf(about)}. Nội dung thụ lý: ${content}`,
        `Thời hạn giải quyết là 30 ngày, đến hết ${inWords(due('denunciation.settle', { start: about.moment.on, ...about.facts }).due)}.`,
        `Người được giao xác minh và các cơ quan liên quan giúp ${decider(about)} thực hiện Quyết định này.`,
      ],
    },
  ],
  decide: ({ record, facts, moment, answers: { field } }) => ({
    change: {
      accepted_on: moment.on,
      ...(record.processed_on === null ? { eligible: true, processed_on: moment.on, processed_by_step: 'accept' } : {}),
      ...clockColumns({ rule: 'denunciation.settle', start: moment.on.toString() }, facts),
    },
    // In the forms what is accepted stands where a proposal to accept stands.
    postings:
      record.processed_on === null
        ? [
            processedPosting(record, moment.on, {
              stage: 'propose-acceptance',
              eligible: true,
              ...(field ? { field } : {}),
            }),
          ]
        : [],
  }),
})
