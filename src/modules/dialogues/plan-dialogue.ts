/** A dialogue is planned: what about, when and where, who chairs. Nobody outside is told yet. */
import { z } from 'zod'
import { action } from '../../platform/actions/action.ts'
import { dialogue } from './dialogue.ts'
import { checkPlan, planFields, planned } from './fields.ts'
import { checkPlanned } from './plan-reads.ts'

/** `project_id`, `request_id`: what the dialogue is about, where it is about one. */
export const planDialogue = action({
  noun: dialogue,
  step: 'plan',
  input: z.object(planFields),
  reads: (sql, { unit_id, input, moment }) => checkPlanned(sql, unit_id, input, moment.on),
  decide({ input, moment }) {
    checkPlan(input, moment.on)
    return {
      change: { ...planned(input), moved: [], slips: 0, groups: [], minutes: [], promises: [], corrections: [] },
    }
  },
})
