/** Letters issued from this day on are signed electronically again. */
import { z } from 'zod'
import { action } from '../../platform/actions/action.ts'
import { paperSigning } from './paper-signing.ts'

/** Ends today; one that would have begun later never begins. */
export const stopSigningOnPaper = action({
  noun: paperSigning,
  step: 'stop-signing-on-paper',
  input: z.object({}),
  decide({ record, moment }) {
    const { from_on } = record!
    return { change: { until_on: Temporal.PlainDate.compare(moment.on, from_on) < 0 ? from_on : moment.on } }
  },
})
