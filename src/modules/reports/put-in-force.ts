/** The form counts from its first day on; balances are refolded for what it brings, figures are right meanwhile. */
import { z } from 'zod'
import { action } from '../../platform/actions/action.ts'
import { reportForm } from './report-form.ts'

/** What it replaces ends the day before its first. */
export const putInForce = action({
  noun: reportForm,
  step: 'put-in-force',
  input: z.object({}),
  decide: ({ moment }) => ({
    change: { in_force_on: moment.on },
    jobs: [{ task: 'refold-measures', payload: {} }],
  }),
})
