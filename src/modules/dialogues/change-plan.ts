/** The plan changes while nobody outside has been told. */
import { z } from 'zod'
import { action } from '../../platform/actions/action.ts'
import { dialogue } from './dialogue.ts'
import { checkPlan, planFields, planned, standing } from './fields.ts'
import { checkPlanned } from './plan-reads.ts'

/** The form comes filled, so every field is given; what it was about stays. */
export const changePlan = action({
  noun: dialogue,
  step: 'change-plan',
  input: z.object(planFields).omit({ project_id: true, request_id: true }),
  reads: (sql, { unit_id, input, moment }) => checkPlanned(sql, unit_id, input, moment.on),
  decide({ record, input, moment }) {
    const { project_id, request_id } = standing(record)
    checkPlan(input, moment.on)
    return { change: { ...planned(input), project_id, request_id } }
  },
})
