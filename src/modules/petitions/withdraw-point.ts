/** The petitioner takes one point of the letter back; the others go on. */
import { z } from 'zod'
import { action } from '../../platform/actions/action.ts'
import { WrongInput } from '../../platform/actions/errors.ts'
import { chosenPoint, reason } from './inputs.ts'
import { petition } from './petition.ts'

/** A point that became a record of its own is withdrawn there. */
export const withdrawPoint = action({
  noun: petition,
  step: 'withdraw-point',
  input: z.object({ point: chosenPoint(), reason: reason() }),
  decide({ record, input, moment }) {
    if (!record!.points.some((point) => point.id === input.point && point.step === null))
      throw new WrongInput([{ field: 'point', code: 'not-an-open-point' }])
    const taken = { step: 'withdraw-point' as const, on: moment.on.toString() }
    return {
      change: { points: record!.points.map((point) => (point.id === input.point ? { ...point, ...taken } : point)) },
    }
  },
})
