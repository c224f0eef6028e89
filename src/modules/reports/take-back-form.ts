/** A form is taken back: what it had replaced stands again; its row stays in the history. */
import { z } from 'zod'
import { action } from '../../platform/actions/action.ts'
import { text } from '../../platform/input.ts'
import { reportForm } from './report-form.ts'

/** Its sums are kept: they hurt nobody and are there if it comes again. */
export const takeBackForm = action({
  noun: reportForm,
  step: 'take-back-form',
  input: z.object({ reason: text(500) }),
  decide: () => ({ change: {} }),
})
