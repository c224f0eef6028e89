/** Jobs of the petitions module. */
import type { Job, Schedule } from '../../platform/jobs.ts'
import { deliverTransfer, deliverTransferPayload, deliverTransferTask } from './deliver-transfer.ts'
import { sweepStaged } from './import-staging.ts'

const sweepTask = 'sweep-imports'

/** What is transferred arrives after the commit; uploads of books that nobody went on with are destroyed after a day. */
export const jobs: Readonly<Record<typeof deliverTransferTask | typeof sweepTask, Job>> = {
  [sweepTask]: async (_payload, { config }) => {
    await sweepStaged(config.data)
  },
  [deliverTransferTask]: (payload, { app }) => deliverTransfer(app, deliverTransferPayload.parse(payload)),
}

/** Once an hour. */
export const schedules: readonly Schedule[] = [{ task: sweepTask, pattern: '17 * * * *' }]
