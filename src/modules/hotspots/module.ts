/** The module `hotspots`: where an authority is behind more than chance explains, and the plans to catch up. */
import type { AnyAction } from '../../platform/actions/action.ts'
import { close } from './close.ts'
import { correct } from './correct.ts'
import { noteProgress } from './note-progress.ts'
import { open } from './open.ts'
import { withdraw } from './withdraw.ts'

export { at_start, jobs, schedules } from './jobs.ts'
export { pages } from './pages.tsx'

/** Every action of the module, in the order in which a page offers them. */
export const actions: readonly AnyAction[] = [open, noteProgress, close, withdraw, correct]
