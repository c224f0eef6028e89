/** It turns out that another unit must answer: the whole petition goes there, once. */
import { z } from 'zod'
import { action } from '../../platform/actions/action.ts'
import { WrongInput } from '../../platform/actions/errors.ts'
import { text, unitId } from '../../platform/input.ts'
import { idFrom } from '../../platform/uuid.ts'
import { tellPetitioner } from '../notices/tell.ts'
import { letter } from '../petitions/handling.ts'
import { inLetter, personInLetter } from '../petitions/petition.ts'
import { unitOn } from '../units/queries.ts'
import { feedback } from './feedback.ts'

/** Five working days are given (NĐ 20/2008 Đ9.1d). */
export const transfer = action({
  noun: feedback,
  step: 'transfer',
  input: z.object({ receiver_unit_id: unitId(), reason: text(1000, { field: 'long-text' }) }),
  reads: (sql, { input, viewer, moment }) => unitOn(viewer, sql, input.receiver_unit_id, moment.on),
  decide({ record, input, moment, facts, unit_id }, receiver) {
    if (!receiver || receiver.id === unit_id)
      throw new WrongInput([{ field: 'receiver_unit_id', code: 'not-a-receiver' }])
    const petition_id = idFrom(record!.petition_id, `received-by/${receiver.id}`)
    const data = {
      receiver: receiver.name,
      petitioner: personInLetter(facts.petition),
      petition: inLetter(facts.petition),
      reason: input.reason,
      cite: 'Điều 9 Nghị định 20/2008/NĐ-CP',
      enclosed: 'Đơn và tài liệu kèm theo',
    }
    const told = tellPetitioner(record!, record!.petition_id, 'step-taken', moment)
    return {
      change: {
        sent_to: { unit_id: receiver.id, petition_id, unit_name: receiver.name, on: moment.on.toString() },
        ended_on: moment.on,
        clock: null,
        nominal_on: null,
        due_on: null,
      },
      documents: [letter(record!, 'transfer', `Chuyển: ${record!.title}`.slice(0, 500), data, facts, moment)],
      rows: told.rows,
      jobs: [
        ...told.jobs,
        {
          task: 'deliver-transfer',
          payload: { petition_id: record!.petition_id, to_unit_id: receiver.id, to_petition_id: petition_id },
        },
      ],
    }
  },
})
