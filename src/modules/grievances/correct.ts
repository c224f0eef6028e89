/** A mistake in a grievance is mended; both values stay in the history. */
import { z } from 'zod'
import { action } from '../../platform/actions/action.ts'
import { WrongInput } from '../../platform/actions/errors.ts'
import { choice, day, text, unitId } from '../../platform/input.ts'
import { fieldIds } from '../petitions/inputs.ts'
import { grievance } from './grievance.ts'
import { checkPlace } from './place.ts'

/** Fields left empty stay as they are. */
export const correct = action({
  noun: grievance,
  step: 'correct',
  input: z.object({
    reason: text(1000, { field: 'long-text' }),
    place_unit_id: unitId().optional(),
    field: choice(fieldIds).optional(),
    known_on: day().optional(),
    title: text(200).optional(),
    text: text(4000, { field: 'long-text' }).optional(),
    end_note: text(2000, { field: 'long-text' }).optional(),
  }),
  async reads(sql, { unit_id, input, viewer }) {
    if (input.place_unit_id) await checkPlace(viewer, sql, unit_id, input.place_unit_id)
  },
  decide({ record, input, moment }) {
    const { reason: _, ...given } = input
    if (input.known_on && Temporal.PlainDate.compare(input.known_on, moment.on) > 0)
      throw new WrongInput([{ field: 'known_on', code: 'day-in-future' }])
    if (input.end_note && record!.ended_on === null)
      throw new WrongInput([{ field: 'end_note', code: 'has-not-ended' }])
    const change = Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined))
    if (Object.keys(change).length === 0) throw new WrongInput([{ field: 'title', code: 'nothing-to-correct' }])
    return { change }
  },
})
