/** The units module: its actions, its job and its pages, as lists. */
import { z } from 'zod'
import type { Job } from '../../platform/jobs.ts'
import { addBodyAction } from './add-body.ts'
import { placeBody, placeBodyTask } from './body.ts'
import { correctBodyAction } from './correct-body.ts'
import { endBodyAction } from './end-body.ts'
import { renameBodyAction } from './rename-body.ts'

export { pages } from './pages.tsx'

/** Every action of this module. */
export const actions = [addBodyAction, renameBodyAction, endBodyAction, correctBodyAction] as const

const placeBodyPayload = z.object({ unit_id: z.uuid(), body_id: z.uuid() })

/** Jobs of this module: the tree follows a body's record after the commit. */
export const jobs: Readonly<Record<typeof placeBodyTask, Job>> = {
  [placeBodyTask]: (payload, { worker }) => placeBody(worker, placeBodyPayload.parse(payload)),
}
