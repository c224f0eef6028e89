/** The petitioner is told where the petition belongs, or what it lacks; once for the same content. */
import { z } from 'zod'
import { respondentBodies } from '../../law/competence.ts'
import { action } from '../../platform/actions/action.ts'
import { choice, text } from '../../platform/input.ts'
import { handled, letter } from './handling.ts'
import { reason } from './inputs.ts'
import { inLetter, personInLetter, petition } from './petition.ts'
import { settledWhere } from './settled-where.ts'

/** Writes the guidance and ends this unit's part. */
export const guide = action({
  noun: petition,
  step: 'guide',
  input: z.object({
    where: text(300),
    reason: reason(),
    /** Where a complaint belongs follows from whose decision it is: the letter says it with its article. */
    respondent_body: choice(respondentBodies).optional(),
    instance: choice(['1', '2']).optional(),
  }),
  decide({ record, input, moment, facts }) {
    const settled = input.respondent_body
      ? settledWhere({
          respondent: input.respondent_body,
          instance: input.instance === '2' ? 2 : 1,
          on: record!.received_on,
        })
      : null
    const data = {
      to: personInLetter(record!),
      petition: inLetter(record!),
      reason: input.reason,
      advice: [
        `Gửi đơn đến ${input.where} để được xem xét, giải quyết theo thẩm quyền.`,
        ...(settled ? [settled.sentence] : []),
      ],
      ...(settled?.unverified ? { unverified: settled.unverified } : {}),
      cite: 'Điều 26 Luật Tiếp công dân',
    }
    return handled(record!, 'guide', moment, {
      documents: [letter(record!, 'guidance', `Hướng dẫn: ${record!.title}`, data, facts, moment)],
    })
  },
})
