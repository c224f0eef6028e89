/** Jobs of the petitions module. */

import { moment } from '../../platform/clock.ts'
import type { Db } from '../../platform/database.ts'
import type { Job, Schedule } from '../../platform/jobs.ts'
import { deliverReply, deliverReplyPayload } from './deliver-reply.ts'
import { deliverTransfer, deliverTransferPayload, deliverTransferTask } from './deliver-transfer.ts'
import { sweepDrafts } from './drafts.ts'
import { countPairs } from './likeness.ts'
import { deliverReplyTask } from './reply-to-sender.ts'
import { learnTask } from './suggest.ts'
import { learnSuggestions } from './suggest-learn.ts'

const firstTask = 'learn-first-words'
const sweepTask = 'sweep-drafts'

/** What is transferred arrives after the commit; what words tell is counted and learnt anew from the open registers. */
export const jobs: Readonly<
  Record<
    typeof deliverTransferTask | typeof deliverReplyTask | typeof learnTask | typeof sweepTask | typeof firstTask,
    Job
  >
> = {
  [deliverTransferTask]: (payload, { app, config }) =>
    deliverTransfer(app, deliverTransferPayload.parse(payload), config.data),
  [deliverReplyTask]: (payload, { app }) => deliverReply(app, deliverReplyPayload.parse(payload)),
  [learnTask]: (_payload, { app }) => learnAnew(app),
  [sweepTask]: async (_payload, { app }) => {
    await sweepDrafts(app.pool, moment().at)
  },
  [firstTask]: async (_payload, { app }) => {
    const { rowCount } = await app.pool.query('select from pair_rarity where letters > 0')
    if (rowCount === 0) await learnAnew(app)
  },
}

async function learnAnew(app: Db): Promise<void> {
  await countPairs(app)
  await learnSuggestions(app, moment().on)
}

/** At half past one in the night of Việt Nam, and half an hour later. */
export const schedules: readonly Schedule[] = [
  { task: learnTask, pattern: '30 18 * * *' },
  { task: sweepTask, pattern: '0 19 * * *' },
]

/** Where nothing was ever counted, as after a first start with demonstration data. */
export const at_start = [firstTask] as const
