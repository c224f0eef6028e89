/** The module `calendars`: working days, the switches of unverified rules, and the clocks that count by them. */
import type { AnyAction } from '../../platform/actions/action.ts'
import { correctAreas } from './correct-areas.ts'
import { correctDay } from './correct-day.ts'
import { correctSwitch } from './correct-switch.ts'
import { decideDay } from './decide-day.ts'
import { endAreas } from './end-areas.ts'
import { listAreas } from './list-areas.ts'
import { setSwitch } from './set-switch.ts'
import { unsetSwitch } from './unset-switch.ts'
import { withdrawDay } from './withdraw-day.ts'

export { calendarPages } from './pages.tsx'

/** Every action of the module. */
export const actions: readonly AnyAction[] = [
  decideDay,
  correctDay,
  withdrawDay,
  setSwitch,
  correctSwitch,
  unsetSwitch,
  listAreas,
  correctAreas,
  endAreas,
]
