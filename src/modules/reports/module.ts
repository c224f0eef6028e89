/** The reports module: its actions, pages, job and schedule, as lists. */
import { moment } from '../../platform/clock.ts'
import type { Job, Schedule } from '../../platform/jobs.ts'
import { addForm } from './add-form.ts'
import { foldPostings } from './balance.ts'
import { correctSendDay } from './correct-send-day.ts'
import { keepMeasures } from './kept-measures.ts'
import { list } from './list.ts'
import { publishFigures } from './publish-figures.ts'
import { putInForce } from './put-in-force.ts'
import { setSendDay } from './set-send-day.ts'
import { takeBackForm } from './take-back-form.ts'
import { takeOff } from './take-off.ts'
import { unsetSendDay } from './unset-send-day.ts'

export { pages } from './pages.tsx'

/** Every action of this module. */
export const actions = [
  list,
  takeOff,
  setSendDay,
  correctSendDay,
  unsetSendDay,
  addForm,
  putInForce,
  takeBackForm,
] as const

/** Jobs of this module: postings are folded into balances, figures are the same before and after; quarters become public. */
export const jobs: Readonly<Record<'fold-postings' | 'refold-measures' | 'publish-figures', Job>> = {
  'fold-postings': async (_payload, { worker }) => {
    await foldPostings(worker)
  },
  'refold-measures': async (_payload, { worker }) => {
    await keepMeasures(worker)
  },
  'publish-figures': async (_payload, { worker }) => {
    await publishFigures(worker, moment().on)
  },
}

/** Every five minutes: the tail that reports add up themselves stays short. At night what is due becomes public. */
export const schedules: readonly Schedule[] = [
  { task: 'fold-postings', pattern: '*/5 * * * *' },
  { task: 'publish-figures', pattern: '35 17 * * *' },
]

/** Also done when the worker starts: the machine may have slept over a night. */
export const at_start = ['publish-figures'] as const
