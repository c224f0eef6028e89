/** Jobs of the petitions module. */
import type { Job } from '../../platform/jobs.ts'
import { deliverTransfer, deliverTransferPayload, deliverTransferTask } from './deliver-transfer.ts'

/** What is transferred arrives after the commit. */
export const jobs: Readonly<Record<typeof deliverTransferTask, Job>> = {
  [deliverTransferTask]: (payload, { app, config }) =>
    deliverTransfer(app, deliverTransferPayload.parse(payload), config.data),
}
