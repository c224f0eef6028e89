/** All jobs of the program, by the name under which the outbox and the clock ask for them. */
import { at_start, jobs as clockJobs, schedules as clockSchedules } from './clock-jobs.ts'
import { jobs as briefingJobs } from './modules/briefings/module.ts'
import { jobs as commitmentJobs, schedules as commitmentSchedules } from './modules/commitments/module.ts'
import { jobs as complaintJobs } from './modules/complaints/follow-second.ts'
import { jobs as conferenceJobs, schedules as conferenceSchedules } from './modules/conferences/module.ts'
import { jobs as custodyJobs } from './modules/custody/module.ts'
import { jobs as sealedJobs } from './modules/denunciations/module.ts'
import { jobs as dialogueJobs } from './modules/dialogues/module.ts'
import { jobs as fileJobs, schedules as fileSchedules } from './modules/files/module.ts'
import {
  jobs as hotspotJobs,
  schedules as hotspotSchedules,
  at_start as hotspotsAtStart,
} from './modules/hotspots/module.ts'
import { jobs as importJobs, schedules as importSchedules } from './modules/imports/module.ts'
import { jobs as mailingJobs, schedules as mailingSchedules } from './modules/mailings/module.ts'
import { jobs as noticeJobs } from './modules/notices/module.ts'
import {
  jobs as petitionJobs,
  schedules as petitionSchedules,
  at_start as petitionsAtStart,
} from './modules/petitions/jobs.ts'
import { jobs as programmeJobs, schedules as programmeSchedules } from './modules/programmes/module.ts'
import { jobs as receptionJobs } from './modules/receptions/module.ts'
import {
  jobs as reportJobs,
  schedules as reportSchedules,
  at_start as reportsAtStart,
} from './modules/reports/module.ts'
import { jobs as returnJobs, schedules as returnSchedules } from './modules/returns/module.ts'
import { jobs as topicalJobs, schedules as topicalSchedules } from './modules/topical-reports/module.ts'
import { jobs as unitJobs } from './modules/units/module.ts'
import type { JobList } from './platform/jobs.ts'
import { jobs as reDateJobs } from './re-date.ts'

/** What the worker runs. */
export const jobList: JobList = {
  jobs: {
    ...clockJobs,
    ...briefingJobs,
    ...commitmentJobs,
    ...complaintJobs,
    ...conferenceJobs,
    ...custodyJobs,
    ...sealedJobs,
    ...dialogueJobs,
    ...fileJobs,
    ...hotspotJobs,
    ...importJobs,
    ...mailingJobs,
    ...noticeJobs,
    ...petitionJobs,
    ...programmeJobs,
    ...reDateJobs,
    ...receptionJobs,
    ...reportJobs,
    ...returnJobs,
    ...topicalJobs,
    ...unitJobs,
  },
  schedules: [
    ...clockSchedules,
    ...commitmentSchedules,
    ...conferenceSchedules,
    ...fileSchedules,
    ...hotspotSchedules,
    ...importSchedules,
    ...mailingSchedules,
    ...petitionSchedules,
    ...programmeSchedules,
    ...reportSchedules,
    ...returnSchedules,
    ...topicalSchedules,
  ],
  at_start: [...at_start, ...petitionsAtStart, ...hotspotsAtStart, ...reportsAtStart],
}
