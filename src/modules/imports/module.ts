/** The imports module: its actions, its pages and its job, as lists. */
import type { AnyAction } from '../../platform/actions/action.ts'
import type { Job, Schedule } from '../../platform/jobs.ts'
import { finishImport, startImport, undoImport } from './import.ts'
import { sweepStaged } from './staging.ts'

export { importPages as pages } from './pages.tsx'

/** Every action of this module; its rows are visits and petitions of their own modules. */
export const actions: readonly AnyAction[] = [startImport, finishImport, undoImport]

const sweepTask = 'sweep-imports'

/** Uploads of books that nobody went on with are destroyed after a day. */
export const jobs: Readonly<Record<typeof sweepTask, Job>> = {
  [sweepTask]: async (_payload, { config }) => {
    await sweepStaged(config.data)
  },
}

/** Once an hour. */
export const schedules: readonly Schedule[] = [{ task: sweepTask, pattern: '17 * * * *' }]
