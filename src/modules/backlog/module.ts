/** The module `backlog`: what lies long, plans to end it, work handed over, suspensions near the due day. */
import type { AnyAction } from '../../platform/actions/action.ts'
import { handOverWork as handOverComplaint } from '../complaints/hand-over-work.ts'
import { handOverWork as handOverFeedback } from '../feedback/hand-over-work.ts'
import { handOverWork as handOverPetition } from '../petitions/hand-over-work.ts'
import { answerOverdue } from './answer-overdue.ts'
import { beginHandOver } from './begin-hand-over.ts'
import { changeReceiver } from './change-receiver.ts'
import { checkOff } from './check-off.ts'
import { closeStocktake } from './close-stocktake.ts'
import { completeHandOver } from './complete-hand-over.ts'
import { correctDemand } from './correct-demand.ts'
import { correctFinding } from './correct-finding.ts'
import { correctPlan } from './correct-plan.ts'
import { endDemand } from './end-demand.ts'
import { escalateDemand } from './escalate-demand.ts'
import { finishPlan } from './finish-plan.ts'
import { handOverPlan } from './hand-over-plan.ts'
import { makeDemand } from './make-demand.ts'
import { makePlan } from './make-plan.ts'
import { openStocktake } from './open-stocktake.ts'
import { replacePlan } from './replace-plan.ts'
import { withdrawDemand } from './withdraw-demand.ts'

export { pages } from './pages.tsx'

/** Every action of the module; the open registers' records change hands only as part of a hand-over. */
export const actions: readonly AnyAction[] = [
  makePlan,
  correctPlan,
  finishPlan,
  replacePlan,
  handOverPlan,
  openStocktake,
  closeStocktake,
  checkOff,
  correctFinding,
  beginHandOver,
  changeReceiver,
  completeHandOver,
  makeDemand,
  answerOverdue,
  correctDemand,
  escalateDemand,
  endDemand,
  withdrawDemand,
  handOverPetition,
  handOverComplaint,
  handOverFeedback,
]
