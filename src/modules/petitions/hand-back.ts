/** Papers go back to the one who sent them. */
import { z } from 'zod'
import { handBackGrounds } from '../../law/terms.ts'
import { action } from '../../platform/actions/action.ts'
import { choice, idsOf } from '../../platform/input.ts'
import { handled, letter } from './handling.ts'
import { reason } from './inputs.ts'
import { inLetter, personInLetter, petition } from './petition.ts'
import { deliverReplyTask } from './reply-to-sender.ts'

const grounds = idsOf(handBackGrounds)

/** With one ground and its letter. */
export const handBack = action({
  noun: petition,
  step: 'hand-back',
  input: z.object({ ground: choice(grounds), reason: reason() }),
  decide({ record, input, moment, facts, id }) {
    const data = {
      to: record!.came_from?.unit_name ?? record!.petitioner_name,
      petition: inLetter(record!),
      petitioner: personInLetter(record!),
      reason: input.reason,
      cite: 'Thông tư 05/2021/TT-TTCP',
    }
    // A unit that transferred it here sees it come back on its own record.
    const back =
      record!.came_from === null
        ? {}
        : {
            change: {
              reply_to_sender: { on: moment.on.toString(), text: input.reason, handed_back: true as const },
            },
            jobs: [{ task: deliverReplyTask, payload: { petition_id: id } }],
          }
    return handled(record!, 'hand-back', moment, {
      ...back,
      documents: [letter(record!, 'hand-back', `Trả đơn: ${record!.title}`, data, facts, moment)],
    })
  },
})
