/** The plan is given up, with the reason; the figure of the day is kept all the same. */
import { z } from 'zod'
import { action } from '../../platform/actions/action.ts'
import { longText } from '../../platform/input.ts'
import { hotspotPlan } from './hotspot-plan.ts'

/** Another plan may take its place. */
export const withdraw = action({
  noun: hotspotPlan,
  step: 'withdraw',
  input: z.object({ end_note: longText(2000) }),
  decide: ({ input, facts, moment }) => ({
    change: { end_note: input.end_note, ended_on: moment.on, behind_at_end: facts.now?.still ?? null },
  }),
})
