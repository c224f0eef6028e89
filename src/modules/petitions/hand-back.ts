/** Papers go back to the one who sent them. */
import { z } from 'zod'
import { handBackGrounds } from '../../law/terms.ts'
import { action } from '../../platform/actions/action.ts'
import { choice, idsOf } from '../../platform/input.ts'
import { handled, letter } from './handling.ts'
import { reason } from './inputs.ts'
import { inLetter, personInLetter, petition } from './petition.ts'

const grounds = idsOf(handBackGrounds)

/** With one ground and its letter. */
export const handBack = action({
  noun: petition,
  step: 'hand-back',
  input: z.object({ ground: choice(grounds), reason: reason() }),
  decide({ record, input, moment, facts }) {
    const data = {
      to: record!.came_from?.unit_name ?? record!.petitioner_name,
      petition: inLetter(record!),
      petitioner: personInLetter(record!),
      reason: input.reason,
      cite: 'Thông tư 05/2021/TT-TTCP',
    }
    return handled(record!, 'hand-back', moment, {
      documents: [letter(record!, 'hand-back', `Trả đơn: ${record!.title}`, data, facts, moment)],
    })
  },
})
