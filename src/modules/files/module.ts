/** The files module: its nightly job. */
import type { Task } from 'graphile-worker'
import { readConfig } from '../../platform/config.ts'
import { sweepFiles } from './sweep.ts'

const sweepFilesTask: Task = async (_payload, helpers) => {
  await helpers.withPgClient((client) => sweepFiles(client, readConfig().data))
}

/** Jobs of this module, for the runner; `sweep-files` once a night (crontab `30 2 * * * sweep-files`). */
export const tasks: Readonly<Record<'sweep-files', Task>> = { 'sweep-files': sweepFilesTask }
