/** The reports module: its actions, pages, job and schedule, as lists. */
import type { Job, Schedule } from '../../platform/jobs.ts'
import { foldPostings } from './balance.ts'
import { list } from './list.ts'
import { takeOff } from './take-off.ts'

export { pages } from './pages.tsx'

/** Every action of this module. */
export const actions = [list, takeOff] as const

/** Jobs of this module: postings are folded into balances; figures are the same before and after. */
export const jobs: Readonly<Record<'fold-postings', Job>> = {
  'fold-postings': async (_payload, { worker }) => {
    await foldPostings(worker)
  },
}

/** Every five minutes: the tail that reports add up themselves stays short. */
export const schedules: readonly Schedule[] = [{ task: 'fold-postings', pattern: '*/5 * * * *' }]
