/** The worker process, a child of `gandan start`: runs jobs until its parent is gone or asks it to end. */
import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { readConfig } from './platform/config.ts'
import { withHouse } from './platform/house.ts'
import { type JobList, runJobs } from './platform/jobs.ts'
import { log } from './platform/log.ts'

/** The list of all modules' jobs: exports `jobList: JobList`. */
const listFile = './jobs.ts'

async function readJobs(): Promise<JobList> {
  if (!existsSync(fileURLToPath(new URL(listFile, import.meta.url)))) return { jobs: {}, schedules: [] }
  const { jobList }: { jobList: JobList } = await import(listFile)
  return jobList
}

/** Runs jobs; ends with its parent, however that ends. */
export async function run(_args: string[]): Promise<number> {
  const asked = new Promise<void>((resolve) => {
    process.on('disconnect', resolve)
    process.on('SIGTERM', () => resolve())
    // Ctrl-C reaches the whole group of processes; the parent says when it is our turn.
    process.on('SIGINT', () => undefined)
  })
  return withHouse(readConfig(), async ({ db, worker, config }) => {
    const runner = await runJobs({ app: db, worker, config }, await readJobs())
    process.send?.('ready')
    await Promise.race([asked, runner.ended])
    const late = setTimeout(() => process.exit(1), 15_000)
    await runner.stop().catch((fault) => log.warn({ fault: String(fault) }, 'the job runner did not stop in order'))
    clearTimeout(late)
    return 0
  }).finally(() => {
    process.disconnect?.()
  })
}
