/** A second complaint was accepted in a register of this program: the first instance ends here. */
import { z } from 'zod'
import { action } from '../../platform/actions/action.ts'
import { NotOpen } from '../../platform/actions/errors.ts'
import { uuid } from '../../platform/input.ts'
import { tellPetitioner } from '../notices/tell.ts'
import { complaint } from './complaint.ts'
import { secondAsKnown, stageOf } from './second-known.ts'

/** The first decision does not take effect, or loses it: the second instance was accepted. */
export const moveToSecondInstance = action({
  noun: complaint,
  step: 'move-to-second-instance',
  input: z.object({ second_unit_id: uuid(), second_id: uuid() }),
  reads: (sql, { input }) => secondAsKnown(sql, input.second_unit_id, input.second_id),
  decide({ record, moment, unit_id, id }, second) {
    const mine = second?.first_id === id && second.first_unit_id === unit_id
    if (!second || !mine || second.accepted_on === null) throw new NotOpen('not-yours', '', 404)
    const road = record!.second_road
    const noted_on = second.received_on.toString()
    return {
      change: {
        second_road: {
          why: road?.why ?? ('disagrees' as const),
          opened_on: road?.opened_on ?? noted_on,
          file_by: road?.file_by ?? noted_on,
          noted_on,
          where: second.settler,
          second: {
            unit_id: second.unit_id,
            id: second.id,
            stage: stageOf(second.state),
            on: moment.on.toString(),
            fate: second.decision?.fate ?? null,
          },
        },
        ended_on: moment.on,
        end_ground: 'second-complaint',
        clock: null,
        nominal_on: null,
        due_on: null,
      },
      ...tellPetitioner(record!, record!.petition_id, 'step-taken', moment),
    }
  },
})
