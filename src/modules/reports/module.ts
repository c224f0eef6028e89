/** The reports module: its actions, pages, job and schedule, as lists. */
import type { Job, Schedule } from '../../platform/jobs.ts'
import { foldPostings } from './balance.ts'
import { correctSendDay } from './correct-send-day.ts'
import { list } from './list.ts'
import { setSendDay } from './set-send-day.ts'
import { takeOff } from './take-off.ts'
import { unsetSendDay } from './unset-send-day.ts'

export { pages } from './pages.tsx'

/** Every action of this module. */
export const actions = [list, takeOff, setSendDay, correctSendDay, unsetSendDay] as const

/** Jobs of this module: postings are folded into balances; figures are the same before and after. */
export const jobs: Readonly<Record<'fold-postings', Job>> = {
  'fold-postings': async (_payload, { worker }) => {
    await foldPostings(worker)
  },
}

/** Every five minutes: the tail that reports add up themselves stays short. */
export const schedules: readonly Schedule[] = [{ task: 'fold-postings', pattern: '*/5 * * * *' }]
