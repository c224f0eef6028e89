/** The module `briefings`: clusters and their briefings, dashboards. Its actions, job and pages, as lists. */
import { z } from 'zod'
import type { AnyAction } from '../../platform/actions/action.ts'
import type { Job } from '../../platform/jobs.ts'
import { addCluster } from './add-cluster.ts'
import { addMembers } from './add-members.ts'
import { followCluster, placeClusterTask } from './cluster.ts'
import { correctCluster } from './correct-cluster.ts'
import { endCluster } from './end-cluster.ts'
import { endMembership } from './end-membership.ts'
import { nameHost } from './name-host.ts'

export { pages } from './pages.tsx'

/** Every action of this module, in the order in which a page offers them. */
export const actions: readonly AnyAction[] = [
  addCluster,
  addMembers,
  endMembership,
  nameHost,
  correctCluster,
  endCluster,
]

const placeClusterPayload = z.object({ unit_id: z.uuid(), cluster_id: z.uuid() })

/** Jobs of this module: the reference tables follow a cluster's record after the commit. */
export const jobs: Readonly<Record<typeof placeClusterTask, Job>> = {
  [placeClusterTask]: (payload, { worker }) => {
    const { unit_id, cluster_id } = placeClusterPayload.parse(payload)
    return followCluster(worker, unit_id, cluster_id)
  },
}
