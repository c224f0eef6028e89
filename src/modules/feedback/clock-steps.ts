/** Steps of a feedback record that the clock takes. */
import type { ClockStep } from '../../platform/actions/clock-steps.ts'
import { close } from './close.ts'

/** Answered, and the window for reopening has passed. */
export const clockSteps: readonly ClockStep[] = [
  { action: close, where: `r.state = 'answered' and r.answered_on < $1::date` },
]
