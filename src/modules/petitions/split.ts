/** A letter with several claims gets a point for each, so that each can go its own way. */
import { z } from 'zod'
import { action } from '../../platform/actions/action.ts'
import { WrongInput } from '../../platform/actions/errors.ts'
import { choice, text } from '../../platform/input.ts'
import { fieldIds, openKinds } from './inputs.ts'
import { petition } from './petition.ts'

/** Most points a letter may have. */
export const pointsMax = 20

/** Adds one point. */
export const split = action({
  noun: petition,
  step: 'split',
  input: z.object({ kind: choice(openKinds), field: choice(fieldIds), text: text(300) }),
  decide({ record, input }) {
    if (record!.points.length >= pointsMax) throw new WrongInput([{ field: 'text', code: 'too-many-points' }])
    // The first point is the letter as classified.
    const last = Math.max(1, ...record!.points.map((point) => Number(point.id)))
    const id = String(last + 1)
    return { change: { points: [...record!.points, { id, ...input, step: null, on: null, led_to: null }] } }
  },
})
