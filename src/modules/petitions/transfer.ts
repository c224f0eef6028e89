/** The petition goes to the unit that may settle it: once, with a letter; the receiver gets a record of its own. */
import { z } from 'zod'
import { action } from '../../platform/actions/action.ts'
import { WrongInput } from '../../platform/actions/errors.ts'
import { unitId } from '../../platform/input.ts'
import { idFrom } from '../../platform/uuid.ts'
import { unitOn } from '../units/queries.ts'
import { handled, letter } from './handling.ts'
import { reason } from './inputs.ts'
import { inLetter, personInLetter, petition } from './petition.ts'

/** The sender keeps the chain in view; the work at the receiver starts after the commit. */
export const transfer = action({
  noun: petition,
  step: 'transfer',
  input: z.object({ receiver_unit_id: unitId(), reason: reason() }),
  reads: (sql, { input, viewer, moment }) => unitOn(viewer, sql, input.receiver_unit_id, moment.on),
  decide({ record, input, moment, facts, unit_id, id }, receiver) {
    if (!receiver || receiver.id === unit_id)
      throw new WrongInput([{ field: 'receiver_unit_id', code: 'not-a-receiver' }])
    const petition_id = idFrom(id, `received-by/${receiver.id}`)
    const data = {
      receiver: receiver.name,
      petitioner: personInLetter(record!),
      petition: inLetter(record!),
      reason: input.reason,
      cite: 'Điều 26 Luật Tiếp công dân',
      enclosed: 'Đơn và tài liệu kèm theo',
    }
    const sent_to = { unit_id: receiver.id, petition_id, unit_name: receiver.name, on: moment.on.toString() }
    return handled(record!, 'transfer', moment, {
      change: { sent_to },
      documents: [letter(record!, 'transfer', `Chuyển đơn: ${record!.title}`, data, facts, moment)],
      jobs: [
        {
          task: 'deliver-transfer',
          payload: { petition_id: id, to_unit_id: receiver.id, to_petition_id: petition_id },
        },
      ],
    })
  },
})
