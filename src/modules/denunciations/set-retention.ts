/** Writes down how long an office keeps ended sealed records, by which decision and from which day. */
import { z } from 'zod'
import { recordClasses } from '../../law/retention-rules.ts'
import { action } from '../../platform/actions/action.ts'
import { choice, count, day, text } from '../../platform/input.ts'
import { retentionRule } from './retention-rule.ts'

/** Its form. */
export const retentionForm = z.object({
  record_class: choice(recordClasses),
  years: count(1, 100),
  decision: text(300),
  from_on: day(),
})

/** Longer than the book, never shorter: what is destroyed does not come back. */
export const setRetention = action({
  noun: retentionRule,
  step: 'set-retention',
  input: retentionForm,
  decide: ({ input }) => ({ change: { ...input, until_on: null } }),
})
