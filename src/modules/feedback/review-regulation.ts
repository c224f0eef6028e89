/** The regulation is reviewed by the six criteria, each with a finding. */
import { z } from 'zod'
import { regulationCriteria } from '../../law/feedback-workflow.ts'
import { action } from '../../platform/actions/action.ts'
import { choices, text } from '../../platform/input.ts'
import { clockColumns } from '../calendars/clock.ts'
import { feedback } from './feedback.ts'

const finding = () => text(1000, { field: 'long-text' })

/** May be repeated until it is decided. One that was kept for study is answered within a limit that begins anew. */
export const reviewRegulation = action({
  noun: feedback,
  step: 'review-regulation',
  input: z.object({
    necessity: finding(),
    reasonable_and_lawful: finding(),
    simplicity: finding(),
    feasibility: finding(),
    consistency: finding(),
    treaty_conformity: finding(),
    not_met: choices(regulationCriteria),
  }),
  decide({ record, input, moment, facts }) {
    const { not_met } = input
    const findings = {
      necessity: input.necessity,
      'reasonable-and-lawful': input.reasonable_and_lawful,
      simplicity: input.simplicity,
      feasibility: input.feasibility,
      consistency: input.consistency,
      'treaty-conformity': input.treaty_conformity,
    }
    const clock = record!.clock ?? { rule: 'feedback.answer' as const, start: moment.on.toString() }
    return {
      change: {
        regulation: { ...record!.regulation!, findings, not_met, reviewed_on: moment.on.toString(), outcome: null },
        ...clockColumns(clock, facts),
      },
    }
  },
})
