/** The petitioner is told where the petition belongs, or what it lacks; once for the same content. */
import { z } from 'zod'
import { action } from '../../platform/actions/action.ts'
import { text } from '../../platform/input.ts'
import { handled, letter } from './handling.ts'
import { reason } from './inputs.ts'
import { inLetter, personInLetter, petition } from './petition.ts'

/** Writes the guidance and ends this unit's part. */
export const guide = action({
  noun: petition,
  step: 'guide',
  input: z.object({ where: text(300), reason: reason() }),
  decide({ record, input, moment, facts }) {
    const data = {
      to: personInLetter(record!),
      petition: inLetter(record!),
      reason: input.reason,
      advice: [`Gửi đơn đến ${input.where} để được xem xét, giải quyết theo thẩm quyền.`],
      cite: 'Điều 26 Luật Tiếp công dân',
    }
    return handled(record!, 'guide', moment, {
      documents: [letter(record!, 'guidance', `Hướng dẫn: ${record!.title}`, data, facts, moment)],
    })
  },
})
