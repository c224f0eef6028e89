/** The module `programmes`: instruments, study sessions, programmes with goals and tasks, movements, what a head answers for. */
import type { AnyAction } from '../../platform/actions/action.ts'
import { moment } from '../../platform/clock.ts'
import type { Job, Schedule } from '../../platform/jobs.ts'
import { readMailConfig } from '../notices/notice.ts'
import { askForPlans, remindPlans } from './ask-for-plans.ts'
import { attachText } from './attach-text.ts'
import { award, closeMovement } from './award.ts'
import { bindEvent, releaseEvent } from './bind-event.ts'
import { bindUnits } from './bind-units.ts'
import { correctGoal } from './correct-goal.ts'
import { correctInstrument } from './correct-instrument.ts'
import { correctMovement } from './correct-movement.ts'
import { correctProgramme } from './correct-programme.ts'
import { correctSession } from './correct-session.ts'
import { derive } from './derive.ts'
import { draftProgramme } from './draft-programme.ts'
import { dropGoal, missGoal, reachGoal } from './end-goal.ts'
import { endInstrument } from './end-instrument.ts'
import { endProgramme, withdrawProgramme } from './end-programme.ts'
import { exchangeResults } from './exchange-results.ts'
import { issueProgramme } from './issue-programme.ts'
import { launchMovement } from './launch-movement.ts'
import { dropOrganiser, nameOrganiser } from './name-organiser.ts'
import { noteAttendance } from './note-attendance.ts'
import { noteProgress } from './note-progress.ts'
import { dropPromise, notePromise } from './note-promise.ts'
import { noteQuestion } from './note-question.ts'
import { planMailTask, sendPlanMails } from './plan-mail.ts'
import { recordInstrument } from './record-instrument.ts'
import { recordSession } from './record-session.ts'
import { registerUnit } from './register-unit.ts'
import { replaceInstrument } from './replace-instrument.ts'
import { reviewFinal, reviewInterim } from './review-movement.ts'
import { setGoal } from './set-goal.ts'
import { voidInstrument } from './void-instrument.ts'
import { voidSession } from './void-session.ts'

export { pages } from './pages.tsx'

/** Jobs of the module. */
export const jobs: Readonly<Record<typeof planMailTask, Job>> = {
  [planMailTask]: async (_payload, { app, worker }) => {
    await sendPlanMails({ app, worker, config: readMailConfig(), moment: moment() })
  },
}

/** At eight in the morning of Việt Nam; on a day off it mails nobody. */
export const schedules: readonly Schedule[] = [{ task: planMailTask, pattern: '0 1 * * *' }]

/** Every action of the module, each noun's in the order in which its page offers them. */
export const actions: readonly AnyAction[] = [
  recordInstrument,
  bindUnits,
  derive,
  bindEvent,
  releaseEvent,
  attachText,
  replaceInstrument,
  endInstrument,
  correctInstrument,
  voidInstrument,
  recordSession,
  noteAttendance,
  noteQuestion,
  correctSession,
  voidSession,
  draftProgramme,
  nameOrganiser,
  dropOrganiser,
  notePromise,
  dropPromise,
  issueProgramme,
  askForPlans,
  remindPlans,
  exchangeResults,
  endProgramme,
  withdrawProgramme,
  correctProgramme,
  setGoal,
  noteProgress,
  reachGoal,
  missGoal,
  dropGoal,
  correctGoal,
  launchMovement,
  registerUnit,
  reviewInterim,
  reviewFinal,
  award,
  closeMovement,
  correctMovement,
]
