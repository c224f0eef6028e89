/** The module `conferences`: meetings of several bodies, the papers for them, what they find and conclude. */
import type { AnyAction } from '../../platform/actions/action.ts'

/** Every action of the module, in the order in which a page offers them. */
export const actions: readonly AnyAction[] = []
