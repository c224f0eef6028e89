/** The module `commitments`: what was promised, by whom until when, and what became of it. */
import type { AnyAction } from '../../platform/actions/action.ts'
import type { Job } from '../../platform/jobs.ts'
import { make } from './make.ts'
import { makeCommitments, makeCommitmentsPayload, type makeCommitmentsTask } from './make-commitments.ts'

/** Every action of the module, in the order in which a page offers them. */
export const actions: readonly AnyAction[] = [make]

/** Jobs of the module. */
export const jobs: Readonly<Record<typeof makeCommitmentsTask, Job>> = {
  'make-commitments': async (payload, { app }) => {
    await makeCommitments(app, makeCommitmentsPayload.parse(payload))
  },
}
