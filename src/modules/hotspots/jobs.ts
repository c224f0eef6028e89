/** Jobs of the module: the weekly scan of every scope, one scope where a head asked for it, and a first scan. */
import { z } from 'zod'
import { moment } from '../../platform/clock.ts'
import type { Job, JobContext, Schedule } from '../../platform/jobs.ts'
import { runScan, type Scope, scopesOn, weekOf } from './run.ts'

/** The scan of one scope or, where none is named, of all. */
export const scanTask = 'scan-hotspots'
const firstTask = 'scan-hotspots-first'

const payload = z.object({ scope_id: z.uuid().optional() })

/** A scan that runs twice writes two runs; the later one is shown. */
export const jobs: Readonly<Record<typeof scanTask | typeof firstTask, Job>> = {
  [scanTask]: (asked, context) => {
    const { scope_id } = payload.parse(asked ?? {})
    return scanAll(context, (scope) => scope_id === undefined || scope.id === scope_id)
  },
  // The machine may have slept over a Monday; a new installation has never been scanned.
  [firstTask]: async (_asked, context) => {
    const { rows } = await context.worker.pool.query<{ scope_id: string }>(
      'select scope_id from hotspot_run where week = $1',
      [weekOf(moment().on).week],
    )
    const done = new Set(rows.map((row) => row.scope_id))
    await scanAll(context, (scope) => !done.has(scope.id))
  },
}

async function scanAll({ app, worker }: JobContext, wanted: (scope: Scope) => boolean): Promise<void> {
  const { on } = moment()
  for (const scope of await scopesOn(app.pool, on)) if (wanted(scope)) await runScan({ app, worker }, scope, on)
}

/** Monday, six o'clock in Việt Nam. */
export const schedules: readonly Schedule[] = [{ task: scanTask, pattern: '0 23 * * 0' }]

/** Where this week's scan is missing. */
export const at_start = [firstTask] as const
