/** The module `grievances`: problems known without a petition, each with an owner and a day. */
import type { AnyAction } from '../../platform/actions/action.ts'
import { assignOwner } from './assign-owner.ts'
import { correct } from './correct.ts'
import { end } from './end.ts'
import { noteProgress } from './note-progress.ts'
import { record } from './record.ts'

export { pages } from './pages.tsx'

/** Every action of the module, in the order in which a page offers them. */
export const actions: readonly AnyAction[] = [record, assignOwner, noteProgress, end, correct]
