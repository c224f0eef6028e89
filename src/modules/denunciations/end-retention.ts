/** A period that an office had set holds no longer; the book's own stands again. */
import { z } from 'zod'
import { action } from '../../platform/actions/action.ts'
import { text } from '../../platform/input.ts'
import { retentionRule } from './retention-rule.ts'

/** From today on. */
export const endRetention = action({
  noun: retentionRule,
  step: 'end-retention',
  input: z.object({ reason: text(500) }),
  decide: ({ record, moment }) => {
    const from = record!.from_on
    return { change: { until_on: Temporal.PlainDate.compare(moment.on, from) < 0 ? from : moment.on } }
  },
})
