/** Work after the commit: moves outbox rows to Graphile Worker and runs them under the worker's own role. */
import { Logger, parseCronItems, type Runner, run } from 'graphile-worker'
import type pg from 'pg'
import type { Config } from './config.ts'
import { type Db, libraryPool } from './database.ts'
import { log } from './log.ts'

/** What a job works with. Changes of records go through `perform` on `app`; the job's own role has the queues. */
export interface JobContext {
  /** As `gandan_app`. */
  app: Db
  /** As `gandan_worker`: outbox, postings, balances, delivery log. */
  worker: Db
  config: Config
}

/** One kind of work. It may run more than once: at least once is what the queue promises. */
export type Job = (payload: unknown, context: JobContext) => Promise<void>

/** A job by the clock. `pattern` is cron in UTC (Việt Nam is UTC+7: 08:00 there is `0 1 * * *`). */
export interface Schedule {
  task: string
  pattern: string
}

/** All jobs of the program: by task name as written in the outbox, and those by the clock. */
export interface JobList {
  jobs: Readonly<Record<string, Job>>
  schedules: readonly Schedule[]
  /** Tasks run once when the runner starts. */
  at_start?: readonly string[]
}

/** A runner at work. */
export interface JobRunner {
  /** Resolves when the runner has ended by itself. */
  ended: Promise<void>
  /** Finishes the jobs in hand, then stops. */
  stop(): Promise<void>
}

/** Rows moved in one statement. */
const batch_max = 500

/** How long the outbox rests when it was found empty. */
const rest_ms = 300

/**
 * Moves one batch, with the unit in every payload; resolves to the number of rows. The row's id is the job's key, so
 * that a batch moved twice is one job. Jobs whose payload names a `queue` run one after another.
 */
export async function moveOutbox(worker: Db): Promise<number> {
  const { rowCount } = await worker.pool.query({
    name: 'move-outbox',
    text: `
      with waiting as (
        select unit_id, id from outbox order by run_at limit ${batch_max} for update skip locked
      ), moved as (
        delete from outbox o using waiting w where o.unit_id = w.unit_id and o.id = w.id
        returning o.unit_id, o.id, o.task, o.payload, o.run_at
      )
      select graphile_worker.add_job(
        task, (jsonb_build_object('unit_id', unit_id) || payload)::json, queue_name => payload ->> 'queue',
        run_at => run_at, job_key => id::text
      ) from moved`,
  })
  return rowCount ?? 0
}

/** Starts the runner. `worker` must be connected as `gandan_worker`: row-level security hides the jobs from any other role. */
export async function runJobs(context: JobContext, list: JobList): Promise<JobRunner> {
  const queue = libraryPool(context.worker.pool.options.connectionString ?? '', { max: 8, whose: 'queue' })
  const runner = await run({
    pgPool: queue,
    concurrency: 4,
    pollInterval: 1000,
    noHandleSignals: true,
    logger: quietLogger(),
    taskList: Object.fromEntries(
      Object.entries(list.jobs).map(([task, job]) => [task, (payload: unknown) => job(payload, context)]),
    ),
    parsedCronItems: parseCronItems(
      list.schedules.map(({ task, pattern }) => ({ task, match: pattern, options: { backfillPeriod: 86_400_000 } })),
    ),
  })
  for (const task of list.at_start ?? []) await runner.addJob(task, {}, { jobKey: `at-start/${task}` })
  const mover = keepMoving(context.worker)
  return { ended: runner.promise, stop: () => stopAll(mover, runner, queue) }
}

/** Moves until stopped; a lost database is waited for. */
function keepMoving(worker: Db): { stop(): Promise<void> } {
  let going = true
  let wake: () => void = () => undefined
  const rest = (ms: number) =>
    new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, ms)
      wake = () => {
        clearTimeout(timer)
        resolve()
      }
    })
  const loop = async () => {
    while (going) {
      try {
        if ((await moveOutbox(worker)) < batch_max) await rest(rest_ms)
      } catch (fault) {
        log.warn({ fault: String(fault) }, 'the outbox could not be moved; trying again')
        await rest(2000)
      }
    }
  }
  const ended = loop()
  return {
    stop() {
      going = false
      wake()
      return ended
    },
  }
}

async function stopAll(mover: { stop(): Promise<void> }, runner: Runner, queue: pg.Pool): Promise<void> {
  await mover.stop()
  await runner.stop()
  await queue.end()
}

/** Failures go to our log without the payload; the rest of the runner's talk stays out of it. */
function quietLogger(): Logger {
  return new Logger(() => (level, message, meta) => {
    if (level !== 'error' && level !== 'warning') return
    const fault = meta && 'error' in meta ? String(meta['error']) : undefined
    log[level === 'error' ? 'error' : 'warn']({ fault }, message)
  })
}
