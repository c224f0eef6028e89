/** All jobs of the program, by the name under which the outbox and the clock ask for them. */
import { jobs as fileJobs, schedules as fileSchedules } from './modules/files/module.ts'
import { jobs as noticeJobs } from './modules/notices/module.ts'
import { jobs as receptionJobs } from './modules/receptions/module.ts'
import { jobs as reportJobs, schedules as reportSchedules } from './modules/reports/module.ts'
import { jobs as unitJobs } from './modules/units/module.ts'
import type { JobList } from './platform/jobs.ts'

/** What the worker runs. */
export const jobList: JobList = {
  jobs: { ...fileJobs, ...noticeJobs, ...receptionJobs, ...reportJobs, ...unitJobs },
  schedules: [...fileSchedules, ...reportSchedules],
}
