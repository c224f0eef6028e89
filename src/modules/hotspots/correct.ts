/** What was written down wrongly is mended, with the reason; figures are counted and cannot be mended. */
import { z } from 'zod'
import { action } from '../../platform/actions/action.ts'
import { WrongInput } from '../../platform/actions/errors.ts'
import { day, longText } from '../../platform/input.ts'
import { hotspotPlan } from './hotspot-plan.ts'

/** Fields left empty stay as they are; the day of a plan that has ended stays too. */
export const correct = action({
  noun: hotspotPlan,
  step: 'correct',
  input: z.object({
    reason: longText(1000),
    target_on: day().optional(),
    what: longText(4000).optional(),
    end_note: longText(2000).optional(),
  }),
  decide({ record, input }) {
    const { reason: _, ...given } = input
    const ended = record!.ended_on !== null
    if (ended && input.target_on) throw new WrongInput([{ field: 'target_on', code: 'has-ended' }])
    if (!ended && input.end_note) throw new WrongInput([{ field: 'end_note', code: 'has-not-ended' }])
    const change = Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined))
    if (Object.keys(change).length === 0) throw new WrongInput([{ field: 'what', code: 'nothing-to-correct' }])
    return { change }
  },
})
