/** The module `commitments`: what was promised, by whom until when, and what became of it. */
import type { Hono } from 'hono'
import type { AppEnv } from '../../http/env.ts'
import type { AnyAction } from '../../platform/actions/action.ts'
import type { Job, Schedule } from '../../platform/jobs.ts'
import { readMailConfig } from '../notices/notice.ts'
import { make } from './make.ts'
import { makeCommitments, makeCommitmentsPayload, type makeCommitmentsTask } from './make-commitments.ts'
import { deskPages } from './pages.tsx'
import { publicPages } from './public-pages.tsx'
import type { CommitmentDeps } from './step-pages.tsx'
import { deskSteps } from './steps.ts'
import { tellOwners } from './tell-owners.ts'

/** Every action of the module. */
export const actions: readonly AnyAction[] = [make, ...deskSteps]

/** Registers `/cam-ket-noi-bo` for officers and `/cam-ket` for everybody. */
export function pages(app: Hono<AppEnv>, deps: CommitmentDeps): void {
  deskPages(app, deps)
  publicPages(app, deps)
}

/** Jobs of the module: ids alone; what is said is worked out when it is sent. */
export const jobs: Readonly<Record<typeof makeCommitmentsTask | 'commitment-mails', Job>> = {
  'make-commitments': async (payload, { app }) => {
    await makeCommitments(app, makeCommitmentsPayload.parse(payload))
  },
  'commitment-mails': async (_payload, { app }) => {
    await tellOwners(app, readMailConfig())
  },
}

/** At eight in the morning of Việt Nam; on a day off it mails nobody. */
export const schedules: readonly Schedule[] = [{ task: 'commitment-mails', pattern: '0 1 * * *' }]
