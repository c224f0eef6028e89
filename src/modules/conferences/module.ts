/** The module `conferences`: meetings of several bodies, the papers for them, what they find and conclude. */
import type { Hono } from 'hono'
import type { AppEnv } from '../../http/env.ts'
import type { AnyAction } from '../../platform/actions/action.ts'
import { moment } from '../../platform/clock.ts'
import type { Config } from '../../platform/config.ts'
import type { Db } from '../../platform/database.ts'
import type { Job, Schedule } from '../../platform/jobs.ts'
import { readMailConfig } from '../notices/notice.ts'
import { meetingPages } from './pages.tsx'
import { paperActions, topicActions, volumeActions } from './paper-actions.ts'
import { paperPages } from './paper-pages.tsx'
import { paperPortalPages } from './paper-portal-pages.tsx'
import { meetingSteps } from './steps.ts'
import { sendGuestMail, tellGuestsPayload, tellGuestsTask } from './tell-guests.ts'
import { sendTopicDigests, topicDigestTask } from './topic-digest.ts'
import type { makeVolumeTask } from './volume.ts'
import { volumeJobs } from './volume-job.ts'

/** All pages of the module. */
export function pages(app: Hono<AppEnv>, deps: { db: Db; config: Pick<Config, 'data'> }): void {
  meetingPages(app, deps)
  paperPages(app, deps)
  paperPortalPages(app, deps)
}

/** Every action of the module, in the order in which a page offers them. */
export const actions: readonly AnyAction[] = [...meetingSteps, ...topicActions, ...paperActions, ...volumeActions]

/** Jobs: ids alone; what is said is worked out when it is sent. */
export const jobs: Readonly<Record<typeof tellGuestsTask | typeof makeVolumeTask | typeof topicDigestTask, Job>> = {
  ...volumeJobs,
  [topicDigestTask]: async (_payload, { app, worker }) => {
    await sendTopicDigests({ app, worker, config: readMailConfig(), moment: moment() })
  },
  [tellGuestsTask]: async (payload, { app }) => {
    await sendGuestMail(app, tellGuestsPayload.parse(payload), readMailConfig(), moment().on)
  },
}

/** At eight in the morning of Việt Nam; on a day off it mails nobody. */
export const schedules: readonly Schedule[] = [{ task: topicDigestTask, pattern: '0 1 * * *' }]
