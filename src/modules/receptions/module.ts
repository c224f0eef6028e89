/** The receptions module: its actions, its job and its pages, as lists. */
import type { Hono } from 'hono'
import { z } from 'zod'
import type { AppEnv } from '../../http/env.ts'
import type { AnyAction } from '../../platform/actions/action.ts'
import type { Job } from '../../platform/jobs.ts'
import { deskRoutes } from './desk-routes.tsx'
import { missBookings, missBookingsTask } from './miss-bookings.ts'
import { portalRoutes, type ReceptionDeps } from './portal-routes.tsx'
import { reDateVisit } from './re-date.ts'
import { readIdentity } from './read-identity.ts'
import { creating, steps } from './steps.ts'

/** Every action of this module. */
export const actions: readonly AnyAction[] = [
  ...Object.values(creating).map(({ action }) => action),
  ...Object.values(steps).flatMap((of) => Object.values(of).map(({ action }) => action)),
  reDateVisit,
  readIdentity,
]

/** Registers `/lich-tiep-dan`, `/tiep-dan` and the pages of reception days, visits and field visits. */
export function pages(app: Hono<AppEnv>, deps: ReceptionDeps): void {
  portalRoutes(app, deps)
  deskRoutes(app, deps)
}

const missBookingsPayload = z.object({ unit_id: z.uuid(), reception_day_id: z.uuid() })

/** Jobs of this module: what nobody came for is marked after a day has closed. */
export const jobs: Readonly<Record<typeof missBookingsTask, Job>> = {
  [missBookingsTask]: async (payload, { app }) => {
    await missBookings(app, missBookingsPayload.parse(payload))
  },
}
