/** Jobs of the petitions module. */

import { moment } from '../../platform/clock.ts'
import type { Job, Schedule } from '../../platform/jobs.ts'
import { deliverTransfer, deliverTransferPayload, deliverTransferTask } from './deliver-transfer.ts'
import { countPairs } from './likeness.ts'
import { learnTask } from './suggest.ts'
import { learnSuggestions } from './suggest-learn.ts'

/** What is transferred arrives after the commit; what words tell is counted and learnt anew from the open registers. */
export const jobs: Readonly<Record<typeof deliverTransferTask | typeof learnTask, Job>> = {
  [deliverTransferTask]: (payload, { app, config }) =>
    deliverTransfer(app, deliverTransferPayload.parse(payload), config.data),
  [learnTask]: async (_payload, { app }) => {
    await countPairs(app)
    await learnSuggestions(app, moment().on)
  },
}

/** At half past one in the night of Việt Nam. */
export const schedules: readonly Schedule[] = [{ task: learnTask, pattern: '30 18 * * *' }]
