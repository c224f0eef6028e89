/** Steps of a petition that the clock takes. */
import type { ClockStep } from '../../platform/actions/clock-steps.ts'
import { guideUnsigned } from './guide-unsigned.ts'

/** A complaint whose signature did not come within the local number of days. Other kinds need no signature. */
export const clockSteps: readonly ClockStep[] = [
  {
    action: guideUnsigned,
    where: `r.processed_on is null and r.state in ('received', 'classified', 'assigned') and r.signature is null
      and coalesce(r.kind, r.asked_kind) = 'complaint' and r.received_on < $1::date`,
  },
]
