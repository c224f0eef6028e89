/** The plan closes: fewer of the cases found then are open, and the figure of the day stays beside that of the finding. */
import { z } from 'zod'
import { action } from '../../platform/actions/action.ts'
import { longText } from '../../platform/input.ts'
import { hotspotPlan } from './hotspot-plan.ts'

/** The figure is counted by the program, not typed. */
export const close = action({
  noun: hotspotPlan,
  step: 'close',
  input: z.object({ end_note: longText(2000) }),
  decide: ({ input, facts, moment }) => ({
    change: { end_note: input.end_note, ended_on: moment.on, behind_at_end: facts.now?.still ?? null },
  }),
})
