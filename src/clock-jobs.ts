/** What the clock does to records: the automatic steps of all modules every hour, and the signed checkpoint of each day. */
import { clockSteps as complaintSteps } from './modules/complaints/clock-steps.ts'
import { clockSteps as custodySteps } from './modules/custody/module.ts'
import { clockSteps as keySteps } from './modules/denunciations/ended-keys.ts'
import { clockSteps as feedbackSteps } from './modules/feedback/clock-steps.ts'
import { clockSteps as petitionSteps } from './modules/petitions/clock-steps.ts'
import { writeCheckpoint } from './platform/actions/checkpoint.ts'
import { takeClockSteps } from './platform/actions/clock-steps.ts'
import { dayOf, moment } from './platform/clock.ts'
import type { Job, Schedule } from './platform/jobs.ts'

/** Every automatic step of the program. */
export const clockSteps = [...petitionSteps, ...complaintSteps, ...feedbackSteps, ...custodySteps, ...keySteps] as const

/** `clock-steps` fails, and is tried again, where a record's step did. */
export const jobs: Readonly<Record<'clock-steps' | 'checkpoint', Job>> = {
  'clock-steps': async (_payload, { app }) => {
    const { failed } = await takeClockSteps(app, clockSteps, moment())
    if (failed > 0) throw new Error(`${failed} steps of the clock failed, see the log`)
  },
  // Events carry the real instant, whatever the business day: the day that ended is the real one.
  checkpoint: async (_payload, { worker, config }) => {
    await writeCheckpoint(worker.pool, config.data, dayOf(Temporal.Now.instant()).subtract({ days: 1 }))
  },
}

/** Five minutes past every hour; the checkpoint at a quarter past midnight in Việt Nam. */
export const schedules: readonly Schedule[] = [
  { task: 'clock-steps', pattern: '5 * * * *' },
  { task: 'checkpoint', pattern: '15 17 * * *' },
]

/** Also done when the worker starts: the machine may have slept over a day. */
export const at_start = ['clock-steps', 'checkpoint'] as const
