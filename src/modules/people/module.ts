/** The module `people`: accounts, positions, delegations, sign-in. */
import type { Hono } from 'hono'
import type { AppEnv } from '../../http/env.ts'
import type { AnyAction } from '../../platform/actions/action.ts'
import { accountPages } from './account-pages.tsx'
import { correctDelegation } from './correct-delegation.ts'
import { correctPosition } from './correct-position.ts'
import { delegate } from './delegate.ts'
import { delegateReception } from './delegate-reception.ts'
import { type PeopleDeps, peopleDesk } from './desk.tsx'
import { endPosition } from './end-position.ts'
import { givePositionAction } from './give-position.ts'
import { renewPassword } from './renew-password.ts'
import { passwordPath, signInPages } from './sign-in-pages.tsx'
import { voidDelegation } from './void-delegation.ts'
import { voidPosition } from './void-position.ts'
import { withdrawDelegation } from './withdraw-delegation.ts'

/** Every action of the module. */
export const peopleActions: readonly AnyAction[] = [
  givePositionAction,
  endPosition,
  correctPosition,
  voidPosition,
  renewPassword,
  delegate,
  delegateReception,
  withdrawDelegation,
  correctDelegation,
  voidDelegation,
]

/**
 * Registers the pages of the module. Call it before other modules' pages: whoever signed in with a handed-out
 * password is led to change it from whatever page is registered later.
 */
export function peoplePages(app: Hono<AppEnv>, deps: PeopleDeps): void {
  signInPages(app, deps)
  app.use(async (c, next) => {
    if (!c.var.viewer.must_change_password || c.req.path === passwordPath) return next()
    return c.redirect(passwordPath, 303)
  })
  accountPages(app, deps)
  peopleDesk(app, deps)
}
