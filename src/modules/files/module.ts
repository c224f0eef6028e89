/** The files module: its nightly job. */
import type { Job, Schedule } from '../../platform/jobs.ts'
import { sweepFiles } from './sweep.ts'

/** Jobs of this module: files no record names are cleared away. */
export const jobs: Readonly<Record<'sweep-files', Job>> = {
  'sweep-files': async (_payload, { worker, config }) => {
    await sweepFiles(worker.pool, config.data)
  },
}

/** Once a night. */
export const schedules: readonly Schedule[] = [{ task: 'sweep-files', pattern: '30 19 * * *' }]
