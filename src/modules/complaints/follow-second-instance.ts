/** The first instance's record hears how the second one stands: filed, accepted, declined, ended, decided. */
import { z } from 'zod'
import { action } from '../../platform/actions/action.ts'
import { NotOpen } from '../../platform/actions/errors.ts'
import { uuid } from '../../platform/input.ts'
import { complaint } from './complaint.ts'
import { secondAsKnown, stageOf } from './second-known.ts'

/** Taken by the program after the second instance's own step; repeating it changes nothing. */
export const followSecondInstance = action({
  noun: complaint,
  step: 'follow-second-instance',
  input: z.object({ second_unit_id: uuid(), second_id: uuid() }),
  reads: (sql, { input }) => secondAsKnown(sql, input.second_unit_id, input.second_id),
  decide({ record, moment, unit_id, id }, second) {
    if (!second || second.first_id !== id || second.first_unit_id !== unit_id) throw new NotOpen('not-yours', '', 404)
    const road = record!.second_road
    const filed_on = second.received_on.toString()
    const heard = {
      unit_id: second.unit_id,
      id: second.id,
      stage: stageOf(second.state),
      on: moment.on.toString(),
      fate: second.decision?.fate ?? null,
    }
    return {
      change: {
        second_road: {
          why: road?.why ?? ('disagrees' as const),
          opened_on: road?.opened_on ?? filed_on,
          file_by: road?.file_by ?? filed_on,
          noted_on: road?.noted_on ?? null,
          where: road?.where ?? null,
          second: heard,
        },
        ...(record!.state === 'at-second-instance' && heard.stage === 'decided'
          ? { end_ground: 'decided-at-second-instance' }
          : {}),
      },
    }
  },
})
